#include "ui/window/photo_document.h"

#include "core/photo/colour_space.h"
#include "core/photo/photo_reader.h"
#include "ui/settings/background.h"
#include "ui/window/colorizer_service.h"
#include "ui/window/thumbnail.h"

#include <QFileInfo>
#include <utility>

namespace autochrome {

struct PhotoDocument::ReadPhoto
{
    Error error; ///< valid if restoration is null
    std::shared_ptr<Restoration> restoration;
    QString profileName;
    QImage thumbnail;
};

struct PhotoDocument::Rendered
{
    Result<Rendering> result = failure(ErrorCode::Internal, {});
    QImage thumbnail;
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
    return QFileInfo(path_).fileName();
}

void PhotoDocument::setThumbnail(const QImage& thumbnail)
{
    if (thumbnail.isNull() || rendering_)
        return;
    thumbnail_ = thumbnail;
    Q_EMIT thumbnailChanged();
}

void PhotoDocument::edit(RecipeCommand::Kind kind, const Recipe& recipe, int gesture)
{
    if (recipe == recipe_)
        return;
    stopped_ = false; // whoever changes something wants to see it
    undoStack_.push(new RecipeCommand(this, kind, recipe, gesture));
}

void PhotoDocument::applyRecipe(const Recipe& recipe)
{
    if (recipe == recipe_)
        return;
    recipe_ = recipe;
    Q_EMIT recipeChanged();
    render();
}

qint64 PhotoDocument::bytes() const
{
    return photo_ ? qint64(photo_->pixels.total()) * qint64(photo_->pixels.elemSize()) : 0;
}

void PhotoDocument::load()
{
    if (!isRead())
        read();
    else if (!rendering_ && !stopped_)
        render();
}

void PhotoDocument::colour()
{
    stopped_ = false;
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
    restoration_.reset();
    rendering_.reset();
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
        [path = path_.toStdString(), progress = work_->progress()] {
            auto read = std::make_shared<ReadPhoto>();
            auto photo = readPhoto(path, progress);
            if (!photo) {
                read->error = photo.error();
                return read;
            }
            read->restoration = std::make_shared<Restoration>(std::move(*photo));
            const auto upright = read->restoration->photo();
            read->profileName = QString::fromStdString(ColourSpace::of(*upright).name());
            read->thumbnail = thumbnailOf(upright->pixels);
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
    restoration_ = read->restoration;
    photo_ = restoration_->photo();
    profileName_ = read->profileName;
    plainThumbnail_ = read->thumbnail;
    setThumbnail(plainThumbnail_);
    Q_EMIT photoChanged();
    render();
}

void PhotoDocument::onColorizerChanged()
{
    if (isRead() && !stopped_)
        render();
}

void PhotoDocument::render()
{
    if (!isRead() || stopped_)
        return;
    if (work_) {
        outdated_ = true;
        // A cheap job (a new strength) is let through, so that a drag is seen while it lasts; one
        // that runs the network for nothing is stopped.
        if (inFlight_.colour != recipe_.colour || inFlight_.tint != recipe_.tint)
            work_->cancel();
        return;
    }
    const auto colorizer = service_->colorizer();
    if (!colorizer)
        return; // onColorizerChanged() comes back to it
    outdated_ = false;
    inFlight_ = recipe_;
    setWork(Work(tr("Colouring “%1”…").arg(name())));
    runInBackground(
        pool_, this,
        [restoration = restoration_, colorizer, recipe = recipe_, progress = work_->progress()] {
            auto rendered = std::make_shared<Rendered>();
            rendered->result = restoration->render(recipe, *colorizer, progress);
            if (rendered->result)
                rendered->thumbnail = thumbnailOf(*rendered->result);
            return rendered;
        },
        [this](std::shared_ptr<Rendered> rendered) { onRendered(std::move(rendered)); });
}

void PhotoDocument::onRendered(std::shared_ptr<Rendered> rendered)
{
    setWork(std::nullopt);
    const bool again = outdated_;
    outdated_ = false;
    if (rendered->result) {
        rendering_ = std::move(*rendered->result);
        double seconds = 0;
        bool networkRan = false;
        for (const StageTime& time : rendering_->times()) {
            if (!time.cached)
                seconds += time.seconds;
            networkRan = networkRan || (time.stage == "colour" && !time.cached);
        }
        if (networkRan)
            colourSeconds_ = seconds;
        thumbnail_ = rendered->thumbnail;
        Q_EMIT renderingChanged();
        Q_EMIT thumbnailChanged();
    } else if (!again) {
        stopped_ = rendered->result.error().code == ErrorCode::Cancelled;
        Q_EMIT colourFailed(rendered->result.error());
    }
    if (again)
        render();
}

void PhotoDocument::setWork(std::optional<Work> work)
{
    work_ = std::move(work);
    Q_EMIT workChanged();
}

} // namespace autochrome
