#include "app/cli/colorize_job.h"

#include "core/base/text.h"
#include "core/edit/restoration.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"

#include <chrono>
#include <new>

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

class Stopwatch
{
public:
    double seconds() const
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

void fail(PhotoOutcome& outcome, Error error)
{
    outcome.status = error.code == ErrorCode::Cancelled ? PhotoOutcome::Status::Cancelled
                                                        : PhotoOutcome::Status::Failed;
    outcome.error = std::move(error);
}

void skip(PhotoOutcome& outcome, Message reason)
{
    outcome.status = PhotoOutcome::Status::Skipped;
    outcome.reason = std::move(reason);
}

void append(std::vector<Message>& sentences, const std::vector<Message>& more)
{
    sentences.insert(sentences.end(), more.begin(), more.end());
}

bool isSameFile(const fs::path& a, const fs::path& b)
{
    std::error_code error;
    return fs::equivalent(a, b, error) && !error;
}

} // namespace

ColorizeJob::ColorizeJob(ColorizeSettings settings, OutputPlan plan, PhotoColorizer colorizer,
                         const std::vector<PhotoInput>& all)
    : settings_(std::move(settings)),
      plan_(std::move(plan)),
      colorizer_(std::move(colorizer)),
      before_(numberedCopy)
{
    for (const PhotoInput& input : all)
        if (!input.error)
            sources_.add(input.path,
                         input.fromFolder ? Originals::Kind::Found : Originals::Kind::Named);
}

PhotoOutcome ColorizeJob::run(const PhotoInput& input, const Progress& progress)
{
    PhotoOutcome outcome;
    outcome.source = input.path;
    const std::string& name = input.path.native();
    try {
        if (input.error)
            fail(outcome, *input.error);
        else
            colourise(input, progress, outcome);
    } catch (const Cancelled&) {
        fail(outcome, {ErrorCode::Cancelled, text("“%1” was stopped.", {name}), {}});
    } catch (const std::bad_alloc& error) {
        fail(outcome, {ErrorCode::OutOfMemory, text("There is not enough memory for “%1”.", {name}),
                       error.what()});
    } catch (const std::exception& error) {
        fail(outcome, {ErrorCode::Internal,
                       text("“%1” failed for a reason that is a fault of this program.", {name}),
                       error.what()});
    }
    return outcome;
}

bool ColorizeJob::isDoneBefore(const Target& target, const PhotoInput& input, PhotoOutcome& outcome)
{
    const auto before =
        before_.find(target.path, outcome.sourceSha256,
                     [this](const fs::path& path) { return written_.contains(path); });
    if (!before)
        return false;
    outcome.result = *before;
    if (sourceOfResult(*before).empty())
        skip(outcome, text("“%1” exists already.", {before->native()}));
    else
        skip(outcome, text("“%1” was done before; its result is “%2”.",
                           {input.path.native(), before->native()}));
    return true;
}

WriteOptions ColorizeJob::writeOptions(const Target& target, const PhotoOutcome& outcome) const
{
    WriteOptions options;
    options.format = target.format;
    options.quality = settings_.quality;
    options.keepTime = settings_.keepTimes;
    options.isOriginal = [this](const fs::path& path, const std::string& madeFrom) {
        return sources_.protects(path, madeFrom);
    };
    // Two photos of one name must not overwrite each other's results, whatever was asked.
    const bool keepsAll = settings_.overwrite != Overwrite::Replace || target.taken ||
                          written_.contains(target.path) ||
                          sources_.protects(target.path, outcome.sourceSha256);
    options.overwrite = keepsAll ? Overwrite::Rename : Overwrite::Replace;
    return options;
}

void ColorizeJob::colourise(const PhotoInput& input, const Progress& progress,
                            PhotoOutcome& outcome)
{
    progress.checkpoint();
    const Stopwatch reading;
    Result<Photo> photo = readPhoto(input.path, progress.part(0, 0.2));
    outcome.seconds.emplace_back("read", reading.seconds());
    if (!photo)
        return fail(outcome, photo.error());
    const bool turned = photo->orientation >= 5; // by a quarter
    outcome.sourceSha256 = photo->sourceSha256;
    outcome.sourceFormat = photo->format;
    outcome.width = turned ? photo->pixels.rows : photo->pixels.cols;
    outcome.height = turned ? photo->pixels.cols : photo->pixels.rows;
    outcome.bitDepth = photo->bitDepth();
    outcome.channels = photo->pixels.channels();
    append(outcome.warnings, photo->warnings);

    // A folder that is worked on twice holds the first run's results too.
    if (input.fromFolder && !provenanceOf(photo->metadata).modelName.empty())
        return skip(outcome, text("“%1” is already a colourised result.", {input.path.native()}));

    const Target target = plan_.targetOf(input.path, photo->format);
    // Known before the work is done; the writer looks again when it writes.
    if (isSameFile(target.path, input.path))
        return fail(outcome,
                    {ErrorCode::SameAsSource,
                     text("“%1” is the source itself and is not overwritten; choose another name "
                          "or folder for the result.",
                          {target.path.native()}),
                     {}});
    if (settings_.overwrite == Overwrite::Skip && isDoneBefore(target, input, outcome))
        return;

    const auto colorizer = colorizer_.forPhoto(input.path, outcome.warnings);
    if (!colorizer)
        return fail(outcome, colorizer.error());
    Restoration restoration(std::move(*photo));
    const Result<Rendering> rendering =
        restoration.render(settings_.recipe, **colorizer, progress.part(0.2, 0.6));
    if (!rendering)
        return fail(outcome, rendering.error());
    for (const StageTime& time : rendering->times())
        outcome.seconds.emplace_back(time.stage, time.seconds);
    outcome.modelName = rendering->model().name;
    outcome.modelSha256 = rendering->model().sha256;
    outcome.device = rendering->chroma().device;
    outcome.networkSize = rendering->chroma().networkSize;
    append(outcome.warnings, rendering->chroma().notices);

    const Stopwatch writing;
    const Result<WrittenPhoto> written = exportRendering(
        *rendering, target.path, writeOptions(target, outcome), progress.part(0.6, 1));
    outcome.seconds.emplace_back("write", writing.seconds());
    if (!written)
        return fail(outcome, written.error());
    written_.add(written->path);
    append(outcome.warnings, written->warnings);
    if (settings_.overwrite == Overwrite::Replace &&
        sources_.protects(target.path, outcome.sourceSha256))
        outcome.warnings.push_back(
            text("“%1” is itself a photo of this run and is not overwritten; the result is “%2”.",
                 {target.path.native(), written->path.native()}));
    outcome.result = written->path;
    outcome.resultSha256 = written->sha256;
    outcome.resultFormat = target.format;
    outcome.resultBitDepth = written->bitDepth;
    outcome.lightness = written->lightness;
    outcome.status = PhotoOutcome::Status::Done;
}

} // namespace autochrome::cli
