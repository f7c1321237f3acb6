#include "core/photo/photo_writer.h"

#include "core/base/text.h"
#include "core/photo/file_stamp.h"
#include "core/photo/formats/format_names.h"
#include "core/photo/formats/format_writer.h"
#include "core/photo/metadata/history_note.h"
#include "core/photo/metadata/metadata_encoder.h"
#include "core/photo/metadata/metadata_reader.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/profile/colour_space.h"
#include "core/photo/read_back.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <sys/stat.h>

namespace autochrome::inline photo {
namespace {

/// What a result is written as; refuses a format that is only read.
const PhotoFormat& requireWriter(FileFormat format, const std::string& name)
{
    const PhotoFormat& facts = factsOf(format);
    if (!facts.writer)
        throw WriteFailure(ErrorCode::Usage,
                           text("“%1” could not be written: %2", {name, onlyRead(format)}));
    return facts;
}

/// Rows laid over white, for formats without transparency.
class OpaqueRows : public RowSource
{
public:
    explicit OpaqueRows(RowSource& rows) : rows_(rows) {}
    cv::Size size() const override { return rows_.size(); }
    int type() const override { return CV_MAKETYPE(CV_MAT_DEPTH(rows_.type()), 3); }
    void read(int firstRow, cv::Mat& strip) override
    {
        with_.create(strip.size(), rows_.type());
        rows_.read(firstRow, with_);
        for (int y = 0; y < strip.rows; ++y) {
            const std::uint8_t* from = with_.ptr(y);
            std::uint8_t* to = strip.ptr(y);
            for (int x = 0; x < strip.cols; ++x, from += 4, to += 3) {
                for (int c = 0; c < 3; ++c)
                    to[c] = std::uint8_t((from[c] * from[3] + 255 * (255 - from[3]) + 127) / 255);
            }
        }
    }

private:
    RowSource& rows_;
    cv::Mat with_;
};

bool isSameFile(const std::filesystem::path& a, const std::filesystem::path& b)
{
    struct stat first = {};
    struct stat second = {};
    if (::stat(a.c_str(), &first) == 0 && ::stat(b.c_str(), &second) == 0)
        return first.st_dev == second.st_dev && first.st_ino == second.st_ino;
    std::error_code error;
    const auto canonicalA = std::filesystem::weakly_canonical(a, error);
    const auto canonicalB = std::filesystem::weakly_canonical(b, error);
    return !error && canonicalA == canonicalB;
}

[[noreturn]] void failOriginal(const std::filesystem::path& target)
{
    throw WriteFailure(
        ErrorCode::SameAsSource,
        text("“%1” is the original photo; it is never overwritten.", {target.filename().string()}));
}

void refuseSource(const std::filesystem::path& target, const std::filesystem::path& source)
{
    if (!source.empty() && isSameFile(target, source))
        failOriginal(target);
}

[[noreturn]] void failExisting(const std::filesystem::path& target)
{
    throw WriteFailure(ErrorCode::TargetExists,
                       text("“%1” exists already.", {target.filename().string()}));
}

/// In words, if the promise about L* does not hold in the file.
Message brokenPromise(const WrittenPhoto& written, const PhotoFormat& format)
{
    const bool deep = written.bitDepth == 16;
    if (!written.lightness || written.lightness->greatest <= promisedLightness(written.bitDepth))
        return {};
    // Rounded up, so that it never reads as if the promise were kept.
    const double step = deep ? 0.001 : 0.1;
    char greatest[32];
    std::snprintf(greatest, sizeof(greatest), "%.*f", deep ? 3 : 1,
                  std::ceil(written.lightness->greatest / step) * step);
    const char* limit = deep ? "0.02" : "0.5";
    const std::string name = written.path.filename().string();
    if (!format.lossless)
        return text("%1 has changed the lightness of “%2”: by up to %3 L*, where at most %4 is "
                    "promised. PNG and TIFF keep it.",
                    {format.name, name, greatest, limit});
    return text("The lightness of “%1” is not what it was: it differs by up to %2 L*, where at "
                "most %3 is promised.",
                {name, greatest, limit});
}

/// The XMP file beside a picture that cannot hold its metadata.
std::unique_ptr<OutputFile> writtenSidecar(const WriteJob& job, const std::filesystem::path& target)
{
    const std::string packet = sidecarPacket(job.info.metadata);
    auto file = std::make_unique<OutputFile>(sidecarPath(target));
    file->append(packet.data(), packet.size());
    file->flush();
    bool damaged = false;
    const Metadata back = readSidecar(file->temporaryPath(), damaged);
    const char* key = "Xmp.xmpMM.DocumentID";
    if (damaged || back.value(key) != job.info.metadata.value(key))
        job.fail(text("“%1” could not be written: reading it back showed a fault.", {job.name}),
                 "sidecar");
    return file;
}

/// Puts what was measured into the history, in the file and in `noted`.
void noteLightness(const WriteJob& job, ResultInfo& noted, const Metadata& metadata,
                   const std::string& placeholder, const LightnessError& error)
{
    const std::string note = lightnessNote(error);
    noted.metadata = metadata;
    addToHistory(noted.metadata, note);
    // A packet that found no room in the file goes beside it, note and all.
    if (!fillPlaceholder(job.file, job.options.format, placeholder, note) && !job.needsSidecar)
        job.fail(text("“%1” could not be written: reading it back showed a fault.", {job.name}),
                 "history");
}

bool isThere(const std::filesystem::path& path)
{
    std::error_code ignored;
    return std::filesystem::exists(std::filesystem::symlink_status(path, ignored));
}

/// Gives the finished file, and the sidecar where there is one, their names.
class Publication
{
public:
    Publication(const WriteJob& job, const std::filesystem::path& source)
        : job_(job), source_(source), madeFrom_(provenanceOf(job.info.metadata).madeFrom())
    {
    }

