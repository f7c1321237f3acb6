#include "ui/document/photo_development.h"

#include "ui/document/colorizer_service.h"
#include "ui/document/current_work.h"
#include "ui/document/edited_recipe.h"
#include "ui/document/luminance_meter.h"
#include "ui/document/opened_photo.h"
#include "ui/document/rendered_photo.h"
#include "ui/document/result_picture.h"
#include "ui/viewer/thumbnail.h"
#include "ui/widgets/path_names.h"

#include <QFileInfo>
#include <utility>

namespace autochrome {

namespace {

qint64 bytesOf(const std::shared_ptr<const Photo>& photo)
{
    return photo ? qint64(photo->pixels.total()) * qint64(photo->pixels.elemSize()) : 0;
}

// How long a slider of the tones has to rest until the network looks at what it made.
constexpr std::chrono::milliseconds beforeTheNetwork{200};

QString nameOf(const QString& path)
{
    return shownName(QFileInfo(path).fileName());
}

} // namespace

PhotoDevelopment::PhotoDevelopment(const QString& path, const EditedRecipe* recipe,
                                   ColorizerService* service, QThreadPool* pool, QObject* parent)
    : QObject(parent),
      path_(path),
      recipe_(recipe),
      service_(service),
      current_(new CurrentWork(pool, this)),
      luminance_(new LuminanceMeter(pool, this))
{
    connect(service_, &ColorizerService::changed, this, &PhotoDevelopment::onColorizerChanged);
    connect(current_, &CurrentWork::changed, this, &PhotoDevelopment::workChanged);
    connect(luminance_, &LuminanceMeter::measured, this, &PhotoDevelopment::luminanceMeasured);
}

PhotoDevelopment::~PhotoDevelopment() = default;

bool PhotoDevelopment::isUpToDate() const
{
    return rendering_ && !isBorrowed_ && rendering_->recipe() == recipe_->now();
}

const std::optional<Work>& PhotoDevelopment::work() const
{
    return current_->work();
}

std::optional<double> PhotoDevelopment::luminanceError() const
{
    return luminance_->error();
}

qint64 PhotoDevelopment::bytes() const
{
    return bytesOf(photo_) + bytesOf(result_) +
           qint64(restoration_ ? restoration_->keptBytes() : 0);
}

void PhotoDevelopment::showResult(const QString& path)
{
    resultPath_ = path;
    stopped_ = false;
    if (isRead())
        readResult(); // anew even if it is shown: the file may have been written again
}

void PhotoDevelopment::wantRecipe()
{
    stopped_ = false;
    resultPath_.clear();
    if (!current_->file().isEmpty())
        current_->cancel();
}

void PhotoDevelopment::follow()
{
    if (work() || !isUpToDate()) // it is not if a change that was stopped is undone
        render();
}

void PhotoDevelopment::load()
{
    const bool isThere = resultPath_.isEmpty() ? rendering_.has_value() : result_ != nullptr;
    if (!isRead())
        read();
    else if (!isThere && !stopped_)
        makeAfter();
}

void PhotoDevelopment::colour()
{
    wantRecipe();
    if (!isRead())
        read();
    else
        render();
}

void PhotoDevelopment::cancel()
{
    if (!work())
        return;
    outdated_ = false;
    readAgain_ = false;
    current_->cancel();
}

void PhotoDevelopment::unload()
{
    if (work())
        return;
    photo_.reset();
    laid_.photo.reset();
    laid_.prepared.reset();
    laid_.small.release();
    restoration_.reset();
    rendering_.reset();
    result_.reset();
    Q_EMIT photoChanged();
    Q_EMIT renderingChanged();
}

void PhotoDevelopment::read()
{
    if (work()) {
        readAgain_ = work()->isCancelled();
        return;
    }
    const PhotoToOpen wanted{pathNamed(path_), recipe_->now(), recipeFinder_, resultPath_};
    current_->begin(
        tr("Reading “%1”…").arg(nameOf(path_)), {},
        [wanted](const Progress& progress) { return openPhoto(wanted, progress); },
        [this, result = resultPath_](const Result<OpenedPhoto>& opened) {
            onOpened(opened, result);
        });
}

void PhotoDevelopment::onOpened(const Result<OpenedPhoto>& opened, const QString& resultPath)
{
    if (std::exchange(readAgain_, false) && !opened) {
        read();
        return;
    }
    if (!opened) {
        Q_EMIT readFailed(opened.error()); // may delete this
        return;
    }
    Q_EMIT succeeded();
    if (opened->kept)
        Q_EMIT recipeLookedUp(opened->mark, *opened->kept);
    restoration_ = opened->restoration;
    photo_ = restoration_->upright();
    laid_ = opened->laid;
    profileName_ = opened->profileName;
    Q_EMIT thumbnailMade(thumbnailOf(laid_.small));
    // A result that came along is there before the photo is shown, or nothing would be for a blink.
    auto withResult = [&] { return opened->result && resultPath == resultPath_; };
    if (withResult() && *opened->result)
        result_ = (*opened->result)->photo;
    Q_EMIT photoChanged();
    if (withResult())
        takeResult(*opened->result);
    else
        makeAfter();
}

/// Goes on to what is wanted as "after".
void PhotoDevelopment::makeAfter()
{
    if (resultPath_.isEmpty())
        render();
    else
        readResult();
}

void PhotoDevelopment::readResult()
{
    if (work()) {
        // Whatever else runs is for nothing now; what follows its end comes back here.
        if (current_->file() != resultPath_)
            current_->cancel();
        else
            readAgain_ = work()->isCancelled();
        return;
    }
    current_->begin(
        tr("Reading “%1”…").arg(QFileInfo(resultPath_).fileName()), resultPath_,
        [path = resultPath_, before = laid_.photo](const Progress& progress) {
            return readResultPicture(path, *before, progress);
        },
        [this, path = resultPath_](const Result<ResultPicture>& picture) {
            onResultRead(path, picture);
        });
}

void PhotoDevelopment::onResultRead(const QString& path, const Result<ResultPicture>& picture)
{
    outdated_ = false;
    const bool again = std::exchange(readAgain_, false);
    if (path != resultPath_ || (again && !picture))
        makeAfter();
    else
        takeResult(picture);
}

void PhotoDevelopment::takeResult(const Result<ResultPicture>& picture)
{
    if (picture) {
        result_ = picture->photo;
        rendering_.reset(); // what is saved is what is seen
        Q_EMIT renderingChanged();
        Q_EMIT thumbnailMade(picture->thumbnail);
        return;
    }
    const Error& error = picture.error();
    stopped_ = error.code == ErrorCode::Cancelled;
    resultPath_.clear();
    if (result_) { // an earlier one
        result_.reset();
        Q_EMIT renderingChanged();
    }
    Q_EMIT resultFailed(error);
    render();
}

void PhotoDevelopment::onColorizerChanged()
{
    if (isRead() && !stopped_ && resultPath_.isEmpty())
        render();
}

/// Lays the photo as the recipe says, which is soon done and needs no network; then goes on to its
/// colours.
void PhotoDevelopment::lay()
{
    outdated_ = false;
    isLaying_ = true;
    strokesInHand_ = recipe_->now().repair.mask.strokes.size();
    const bool repairs = recipe_->now().repair != laid_.repair;
    current_->begin(
        (repairs ? tr("Repairing “%1”…") : tr("Turning “%1”…")).arg(nameOf(path_)), {},
        [restoration = restoration_, recipe = recipe_->now()](const Progress& progress) {
            return layPhoto(*restoration, recipe, progress);
        },
        [this](const Result<LaidPhoto>& laid) { onLaid(laid); });
}

void PhotoDevelopment::onLaid(const Result<LaidPhoto>& laid)
{
    isLaying_ = false;
    const bool again = std::exchange(outdated_, false);
    if (laid && laid->photo != laid_.photo)
        takeLaid(*laid);
    else if (laid)
        laid_ = *laid; // nothing was filled in, but there may be something to say of it
    if (laid)
        Q_EMIT repairChanged();
    if (again || !resultPath_.isEmpty())
        makeAfter();
    else if (laid)
        startRendering(rendering_ ? beforeTheNetwork : std::chrono::milliseconds(0));
    else
        fail(laid.error());
}

void PhotoDevelopment::takeLaid(const LaidPhoto& laid)
{
    const GeometryMap last = laid_.map;
    const bool liesAsBefore =
        laid.geometry == laid_.geometry && laid.photo->pixels.size() == laid_.photo->pixels.size();
    laid_ = laid;
    result_.reset();
    // Until the network has looked again, other tones are seen in the colours that there are.
    isBorrowed_ = rendering_ && liesAsBefore;
    if (isBorrowed_)
        rendering_ = rendering_->over(laid_.prepared);
    else
        rendering_.reset();
    if (liesAsBefore)
        Q_EMIT tonesChanged();
    else
        Q_EMIT beforeChanged(last);
    Q_EMIT renderingChanged();
    if (!rendering_)
        Q_EMIT thumbnailMade(thumbnailOf(laid_.small));
}

void PhotoDevelopment::render()
{
    if (!isRead() || stopped_)
        return;
    if (work()) {
        outdated_ = true;
        // A job that only shows another moment of a drag is let through, so that the drag is seen
        // while it lasts; one that runs the network for nothing is stopped, and one that fills in
        // what was taken back meanwhile, which may take long.
        const bool isForNothing = isLaying_
                                      ? recipe_->now().repair.mask.strokes.size() < strokesInHand_
                                      : restoration_->needs(recipe_->now()) >= Rework::Network;
        if (isForNothing)
            current_->cancel();
        return;
    }
    if (restoration_->needs(recipe_->now()) == Rework::Before)
        lay();
    else
        startRendering();
}

void PhotoDevelopment::startRendering(std::chrono::milliseconds rest)
{
    if (!service_->colorizer())
        return; // onColorizerChanged() comes back to it
    outdated_ = false;
    const PhotoToRender wanted{restoration_, recipe_->now(),
                               laid_.small,  service_->colorizerFor(pathNamed(path_)),
                               !rendering_, // of the first one no slider waits for it
                               rest};
    current_->begin(
        tr("Colouring “%1”…").arg(nameOf(path_)), {},
        [wanted](const Progress& progress) { return renderPhoto(wanted, progress); },
        [this](Result<RenderedPhoto> rendered) { onRendered(std::move(rendered)); });
}

void PhotoDevelopment::onRendered(Result<RenderedPhoto> rendered)
{
    const bool again = std::exchange(outdated_, false);
    if (!resultPath_.isEmpty()) {
        readResult();
        return;
    }
    if (rendered)
        takeRendering(std::move(*rendered));
    else if (!again)
        fail(rendered.error());
    if (again)
        render();
    else if (rendering_)
        luminance_->rest(*rendering_);
}

void PhotoDevelopment::takeRendering(RenderedPhoto rendered)
{
    rendering_ = std::move(rendered.coloured.rendering);
    isBorrowed_ = false;
    notices_ = std::move(rendered.coloured.notices);
    result_.reset();
    colourSeconds_ = rendered.colourSeconds.value_or(colourSeconds_);
    luminance_->begin(rendered.luminanceError);
    Q_EMIT succeeded();
    Q_EMIT renderingChanged();
    Q_EMIT thumbnailMade(rendered.thumbnail);
}

void PhotoDevelopment::fail(const Error& error)
{
    stopped_ = error.code == ErrorCode::Cancelled;
    Q_EMIT colourFailed(error);
}

} // namespace autochrome
