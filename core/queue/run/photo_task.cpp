#include "core/queue/run/photo_task.h"

#include "core/base/text.h"
#include "core/photo/metadata/history_note.h"
#include "core/photo/metadata/metadata_reader.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/queue/naming/name_template.h"

#include <chrono>
#include <ctime>

namespace autochrome::inline queue {
namespace {

namespace fs = std::filesystem;

// When the picture was taken or scanned, as far as the file says; else when it was written.
std::string dateOf(const Photo& photo)
{
    for (const char* key : {"Exif.Photo.DateTimeOriginal", "Exif.Photo.DateTimeDigitized"}) {
        const std::string date = photo.metadata.value(key); // "1931:05:02 00:00:00"
        if (date.size() >= 10 && date[4] == ':' && date[7] == ':' && date < "3")
            return date.substr(0, 4) + '-' + date.substr(5, 2) + '-' + date.substr(8, 2);
    }
    std::error_code error;
    const auto written = fs::last_write_time(photo.source.path, error);
    if (error)
        return "undated";
    const std::time_t seconds = std::chrono::system_clock::to_time_t(
        std::chrono::time_point_cast<std::chrono::system_clock::duration>(
            std::chrono::file_clock::to_sys(written)));
    std::tm local{};
    ::localtime_r(&seconds, &local);
    char text[16];
    std::strftime(text, sizeof(text), "%Y-%m-%d", &local);
    return text;
}

fs::path folderFor(const Job& job, const BatchSettings& settings)
{
    switch (settings.destination) {
    case Destination::Beside:
        return job.source.path.parent_path();
    case Destination::Folder:
        return settings.folder;
    case Destination::Mirror:
        break;
    }
    if (job.root.empty())
        return settings.folder;
    // With the name of the folder that was added, so that two of them stay apart.
    const fs::path below = job.source.path.parent_path().lexically_relative(job.root);
    const fs::path root = settings.folder / job.root.filename();
    return below == "." ? root : root / below;
}

} // namespace

PhotoTask::PhotoTask(Job job, std::shared_ptr<const Batch> batch, ChosenColorizer chosen,
                     std::shared_ptr<RunFiles> files)
    : job_(std::move(job)),
      batch_(std::move(batch)),
      chosen_(std::move(chosen)),
      files_(std::move(files)),
      work_(job_.source)
{
    work_.follow(batch_->settings.recipe);
    work_.outcome().model = chosen_.colorizer->modelName();
    work_.outcome().modelSha256 = chosen_.colorizer->modelSha256();
}

template <class Stage>
bool PhotoTask::guarded(Stage&& stage)
{
    const bool goesOn = work_.guarded(progress_, std::forward<Stage>(stage));
    if (!goesOn)
        memory_.reset();
    // In the queue a result belongs to the photo that made it.
    if (outcome().status == PhotoOutcome::Status::Skipped)
        work_.outcome().result.clear();
    return goesOn;
}

bool PhotoTask::read(JournalThread& journal, const MemoryBudget& memory)
{
    const auto admit = [&](const PhotoHeader& header) {
        memory_ =
            memory.take(memoryFor(header.width, header.height, header.channels, header.bitDepth));
    };
    return guarded([&] { return work_.read(progress_, admit) && judge(journal); });
}

void PhotoTask::tellIfChanged()
{
    std::error_code error;
    const auto size = std::int64_t(fs::file_size(job_.source.path, error));
    const auto time = std::chrono::duration_cast<std::chrono::nanoseconds>(
                          fs::last_write_time(job_.source.path, error).time_since_epoch())
                          .count();
    if (!error && job_.sourceTime != 0 && (size != job_.sourceSize || time != job_.sourceTime))
        work_.outcome().warnings.push_back(text("“%1” has changed since it was put into the queue; "
                                                "the result is made from what it holds now.",
                                                {job_.source.name()}));
}

bool PhotoTask::judge(JournalThread& journal)
{
    const BatchSettings& settings = batch_->settings;
    tellIfChanged();
    // A result is passed by whatever is kept beside it: it is not coloured again.
    if (!work_.judge({.ownResults = settings.skipOwn}) ||
        !work_.follow({settings.recipe, settings.ownRecipes, settings.named, settings.frame}))
        return false;
    if (settings.skipOwn) {
        const auto before =
            journal
                .ask([&](Journal& j) {
                    return j.doneBefore(job_.batch, outcome().sourceSha256, job_.source.page,
                                        outcome().modelSha256, outcome().recipe);
                })
                .get();
        // A name may have changed hands since; one that says nothing is believed.
        const std::string source =
            before && *before ? sourceOfResult((*before)->outcome.result) : std::string();
        if (before && *before && (source.empty() || source == outcome().madeFrom()))
            return work_.skipDone((*before)->outcome.result);
    }
    if (!work_.judge({.coloured = settings.skipColoured}))
        return false;
    work_.prepare();
    return true;
}

bool PhotoTask::colour()
{
    return guarded([&] { return work_.colour(chosen_, progress_); });
}

void PhotoTask::write(JournalThread& journal)
{
    guarded([&] { return writeResult(journal); });
    memory_.reset();
}

Result<fs::path> PhotoTask::wantedPath(FileFormat format) const
{
    const auto pattern = NameTemplate::parse(batch_->settings.nameTemplate);
    if (!pattern)
        return tl::make_unexpected(pattern.error());
    NameFields fields;
    fields.name = job_.source.stem();
    fields.ext = formatExtension(format);
    fields.parent = job_.source.path.parent_path().filename().native();
    fields.date = dateOf(work_.photo());
    fields.model = outcome().model;
    fields.batch = batch_->name;
    fields.counter = job_.number;
    const fs::path path = folderFor(job_, batch_->settings) / pattern->expand(fields);
    std::error_code error;
    fs::create_directories(path.parent_path(), error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made: %2.",
                            {path.parent_path().native(), error.message()}),
                       error.message());
    return path;
}