    std::filesystem::path publish(const std::filesystem::path& target)
    {
        refuseSource(target, source_); // it may have been linked there meanwhile
        keepTime(job_.file);
        switch (job_.options.overwrite) {
        case Overwrite::Replace:
            replace(target);
            return target;
        case Overwrite::Skip:
            refuseOriginal(target);
            if (!takeFreeName(target))
                failExisting(isThere(target) ? target : sidecarPath(target));
            return target;
        case Overwrite::Rename:
            break;
        }
        constexpr int most = 100'000;
        for (int number = 1; number <= most; ++number) {
            std::filesystem::path path = number == 1 ? target : numberedCopy(target, number);
            if (!isOriginal(path) && takeFreeName(path))
                return path;
        }
        failExisting(target);
    }

private:
    void keepTime(OutputFile& file) const
    {
        const auto stamp = job_.options.keepTime ? FileStamp::of(source_) : std::nullopt;
        if (!stamp)
            return;
        if (const int error = file.setModified(stamp->modified))
            job_.warnings.push_back(text("“%1” could not be given the time of its source: %2.",
                                         {job_.name, std::strerror(error)}));
    }

    std::unique_ptr<OutputFile> sidecar(const std::filesystem::path& path) const
    {
        auto file = writtenSidecar(job_, path);
        keepTime(*file);
        return file;
    }

    bool isOriginal(const std::filesystem::path& path) const
    {
        const auto& asked = job_.options.isOriginal;
        return asked && asked(path, madeFrom_);
    }

    void refuseOriginal(const std::filesystem::path& target) const
    {
        if (isOriginal(target))
            failOriginal(target);
    }

    void replace(const std::filesystem::path& target)
    {
        refuseOriginal(target);
        std::unique_ptr<OutputFile> beside;
        if (job_.needsSidecar) {
            refuseOthersSidecar(target);
            beside = sidecar(target);
        }
        job_.file.publish(target, true);
        if (beside)
            beside->publish(sidecarPath(target), true);
    }

    /// What this program wrote goes with the result that it belongs to; all else is a person's own.
    static void refuseOthersSidecar(const std::filesystem::path& target)
    {
        const std::filesystem::path path = sidecarPath(target);
        bool damaged = false;
        if (!isThere(path) || provenanceOf(readSidecar(path, damaged)).isKnown())
            return;
        throw WriteFailure(ErrorCode::TargetExists,
                           text("“%1” was not written by this program and is not overwritten; the "
                                "metadata of “%2” would have to go there. Choose another name.",
                                {path.filename().string(), target.filename().string()}));
    }

    /// False if something has the name of the file or of its sidecar. The sidecar comes first, so
    /// that no result ever stands there unlabelled.
    bool takeFreeName(const std::filesystem::path& path)
    {
        if (!job_.needsSidecar)
            return job_.file.publish(path, false);
        if (isThere(path))
            return false;
        const std::filesystem::path beside = sidecarPath(path);
        if (!sidecar(path)->publish(beside, false))
            return false;
        std::error_code ignored;
        try {
            if (job_.file.publish(path, false))
                return true;
        } catch (const WriteFailure&) {
            std::filesystem::remove(beside, ignored);
            throw;
        }
        std::filesystem::remove(beside, ignored);
        return false;
    }

