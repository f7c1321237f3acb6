#include "core/queue/run/photo_task.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/edit/colour/caught.h"
#include "core/edit/recipe_order.h"
#include "core/photo/file_stamp.h"
#include "core/photo/metadata/history_note.h"
#include "core/photo/metadata/metadata_reader.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/profile/photo_colour.h"
#include "core/queue/naming/name_template.h"

#include <chrono>
#include <ctime>
#include <nlohmann/json.hpp>

namespace autochrome::inline queue {
namespace {

namespace fs = std::filesystem;

void append(std::vector<Message>& sentences, const std::vector<Message>& more)
{
    sentences.insert(sentences.end(), more.begin(), more.end());
}

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

PhotoTask::PhotoTask(Job job, std::shared_ptr<const Batch> batch,
                     std::shared_ptr<Colorizer> colorizer, std::shared_ptr<RunFiles> files,
                     Message warning)
    : job_(std::move(job)),
      batch_(std::move(batch)),
      colorizer_(std::move(colorizer)),
      files_(std::move(files)),
      recipe_(batch_->settings.recipe)
{
    outcome_.model = colorizer_->modelName();
    outcome_.modelSha256 = colorizer_->modelSha256();
    if (!warning.isEmpty())
        outcome_.warnings.push_back(std::move(warning));
}

PhotoTask::~PhotoTask() = default;

bool PhotoTask::end(JobState state)
{
    outcome_.state = state;
    rendering_.reset();
    restoration_.reset();
    memory_.reset();
    return false;
}

bool PhotoTask::fail(Error error)
{
    const JobState state =
        error.code == ErrorCode::Cancelled ? JobState::Cancelled : JobState::Failed;
    outcome_.error = std::move(error);
    return end(state);
}

bool PhotoTask::skip(Message reason)
{
    outcome_.reason = std::move(reason);
    return end(JobState::Skipped);
}

template <class Stage>
bool PhotoTask::timed(double& seconds, Stage&& stage)
{
    const auto start = std::chrono::steady_clock::now();
    bool goesOn = false;
    try {
        progress_.checkpoint();
        goesOn = stage();
    } catch (...) {
        goesOn = fail(caughtError(text("“%1” failed for a reason that is a fault of this program.",
                                       {job_.source.place()})));
    }
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return goesOn;
}

bool PhotoTask::read(JournalThread& journal, const MemoryBudget& memory)
{
    return timed(outcome_.seconds.read, [&] { return readPhotoAndJudge(journal, memory); });
}

bool PhotoTask::readOwnRecipe()
{
    const BatchSettings& settings = batch_->settings;
    auto ordered =
        recipeFor({job_.source.path, job_.source.page, outcome_.sourceSha256},
                  {settings.recipe, settings.ownRecipes, settings.named}, RecipeStore::ofPerson());
    if (!ordered)
        return fail(std::move(ordered.error()));
    recipe_ = std::move(ordered->recipe);
    append(outcome_.warnings, ordered->warnings);
    return true;
}

bool PhotoTask::readPhotoAndJudge(JournalThread& journal, const MemoryBudget& memory)
{
    const BatchSettings& settings = batch_->settings;
    const auto header = readPhotoHeader(job_.source);
    if (!header)
        return fail(header.error());
    memory_ =
        memory.take(memoryFor(header->width, header->height, header->channels, header->bitDepth));
    const auto before = FileStamp::of(job_.source.path);
    Result<Photo> photo = readPhoto(job_.source, progress_);
    if (!photo) {
        outcome_.passes = FileStamp::of(job_.source.path) != before;
        return fail(photo.error());
    }
    append(outcome_.warnings, photo->warnings);
    outcome_.sourceSha256 = photo->sourceSha256;
    sourceFormat_ = photo->format;
    const bool turned = photo->orientation >= 5; // by a quarter
    outcome_.width = turned ? photo->pixels.rows : photo->pixels.cols;
    outcome_.height = turned ? photo->pixels.cols : photo->pixels.rows;

    std::error_code error;
    const auto size = std::int64_t(fs::file_size(job_.source.path, error));
    const auto time = std::chrono::duration_cast<std::chrono::nanoseconds>(
                          fs::last_write_time(job_.source.path, error).time_since_epoch())
                          .count();
    if (!error && job_.sourceTime != 0 && (size != job_.sourceSize || time != job_.sourceTime))
        outcome_.warnings.push_back(
            text("“%1” has changed since it was put into the queue; the result is of what it holds "
                 "now.",
                 {job_.source.name()}));
    if (!readOwnRecipe())
        return false;
    outcome_.recipe = nlohmann::json::parse(recipe_.toJson()).dump(); // on one line

    if (settings.skipOwn) {
        if (!provenanceOf(photo->metadata).modelName.empty())
            return skip(text("“%1” is already a colourised result.", {job_.source.name()}));
        const auto before =
            journal
                .ask([&](Journal& j) {
                    return j.doneBefore(job_.batch, outcome_.sourceSha256, job_.source.page,
                                        outcome_.modelSha256, outcome_.recipe);
                })
                .get();
        // A name may have changed hands since; one that says nothing is believed.
        const std::string source =
            before && *before ? sourceOfResult((*before)->outcome.result) : std::string();
        if (before && *before && (source.empty() || source == madeFrom()))
            return skip(text("“%1” was done already; its result is “%2”.",
                             {job_.source.name(), (*before)->outcome.result.native()}));
    }
    if (settings.skipColoured && colourKindOf(*photo) == ColourKind::Coloured)
        return skip(text("“%1” has colours already.", {job_.source.name()}));
    restoration_ = std::make_unique<Restoration>(std::move(*photo));
    return true;
}

bool PhotoTask::colour()
{
    return timed(outcome_.seconds.colour, [&] {
        Result<Rendering> rendering = restoration_->render(recipe_, *colorizer_, progress_);
        if (!rendering)
            return fail(rendering.error());
        append(outcome_.warnings, rendering->chroma().notices);
        outcome_.model = rendering->model().name;
        outcome_.modelSha256 = rendering->model().sha256;
        rendering_ = std::move(*rendering);
        return true;
    });
}

void PhotoTask::write(JournalThread& journal)
{
    timed(outcome_.seconds.write, [&] { return writeResult(journal); });
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
    fields.date = dateOf(*rendering_->before());
    fields.model = outcome_.model;
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
        return files_->isOriginal(path, madeFrom()) ||
               (withSidecar && collision != Overwrite::Replace &&
                fs::exists(fs::symlink_status(sidecarPath(path), ignored)));
    };
    return journal
        .ask([&](Journal& j) {
            // What is there under Skip was looked at: it is another photo's.
            return j.reserve(job_.id, outcome_.sourceSha256, wanted,
                             collision == Overwrite::Replace ? collision : Overwrite::Rename,
                             isTaken);
        })
        .get();
}

bool PhotoTask::writeResult(JournalThread& journal)
{
    const BatchSettings& settings = batch_->settings;
    WriteOptions options;
    options.format = settings.format.value_or(losslessFormatFor(sourceFormat_));
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
        return fail(wanted.error());
    if (const auto known = files_->update(journal); !known)
        return fail(known.error());
    if (settings.collision == Overwrite::Skip)
        if (const auto before = files_->doneBefore(journal, job_.batch, *wanted, madeFrom()))
            return skip(sourceOfResult(*before).empty()
                            ? text("“%1” exists already.", {before->native()})
                            : text("“%1” was done before; its result is “%2”.",
                                   {job_.source.name(), before->native()}));
    const bool moves =
        settings.collision == Overwrite::Replace && files_->isOriginal(*wanted, madeFrom());
    bool withSidecar = factsOf(options.format).metadata == MetadataPlace::Beside;
    constexpr int tries = 10;
    for (int i = 0; i < tries; ++i) {
        const auto target = reserve(journal, *wanted, withSidecar);
        if (!target)
            return fail(target.error());
        const auto written = exportRendering(*rendering_, *target, options, progress_);
        if (!written && written.error().code == ErrorCode::TargetExists &&
            settings.collision != Overwrite::Replace) {
            withSidecar = true; // it may be that
            continue;
        }
        if (!written)
            return fail(written.error());
        append(outcome_.warnings, written->warnings);
        if (moves)
            outcome_.warnings.push_back(text(
                "“%1” is itself a photo of the queue and is not overwritten; the result is “%2”.",
                {wanted->native(), written->path.native()}));
        outcome_.result = written->path;
        outcome_.resultSha256 = written->sha256;
        outcome_.lightness = written->lightness;
        end(JobState::Done);
        return true;
    }
    return fail({ErrorCode::TargetExists,
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
    if (provenanceOf(photo->metadata).madeFrom() !=
        fingerprint(job.outcome.sourceSha256, job.source.page))
        return std::nullopt;
    return WholeResult{photo->sourceSha256, notedLightness(photo->metadata)};
}

} // namespace autochrome::inline queue