Result<fs::path> PhotoTask::reserve(JournalThread& journal, const fs::path& wanted,
                                    bool withSidecar)
{
    const Overwrite collision = batch_->settings.collision;
    const auto isTaken = [&](const fs::path& path) {
        std::error_code ignored;
        return files_->isOriginal(path, outcome().madeFrom()) ||
               (withSidecar && collision != Overwrite::Replace &&
                fs::exists(fs::symlink_status(sidecarPath(path), ignored)));
    };
    return journal
        .ask([&](Journal& j) {
            // What is there under Skip was looked at: it is another photo's.
            return j.reserve(job_.id, outcome().sourceSha256, wanted,
                             collision == Overwrite::Replace ? collision : Overwrite::Rename,
                             isTaken);
        })
        .get();
}

bool PhotoTask::writeResult(JournalThread& journal)
{
    const BatchSettings& settings = batch_->settings;
    WriteOptions options;
    options.format = settings.format.value_or(losslessFormatFor(outcome().sourceFormat));
    options.quality = settings.quality;
    options.keepTime = settings.keepTimes;
    // A reserved name is free; should somebody else take it now, nothing of theirs is replaced.
    options.overwrite =
        settings.collision == Overwrite::Replace ? Overwrite::Replace : Overwrite::Skip;
    options.isOriginal = [this](const fs::path& path, const std::string& madeFrom) {
        return files_->isOriginal(path, madeFrom);
    };
    const auto wanted = wantedPath(options.format);
    if (!wanted)
        return work_.fail(wanted.error());
    if (const auto known = files_->update(journal); !known)
        return work_.fail(known.error());
    if (settings.collision == Overwrite::Skip)
        if (const auto before =
                files_->doneBefore(journal, job_.batch, *wanted, outcome().madeFrom()))
            return work_.skipFound(*before);
    const bool moves = settings.collision == Overwrite::Replace &&
                       files_->isOriginal(*wanted, outcome().madeFrom());
    bool withSidecar = factsOf(options.format).metadata == MetadataPlace::Beside;
    constexpr int tries = 10;
    for (int i = 0; i < tries; ++i) {
        const auto target = reserve(journal, *wanted, withSidecar);
        if (!target)
            return work_.fail(target.error());
        const auto written = work_.write(*target, options, progress_);
        if (!written && written.error().code == ErrorCode::TargetExists &&
            settings.collision != Overwrite::Replace) {
            withSidecar = true; // it may be that
            continue;
        }
        if (!written)
            return work_.fail(written.error());
        if (moves)
            work_.outcome().warnings.push_back(text(
                "“%1” is itself a photo of the queue and is not overwritten; the result is “%2”.",
                {wanted->native(), outcome().result.native()}));
        return true;
    }
    return work_.fail({ErrorCode::TargetExists,
                       text("No free name was found for the result “%1”.", {wanted->native()}),
                       {}});
}

std::optional<WholeResult> wholeResultOf(const Job& job, const Batch& batch)
{
    if (batch.settings.collision == Overwrite::Replace || job.outcome.sourceSha256.empty())
        return std::nullopt;
    const auto photo = readPhoto(job.target);
    if (!photo)
        return std::nullopt;
    const Provenance provenance = provenanceOf(photo->metadata);
    if (provenance.madeFrom() != fingerprint(job.outcome.sourceSha256, job.source.page))
        return std::nullopt;
    return WholeResult{photo->sourceSha256,
                       notedLightness(photo->metadata),
                       {.share = provenance.filledShare(), .left = provenance.damageLeft()}};
}

} // namespace autochrome::inline queue
