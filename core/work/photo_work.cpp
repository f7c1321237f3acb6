#include "core/work/photo_work.h"

#include "core/base/text.h"
#include "core/edit/repair/mask_file.h"
#include "core/photo/file_stamp.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/profile/photo_colour.h"
#include "core/photo/result_finder.h"
#include "core/prints/automatic_frame.h"
#include "core/prints/print_finder.h"

#include <chrono>
#include <nlohmann/json.hpp>

namespace autochrome::inline work {
namespace {

// Adds the time until it goes to a sum.
class Stopwatch
{
public:
    explicit Stopwatch(double& seconds) : seconds_(seconds) {}
    ~Stopwatch() { seconds_ += std::chrono::duration<double>(Clock::now() - start_).count(); }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    using Clock = std::chrono::steady_clock;
    double& seconds_;
    Clock::time_point start_ = Clock::now();
};

template <class Sentences>
void append(Sentences& sentences, const Sentences& more)
{
    sentences.insert(sentences.end(), more.begin(), more.end());
}

} // namespace

PhotoWork::PhotoWork(PhotoId photo, std::string called) : called_(std::move(called))
{
    if (called_.empty())
        called_ = photo.name();
    outcome_.source = std::move(photo);
    follow(Recipe());
}

PhotoWork::~PhotoWork() = default;
PhotoWork::PhotoWork(PhotoWork&&) noexcept = default;

bool PhotoWork::read(const Progress& progress, const std::function<void(const PhotoHeader&)>& admit)
{
    const Stopwatch watch(outcome_.seconds.read);
    if (admit) {
        const auto header = readPhotoHeader(source());
        if (!header)
            return fail(header.error());
        admit(*header);
    }
    const auto before = FileStamp::of(source().path);
    Result<Photo> photo = readPhoto(source(), progress);
    if (!photo) {
        outcome_.passes = FileStamp::of(source().path) != before;
        return fail(std::move(photo.error()));
    }
    const bool turned = photo->orientation >= 5; // by a quarter
    outcome_.sourceSha256 = photo->sourceSha256;
    outcome_.sourceFormat = photo->format;
    outcome_.width = turned ? photo->pixels.rows : photo->pixels.cols;
    outcome_.height = turned ? photo->pixels.cols : photo->pixels.rows;
    outcome_.bitDepth = photo->bitDepth();
    outcome_.channels = photo->pixels.channels();
    append(outcome_.warnings, photo->warnings);
    photo_ = std::make_unique<Photo>(std::move(*photo));
    return true;
}

bool PhotoWork::judge(const Judging& judging)
{
    const Stopwatch watch(outcome_.seconds.read);
    if (judging.ownResults && !provenanceOf(photo().metadata).modelName.empty())
        return skip(text("“%1” is already a colourised result.", {called_}));
    if (judging.restored && provenanceOf(photo().metadata).isRestored)
        return skip(text("“%1” is already a restored result.", {called_}));
    if (judging.coloured && colourKindOf(photo()) == ColourKind::Coloured)
        return skip(text("“%1” has colours already.", {called_}));
    return true;
}

void PhotoWork::prepare()
{
    if (restoration_)
        return;
    const Stopwatch watch(outcome_.seconds.read);
    restoration_ = std::make_unique<Restoration>(std::move(*photo_));
    photo_.reset();
}

void PhotoWork::follow(const Recipe& recipe)
{
    recipe_ = recipe;
    outcome_.recipe = nlohmann::json::parse(recipe.toJson()).dump(); // on one line
}

bool PhotoWork::follow(const RecipeOrder& order)
{
    Result<OrderedRecipe> ordered = recipeFor({source().path, source().page, outcome_.sourceSha256},
                                              order, RecipeStore::ofPerson());
    if (!ordered)
        return fail(std::move(ordered.error()));
    append(outcome_.warnings, ordered->warnings);
    const cv::Size upright(outcome_.width, outcome_.height);
    if (!order.frame.isNone()) {
        prepare(); // what is looked at is to be upright
        auto found = orderedFrame(order.frame, called_, photo().pixels);
        if (!found)
            return fail(std::move(found.error()));
        ordered->recipe.geometry.frame = found->frame;
        if (!found->notice.isEmpty())
            outcome_.warnings.push_back(std::move(found->notice));
    }
    if (Message stray = dropStrayFrame(ordered->recipe, called_, upright); !stray.isEmpty())
        outcome_.warnings.push_back(std::move(stray));
    follow(ordered->recipe);
    return true;
}

std::vector<PhotoWork> PhotoWork::split()
{
    prepare();
    std::vector<PhotoWork> parts;
    for (const FoundPrint& print : findPrints(photo().pixels)) {
        PhotoWork& part = parts.emplace_back(source(), called_);
        part.outcome_ = outcome_;
        part.photo_ = std::make_unique<Photo>(photo()); // the same pixels, shared
        Recipe recipe = recipe_;
        recipe.geometry.frame = print.frame;
        part.follow(recipe);
        // Told and counted once.
        outcome_.warnings.clear();
        outcome_.seconds = {};
    }
    if (parts.empty())
        outcome_.warnings.push_back(
            text("No print's edge is seen for certain on “%1”; it stays whole.", {called_}));
    return parts;
}

bool PhotoWork::colour(const ChosenColorizer& chosen, const Progress& progress)
{
    prepare();
    const Stopwatch watch(outcome_.seconds.colour);
    Result<Coloured> made = coloured(*restoration_, recipe_, chosen, progress);
    if (!made) {
        if (!chosen.notice.isEmpty())
            outcome_.warnings.push_back(chosen.notice);
        return fail(std::move(made.error()));
    }
    const ChromaMap& chroma = made->rendering.chroma();
    outcome_.model = made->rendering.model().name;
    outcome_.modelSha256 = made->rendering.model().sha256;
    outcome_.device = chroma.device;
    outcome_.networkSize = chroma.networkSize;
    tell(made->rendering.times(), made->rendering.repair(), made->rendering.tones());
    append(outcome_.warnings, made->notices);
    rendering_ = std::move(made->rendering);
    return true;
}

bool PhotoWork::restore(const Progress& progress)
{
    prepare();
    const Stopwatch watch(outcome_.seconds.colour);
    Result<Restored> made = restoration_->restore(recipe_, progress);
    if (!made)
        return fail(std::move(made.error()));
    tell(made->times(), made->repair(), made->tones());
    append(outcome_.warnings, made->notices());
    restored_ = std::move(*made);
    return true;
}

void PhotoWork::tell(const std::vector<StageTime>& times, const Repair& repair,
                     const FoundTones& tones)
{
    for (const StageTime& time : times)
        outcome_.stages.emplace_back(time.stage, time.seconds);
    outcome_.repair = {repair.share, repair.filled, repair.left};
    if (const auto& levels = tones.levels)
        outcome_.levels =
            LevelFigures{levels->black, levels->white, levels->certainty, levels->isFaded()};
    if (const auto& film = tones.film)
        outcome_.film = FilmFigures{film->densest, film->base};
}

Result<void> PhotoWork::write(const std::filesystem::path& target, const WriteOptions& options,
                              const Progress& progress)
{
    const Stopwatch watch(outcome_.seconds.write);
    std::filesystem::path mask;
    if (!maskFolder_.empty()) {
        auto madeMask = writeMask(options);
        if (!madeMask)
            return tl::make_unexpected(std::move(madeMask.error()));
        mask = std::move(*madeMask);
    }
    const Result<WrittenPhoto> written =
        restored_ ? exportRestored(*restored_, target, options, progress)
                  : exportRendering(*rendering_, target, options, progress);
    if (!written) {
        std::error_code ignored; // a mask of no result would mislead
        if (!mask.empty())
            std::filesystem::remove(mask, ignored);
        return tl::make_unexpected(written.error());
    }
    append(outcome_.warnings, written->warnings);
    outcome_.mask = std::move(mask);
    outcome_.result = written->path;
    outcome_.resultSha256 = written->sha256;
    outcome_.resultFormat = options.format;
    outcome_.resultBitDepth = written->bitDepth;
    outcome_.lightness = written->lightness;
    outcome_.status = PhotoOutcome::Status::Done;
    release();
    return {};
}

Result<std::filesystem::path> PhotoWork::writeMask(const WriteOptions& like)
{
    const Repair& repair = restored_ ? restored_->repair() : rendering_->repair();
    const GeometryMap& map = restored_ ? restored_->map() : rendering_->map();
    const auto written = autochrome::writeMask(
        repair, map, maskFolder_ / (source().stem() + maskPart_ + "_mask.png"), like,
        {source().path, recipe_.repair.mask.file});
    if (written)
        return written->path;
    Error error = written.error();
    error.message = text("“%1”: no result was written, for its mask could not be. %2",
                         {called_, error.message});
    return tl::make_unexpected(std::move(error));
}

bool PhotoWork::fail(Error error)
{
    outcome_.status = error.code == ErrorCode::Cancelled ? PhotoOutcome::Status::Cancelled
                                                         : PhotoOutcome::Status::Failed;
    outcome_.error = std::move(error);
    release();
    return false;
}

bool PhotoWork::skip(Message reason)
{
    outcome_.status = PhotoOutcome::Status::Skipped;
    outcome_.reason = std::move(reason);
    release();
    return false;
}

bool PhotoWork::skipDone(const std::filesystem::path& result)
{
    outcome_.result = result;
    return skip(text("“%1” was done before; its result is “%2”.", {called_, result.native()}));
}

bool PhotoWork::skipFound(const std::filesystem::path& file)
{
    if (!sourceOfResult(file).empty())
        return skipDone(file);
    outcome_.result = file;
    return skip(text("“%1” exists already.", {file.native()}));
}

// Called where an exception is handled.
bool PhotoWork::failCaught()
{
    Error error = caughtError(text("“%1” failed because of a fault in this program.", {called_}));
    if (error.code == ErrorCode::Cancelled)
        error.message = text("“%1” was stopped.", {called_});
    else if (error.code == ErrorCode::OutOfMemory)
        error.message = text("There is not enough memory for “%1”.", {called_});
    return fail(std::move(error));
}

const Photo& PhotoWork::photo() const
{
    return photo_ ? *photo_ : *restoration_->upright();
}

std::unique_ptr<Restoration> PhotoWork::takeRestoration()
{
    prepare();
    return std::move(restoration_);
}

void PhotoWork::release()
{
    rendering_.reset();
    restored_.reset();
    restoration_.reset();
    photo_.reset();
}

} // namespace autochrome::inline work
