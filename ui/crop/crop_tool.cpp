#include "ui/crop/crop_tool.h"

#include "core/base/text.h"
#include "core/edit/geometry/geometry_stage.h"
#include "ui/crop/crop_section.h"
#include "ui/crop/frame_handle.h"
#include "ui/crop/frame_overlay.h"
#include "ui/document/photo_document.h"
#include "ui/widgets/background.h"
#include "ui/widgets/words.h"

namespace autochrome {

CropTool::CropTool(PhotoView* view, QThreadPool* pool, QObject* parent)
    : QObject(parent), view_(view), pool_(pool), section_(new CropSection)
{
    connect(section_, &CropSection::ratioWanted, this,
            [this](double ratio) { edit([=](FrameDraft& draft) { draft.setRatio(ratio); }); });
    connect(section_, &CropSection::degreesWanted, this, [this](double degrees) {
        edit([=](FrameDraft& draft) { draft.setDegrees(degrees); });
    });
    connect(section_, &CropSection::freeCornersWanted, this,
            [this](bool on) { edit([=](FrameDraft& draft) { draft.setFreeCorners(on); }); });
    connect(section_, &CropSection::wholeWanted, this,
            [this] { edit([](FrameDraft& draft) { draft.reset(); }); });
    connect(section_, &CropSection::printWanted, this, [this] { look(&frameOfPrint); });
    connect(section_, &CropSection::levelWanted, this, [this] { look(&levelFrame); });
    connect(section_, &CropSection::lineWanted, this, [this](bool on) {
        if (overlay_)
            overlay_->setDrawsLine(on);
    });
    connect(section_, &CropSection::accepted, this, &CropTool::apply);
    connect(section_, &CropSection::cancelled, this, &CropTool::cancel);
}

CropTool::~CropTool() = default;

void CropTool::start(PhotoDocument* document)
{
    if (document_ || !document || !document->photo())
        return;
    document_ = document;
    mode_ = view_->mode();
    view_->setMode(CompareMode::Split); // one picture
    // Undone, or turned meanwhile.
    connect(document, &PhotoDocument::recipeChanged, this, [this] {
        GeometrySettings now = document_->recipe().geometry;
        if (now == geometry_)
            return;
        // What is drawn turns along.
        if (overlay_ && now.frame == geometry_.frame)
            now.frame = overlay_->draft().geometry().frame;
        begin(now);
    });
    connect(document, &QObject::destroyed, this, &CropTool::end);
    Q_EMIT activeChanged(true);
    begin(document->recipe().geometry);
}

void CropTool::begin(const GeometrySettings& drawn)
{
    geometry_ = document_->recipe().geometry;
    const auto source = document_->photo();
    runInBackground(
        pool_, this,
        [source, turn = geometry_.turn()] { return geometryStage.run(source, turn, Progress()); },
        [this, drawn, round = ++round_](const Result<TurnedPhoto>& turned) {
            if (round != round_ || !document_)
                return;
            if (turned)
                showPhoto(turned->photo, drawn);
            else
                cancel();
        });
}

void CropTool::showPhoto(const std::shared_ptr<const Photo>& photo, const GeometrySettings& drawn)
{
    view_->setPhoto(photo);
    if (!overlay_) {
        overlay_ = new FrameOverlay(view_);
        connect(overlay_, &FrameOverlay::edited, this,
                [this] { section_->show(overlay_->draft()); });
        connect(overlay_, &FrameOverlay::lineDrawn, this,
                [this] { section_->setDrawsLine(false); });
        connect(overlay_, &FrameOverlay::accepted, this, &CropTool::apply);
        connect(overlay_, &FrameOverlay::cancelled, this, &CropTool::cancel);
        overlay_->show();
        overlay_->findChild<FrameHandle*>()->setFocus(Qt::OtherFocusReason);
    }
    const cv::Size source(document_->photo()->pixels.size());
    overlay_->setDraft(FrameDraft(source, drawn));
    section_->show(overlay_->draft());
}

void CropTool::edit(const std::function<void(FrameDraft&)>& change)
{
    if (!overlay_)
        return;
    FrameDraft draft = overlay_->draft();
    change(draft);
    overlay_->setDraft(draft);
    section_->show(draft);
}

void CropTool::look(AutomaticFrame (*finder)(const std::string& name, const cv::Mat& pixels))
{
    if (!overlay_)
        return;
    section_->tell({});
    const auto found = [photo = document_->photo(), finder] {
        try {
            return finder(photo->source.name(), photo->pixels);
        } catch (const std::exception&) { // no memory for a look
            return AutomaticFrame{
                {}, text("There is not enough memory for “%1”.", {photo->source.name()})};
        }
    };
    runInBackground(pool_, this, found, [this, round = round_](const AutomaticFrame& frame) {
        if (round != round_ || !overlay_)
            return; // another photo by now
        section_->tell(frame.notice.isEmpty() ? QString() : words(frame.notice));
        if (!frame.frame)
            return;
        GeometrySettings drawn = overlay_->draft().geometry();
        drawn.frame = frame.frame;
        overlay_->setDraft(FrameDraft(document_->photo()->pixels.size(), drawn));
        section_->show(overlay_->draft());
    });
}

void CropTool::apply()
{
    if (!overlay_)
        return;
    PhotoDocument* document = document_;
    Recipe recipe = document->recipe();
    recipe.geometry = overlay_->draft().geometry();
    end();
    if (recipe != document->recipe())
        document->edit(recipe, -1, tr("crop"));
}

void CropTool::cancel()
{
    if (document_)
        end();
}

void CropTool::end()
{
    ++round_;
    document_->disconnect(this);
    document_ = nullptr;
    section_->setDrawsLine(false);
    section_->tell({});
    if (overlay_) {
        overlay_->hide();
        overlay_->deleteLater(); // it may be the one that called
        overlay_ = nullptr;
    }
    view_->setMode(mode_);
    Q_EMIT activeChanged(false);
}

} // namespace autochrome