    const WriteJob& job_;
    const std::filesystem::path& source_;
    const std::string madeFrom_;
};

WrittenPhoto write(RowSource& pixels, const ResultInfo& info, const std::filesystem::path& target,
                   const WriteOptions& asked, const std::filesystem::path& source,
                   const Progress& progress)
{
    const std::string name = target.filename().string();
    WriteOptions options = asked;
    options.quality = std::clamp(options.quality, 1, 100);
    refuseSource(target, source);
    if (options.overwrite == Overwrite::Skip && isThere(target))
        failExisting(target);
    std::error_code ignored;
    if (std::filesystem::is_directory(std::filesystem::symlink_status(target, ignored)) &&
        options.overwrite != Overwrite::Rename)
        throw WriteFailure::ofSystem(EISDIR, target);

    const PhotoFormat& facts = requireWriter(options.format, name);
    WrittenPhoto written;
    OpaqueRows opaque(pixels);
    const bool flatten = CV_MAT_CN(pixels.type()) == 4 && !facts.alpha;
    RowSource& rows = flatten ? opaque : pixels;
    OutputFile file(target);
    const Progress writing = progress.part(0, 0.8);
    ResultInfo noted = info;
    // The figure is known only when the file is there, in which it stands.
    const std::string placeholder = notePlaceholder();
    const bool notes = info.original && addToHistory(noted.metadata, placeholder);
    WriteJob job{file, rows, noted, options, name, writing, written.warnings, facts.lossless};
    const char* format = facts.name;
    const cv::Size size = rows.size();
    if (CV_MAT_DEPTH(rows.type()) == CV_16U && facts.depth < 16)
        job.fail(text("“%1” could not be written: %2 holds no 16-bit pictures.", {name, format}));
    if (size.width < 1 || size.height < 1)
        job.fail(text("“%1” could not be written: the picture is empty.", {name}));
    if (std::max(size.width, size.height) > facts.writer->largestSide)
        job.fail(text("“%1” could not be written: %2 holds at most %3 pixels a side.",
                      {name, format, std::to_string(facts.writer->largestSide)}));
    if (flatten)
        written.warnings.push_back(
            text("%1 cannot hold transparency; “%2” was laid on white.", {format, name}));

    written.bitDepth = CV_MAT_DEPTH(rows.type()) == CV_16U ? 16 : 8;
    facts.writer->write(job);
    file.check();
    const Progress reading = progress.part(0.8, 0.95);
    written.lightness = readPixelsBack(job, facts, reading);
    if (written.lightness && notes)
        noteLightness(job, noted, info.metadata, placeholder, *written.lightness);
    file.flush();
    const Progress closing = progress.part(0.95, 1);
    written.sha256 = readFactsBack(job, facts, closing);
    progress.checkpoint();
    written.path = Publication(job, source).publish(target);
    if (Message broken = brokenPromise(written, facts); !broken.isEmpty())
        written.warnings.push_back(std::move(broken));
    if (job.needsSidecar)
        written.warnings.push_back(text(
            "The metadata of “%1” does not fit into its format; it is in “%2” beside it.",
            {written.path.filename().string(), sidecarPath(written.path).filename().string()}));
    return written;
}

} // namespace

std::filesystem::path numberedCopy(const std::filesystem::path& target, int number)
{
    std::filesystem::path name = target.stem();
    name += " (" + std::to_string(number) + ")";
    name += target.extension();
    return target.parent_path() / name;
}

void MatRowSource::read(int firstRow, cv::Mat& strip)
{
    pixels_.rowRange(firstRow, firstRow + strip.rows).copyTo(strip);
}

Result<WrittenPhoto> writePhoto(RowSource& pixels, const ResultInfo& info,
                                const std::filesystem::path& target, const WriteOptions& options,
                                const std::filesystem::path& source, const Progress& progress)
{
    const std::string name = target.filename().string();
    try {
        return write(pixels, info, target, options, source, progress);
    } catch (const WriteFailure& fail) {
        return tl::make_unexpected(fail.error());
    } catch (const Cancelled&) {
        return failure(ErrorCode::Cancelled, text("Writing “%1” was cancelled.", {name}));
    } catch (const std::bad_alloc& error) {
        return failure(ErrorCode::OutOfMemory,
                       text("There is not enough memory to write “%1”.", {name}), error.what());
    } catch (const std::exception& error) {
        return failure(ErrorCode::WriteFailed, text("“%1” could not be written.", {name}),
                       error.what());
    }
}

} // namespace autochrome::inline photo
