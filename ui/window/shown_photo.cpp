#include "ui/window/shown_photo.h"

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/tone_section.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/film_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/status_line.h"

namespace autochrome {

ShownPhoto::ShownPhoto(const PhotoSession* session, const ColorizerService* service,
                       const Places& places)
    : QObject(places.window), session_(session), service_(service), places_(places)
{
    connect(session_, &PhotoSession::added, this, &ShownPhoto::follow);
    connect(session_, &PhotoSession::removed, this,
            [this](PhotoDocument* document) { document->disconnect(this); });
}

void ShownPhoto::follow(PhotoDocument* document)
{
    auto whenShown = [this, document](auto what) {
        return [this, document, what] {
            if (document == session_->shown())
                what();
        };
    };
    connect(document, &PhotoDocument::renderingChanged, this,
            whenShown([this] { showRendering(); }));
    connect(document, &PhotoDocument::beforeChanged, this,
            [this, document](const GeometryMap& last) {
                if (document != session_->shown())
                    return;
                if (!isHeld_)
                    places_.stage->view()->replacePhoto(document->before(), [&](QPointF place) {
                        const cv::Point2d now = document->map().toPrepared(
                            last.toSource(cv::Point2d(place.x(), place.y())));
                        return QPointF(now.x, now.y);
                    });
                places_.panel->tone()->setFigures(document->toneFigures());
            });
    connect(document, &PhotoDocument::tonesChanged, this, whenShown([this, document] {
                if (!isHeld_)
                    places_.stage->view()->retonePhoto(document->before());
                places_.panel->tone()->setFigures(document->toneFigures());
            }));
    connect(document, &PhotoDocument::luminanceMeasured, this, whenShown([this] { showFacts(); }));
    connect(document, &PhotoDocument::recipeChanged, this, whenShown([this, document] {
                places_.panel->setRecipe(document->recipe());
                Q_EMIT changed();
            }));
    connect(document->undoStack(), &QUndoStack::indexChanged, this,
            whenShown([this] { Q_EMIT changed(); }));
    connect(document, &PhotoDocument::workChanged, this, [this] {
        Q_EMIT changed();
        showFacts();
    });
}

void ShownPhoto::show()
{
    const PhotoDocument* document = session_->shown();
    const auto& [stage, panel, strip, status, window] = places_;
    if (!isHeld_)
        stage->view()->setPhoto(document ? document->before() : nullptr);
    panel->setPhoto(document ? document->photo() : nullptr,
                    document ? document->profileName() : QString());
    panel->setRecipe(document ? document->recipe() : Recipe());
    panel->tone()->setFigures(document ? document->toneFigures() : ToneFigures());
    window->setWindowTitle(document ? QStringLiteral("%1 – Autochrome").arg(document->name())
                                    : QStringLiteral("Autochrome"));
    window->setWindowFilePath(document ? document->path() : QString());
    // Whoever goes through the strip by keys goes on there.
    if (document && !strip->hasFocus())
        stage->view()->setFocus();
    showRendering();
}

void ShownPhoto::setHeld(bool held)
{
    isHeld_ = held;
    if (!held)
        show();
}

void ShownPhoto::fillView()
{
    const PhotoDocument* document = session_->shown();
    PhotoView* view = places_.stage->view();
    if (document && document->result())
        view->setResult(document->result());
    else
        view->setRendering(document ? document->rendering() : std::nullopt);
}

void ShownPhoto::showRendering()
{
    if (!isHeld_)
        fillView();
    showFacts();
    Q_EMIT changed();
}

void ShownPhoto::showFacts()
{
    places_.status->showFacts(*service_, session_->shown());
}

} // namespace autochrome
