#include "ui/document/photo_document.h"

#include "core/edit/tone/tone_stage.h"
#include "core/photo/profile/colour_space.h"
#include "core/work/photo_work.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/result_picture.h"
#include "ui/viewer/thumbnail.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"

#include <QFileInfo>
#include <utility>

namespace autochrome {

namespace {

qint64 bytesOf(const std::shared_ptr<const Photo>& photo)
{
    return photo ? qint64(photo->pixels.total()) * qint64(photo->pixels.elemSize()) : 0;
}

} // namespace

struct PhotoDocument::ReadResult
{
    QString path; ///< empty: none was asked for
    Result<ResultPicture> picture = failure(ErrorCode::Internal, {});
};

/// The photo as it lies by a recipe.
struct PhotoDocument::Lying
{
    Result<std::shared_ptr<const Prepared>> prepared = failure(ErrorCode::Internal, {});
    cv::Mat small;

    static Lying of(Restoration& restoration, const Recipe& recipe, const Progress& progress)
    {
        Lying laid{restoration.prepare(recipe, progress), {}};
        if (laid.prepared)
            laid.small = shrunkToThumbnail((*laid.prepared)->photo->pixels);
        return laid;
    }
};

struct PhotoDocument::ReadPhoto
{
    Error error; ///< valid if restoration is null
    std::shared_ptr<Restoration> restoration;
    QString profileName;
    Lying lying;
    PhotoMark mark;
    std::optional<KeptRecipe> kept; ///< none: it was not asked for
    ReadResult result;
};

struct PhotoDocument::Rendered
{
    Result<Coloured> result = failure(ErrorCode::Internal, {});
    QImage thumbnail;
    std::optional<double> luminanceError;
};

PhotoDocument::PhotoDocument(const QString& path, ColorizerService* service, QThreadPool* pool,
                             QObject* parent)
    : QObject(parent), path_(path), service_(service), pool_(pool)
{
    connect(service_, &ColorizerService::changed, this, &PhotoDocument::onColorizerChanged);
}

PhotoDocument::~PhotoDocument()
{
    cancel(); // the job owns what it works on, and nobody waits for it
}

QString PhotoDocument::name() const
{
    return shownName(QFileInfo(path_).fileName());
}

void PhotoDocument::setThumbnail(const QImage& thumbnail)
{
    if (thumbnail.isNull() || rendering_ || result_)
        return;
    thumbnail_ = thumbnail;
    Q_EMIT thumbnailChanged();
}

void PhotoDocument::setProblem(const std::optional<Error>& problem)
{
    if (!problem && !problem_)
        return;
    problem_ = problem;
    Q_EMIT stateChanged();
}

bool PhotoDocument::isExported() const
{
    return exported_ == recipe_ && (!rendering_ || rendering_->model().sha256 == exportedModel_);
}

void PhotoDocument::setExported(const Rendering& rendering)
{
    exported_ = rendering.recipe();
    exportedModel_ = rendering.model().sha256;
    Q_EMIT stateChanged();
}

void PhotoDocument::beginWith(const Recipe& recipe)
{
    if (undoStack_.count() > 0 || recipe == recipe_)
        return;
    recipe_ = recipe;
    Q_EMIT recipeChanged();
}

void PhotoDocument::edit(const Recipe& recipe, int gesture, const QString& name)
{
    if (recipe == recipe_)
        return;
    undoStack_.push(new RecipeCommand(this, recipe, gesture, name));
}

void PhotoDocument::applyRecipe(const Recipe& recipe)
{
    if (recipe == recipe_)
        return;
    recipe_ = recipe;
    stopped_ = false; // whoever changes something wants to see it
    dropResult();
    Q_EMIT recipeChanged();
    if (work_ || !isUpToDate()) // it is not if a change that was stopped is undone
        render();
}

qint64 PhotoDocument::bytes() const
{
    return bytesOf(photo_) + bytesOf(result_) +
           qint64(restoration_ ? restoration_->keptBytes() : 0);
}

void PhotoDocument::showResult(const QString& path)
{
    resultPath_ = path;
    stopped_ = false;
    if (isRead())
        readResult(); // anew even if it is shown: the file may have been written again
}

void PhotoDocument::dropResult()
{
    resultPath_.clear();
    if (!inFlightResult_.isEmpty())
        work_->cancel();
}

void PhotoDocument::load()
{
    const bool isThere = resultPath_.isEmpty() ? rendering_.has_value() : result_ != nullptr;
    if (!isRead())
        read();
    else if (!isThere && !stopped_)
        makeAfter();
}

void PhotoDocument::colour()
{
    stopped_ = false;
    dropResult();
    if (!isRead())
        read();
    else
        render();
}

void PhotoDocument::cancel()
{
    if (!work_)
        return;
    outdated_ = false;
    readAgain_ = false;
    work_->cancel();
}

void PhotoDocument::unload()
{
    if (work_)
        return;
    photo_.reset();
    before_.reset();
    small_.release();
    restoration_.reset();
    rendering_.reset();
    result_.reset();
    Q_EMIT photoChanged();
    Q_EMIT renderingChanged();
}

void PhotoDocument::read()
{
    if (work_) {
        readAgain_ = work_->isCancelled();
        return;
    }
    setWork(Work(tr("Reading “%1”…").arg(name())));
    runInBackground(
        pool_, this,
        [path = pathNamed(path_), result = resultPath_, recipe = recipe_,
         progress = work_->progress(), findRecipe = recipeFinder_] {
            auto read = std::make_shared<ReadPhoto>();
            const double half = result.isEmpty() ? 1 : 0.5;
            const Progress reading = progress.part(0, half);
            PhotoWork work(path);
            if (!work.guarded(reading, [&] { return work.read(reading); })) {
                read->error = *work.outcome().error;
                return read;
            }
            read->restoration = work.takeRestoration();
            const auto upright = read->restoration->upright();
            if (findRecipe) {
                read->mark = {path, upright->source.page, upright->sourceSha256};
                read->kept = findRecipe(read->mark);
            }
            read->lying = Lying::of(
                *read->restoration,
                read->kept && read->kept->isUsable() ? read->kept->recipe : recipe, progress);
            if (!read->lying.prepared) {
                read->error = read->lying.prepared.error();
                read->restoration.reset();
                return read;
            }
            const Photo& before = *(*read->lying.prepared)->photo;
            read->profileName = QString::fromStdString(ColourSpace::of(before).name());
            if (result.isEmpty())
                return read;
            read->result = {result, readResultPicture(result, before, progress.part(half, 1))};
            const auto& picture = read->result.picture;
            if (!picture && picture.error().code == ErrorCode::Cancelled) {
                // Stopped is the whole reading; another time both are read.
                read->error = picture.error();
                read->restoration.reset();
            }
            return read;
        },
        [this](std::shared_ptr<ReadPhoto> read) { onRead(std::move(read)); });
}

void PhotoDocument::onRead(std::shared_ptr<ReadPhoto> read)
{
    setWork(std::nullopt);
    if (std::exchange(readAgain_, false) && !read->restoration) {
        this->read();
        return;
    }
    if (!read->restoration) {
        Q_EMIT readFailed(read->error); // may delete this
        return;
    }
    setProblem(std::nullopt);
    if (read->kept)
        Q_EMIT recipeLookedUp(read->mark, *read->kept);
    restoration_ = read->restoration;
    photo_ = restoration_->upright();
    before_ = (*read->lying.prepared)->photo;
    map_ = (*read->lying.prepared)->map;
    profileName_ = read->profileName;
    small_ = read->lying.small;
    setThumbnail(thumbnailOf(small_));
    // A result that came along is there before the photo is shown, or nothing would be for a blink.
    auto withResult = [&] { return !resultPath_.isEmpty() && read->result.path == resultPath_; };
    if (withResult() && read->result.picture)
        result_ = read->result.picture->photo;
    Q_EMIT photoChanged();
    if (withResult())
        takeResult(read->result);
    else
        makeAfter();
}

/// Goes on to what is wanted as "after".
void PhotoDocument::makeAfter()
{
    if (resultPath_.isEmpty())
        render();
    else
        readResult();
}

void PhotoDocument::readResult()
{
    if (work_) {
        // Whatever else runs is for nothing now; what follows its end comes back here.
        if (inFlightResult_ != resultPath_)
            work_->cancel();
        else
            readAgain_ = work_->isCancelled();
        return;
    }
    inFlightResult_ = resultPath_;
    setWork(Work(tr("Reading “%1”…").arg(QFileInfo(resultPath_).fileName())));
    runInBackground(
        pool_, this,
        [path = resultPath_, before = before_, progress = work_->progress()] {
            return std::make_shared<ReadResult>(
                ReadResult{path, readResultPicture(path, *before, progress)});
        },
        [this](const std::shared_ptr<ReadResult>& read) { onResultRead(*read); });
}

void PhotoDocument::onResultRead(const ReadResult& read)
{
    inFlightResult_.clear();
    outdated_ = false;
    setWork(std::nullopt);
    const bool again = std::exchange(readAgain_, false);
    if (read.path != resultPath_ || (again && !read.picture))
        makeAfter();
    else
        takeResult(read);
}

void PhotoDocument::takeResult(const ReadResult& read)
{
    if (read.picture) {
        result_ = read.picture->photo;
        rendering_.reset(); // what is saved is what is seen
        thumbnail_ = read.picture->thumbnail;
        Q_EMIT renderingChanged();
        Q_EMIT thumbnailChanged();
        return;
    }
    const Error& error = read.picture.error();
    stopped_ = error.code == ErrorCode::Cancelled;
    resultPath_.clear();
    if (result_) { // an earlier one
        result_.reset();
        Q_EMIT renderingChanged();
    }
    Q_EMIT resultFailed(error);
    render();
}

void PhotoDocument::onColorizerChanged()
{
    if (isRead() && !stopped_ && resultPath_.isEmpty())
        render();
}

/// Lays the photo as the recipe says, which is soon done and needs no network; then goes on to its
/// colours.
void PhotoDocument::lay()
{
    outdated_ = false;
    setWork(Work(tr("Turning “%1”…").arg(name())));
    runInBackground(
        pool_, this,
        [restoration = restoration_, recipe = recipe_, progress = work_->progress()] {
            return std::make_shared<Lying>(Lying::of(*restoration, recipe, progress));
        },
        [this](const std::shared_ptr<Lying>& laid) { onLaid(*laid); });
}

void PhotoDocument::onLaid(const Lying& laid)
{
    setWork(std::nullopt);
    const bool again = std::exchange(outdated_, false);
    if (laid.prepared && (*laid.prepared)->photo != before_) {
        const GeometryMap last = std::exchange(map_, (*laid.prepared)->map);
        before_ = (*laid.prepared)->photo;
        small_ = laid.small;
        // These are of the photo as it lay before.
        rendering_.reset();
        result_.reset();
        thumbnail_ = thumbnailOf(small_);
        Q_EMIT beforeChanged(last);
        Q_EMIT renderingChanged();
        Q_EMIT thumbnailChanged();
    }
    if (again || !resultPath_.isEmpty())
        makeAfter();
    else if (laid.prepared)
        startRendering();
    else
        fail(laid.prepared.error());
}

void PhotoDocument::render()
{
    if (!isRead() || stopped_)
        return;
    if (work_) {
        outdated_ = true;
        // A job that only shows another moment of a drag is let through, so that the drag is seen
        // while it lasts; one that runs the network for nothing is stopped.
        if (restoration_->needs(recipe_) >= Rework::Network)
            work_->cancel();
        return;
    }
    if (restoration_->needs(recipe_) == Rework::Before)
        lay();
    else
        startRendering();
}

void PhotoDocument::startRendering()
{
    if (!service_->colorizer())
        return; // onColorizerChanged() comes back to it
    const auto colorizer = service_->colorizerFor(pathNamed(path_));
    outdated_ = false;
    setWork(Work(tr("Colouring “%1”…").arg(name())));
    runInBackground(
        pool_, this,
        [restoration = restoration_, colorizer, recipe = recipe_, small = small_,
         isFirst = !rendering_, progress = work_->progress()] {
            auto rendered = std::make_shared<Rendered>();
            rendered->result = colorizer().and_then([&](const ChosenColorizer& chosen) {
                return coloured(*restoration, recipe, chosen, progress);
            });
            if (rendered->result) {
                rendered->thumbnail = thumbnailOf(rendered->result->rendering, small);
                if (isFirst) // no slider waits for it
                    rendered->luminanceError = rendered->result->rendering.luminanceError();
            }
            return rendered;
        },
        [this](std::shared_ptr<Rendered> rendered) { onRendered(std::move(rendered)); });
}

void PhotoDocument::onRendered(std::shared_ptr<Rendered> rendered)
{
    setWork(std::nullopt);
    const bool again = std::exchange(outdated_, false);
    if (!resultPath_.isEmpty()) {
        readResult();
        return;
    }
    if (rendered->result) {
        rendering_ = std::move(rendered->result->rendering);
        notices_ = std::move(rendered->result->notices);
        result_.reset();
        double seconds = 0;
        for (const StageTime& time : rendering_->times())
            seconds += time.cached ? 0 : time.seconds;
        if (rendering_->networkRan())
            colourSeconds_ = seconds;
        ++lastMeasurement_; // what is being measured is no longer of interest
        isMeasured_ = rendered->luminanceError.has_value();
        if (isMeasured_) // else the last one stands until this one is known: no flicker in a drag
            luminanceError_ = rendered->luminanceError;
        thumbnail_ = rendered->thumbnail;
        setProblem(std::nullopt);
        Q_EMIT renderingChanged();
        Q_EMIT thumbnailChanged();
    } else if (!again) {
        fail(rendered->result.error());
    }
    if (again)
        render();
    else if (rendering_ && !isMeasured_)
        measure();
}

void PhotoDocument::fail(const Error& error)
{
    stopped_ = error.code == ErrorCode::Cancelled;
    if (!stopped_)
        setProblem(error);
    Q_EMIT colourFailed(error);
}

/// Looks how well the luminance was kept, once a slider has come to rest.
void PhotoDocument::measure()
{
    const int measurement = ++lastMeasurement_;
    runInBackground(
        pool_, this, [rendering = *rendering_] { return rendering.luminanceError(); },
        [this, measurement](double error) {
            if (measurement != lastMeasurement_)
                return;
            isMeasured_ = true;
            luminanceError_ = error;
            Q_EMIT luminanceMeasured();
        });
}

void PhotoDocument::setWork(std::optional<Work> work)
{
    work_ = std::move(work);
    Q_EMIT workChanged();
}

} // namespace autochrome
