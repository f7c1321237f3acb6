#include "ui/repair/repair_tool.h"

#include "core/edit/repair/damage_detector.h"
#include "core/edit/repair/damage_picture.h"
#include "core/edit/repair/mask_file.h"
#include "ui/document/photo_document.h"
#include "ui/repair/brush_overlay.h"
#include "ui/repair/repair_section.h"
#include "ui/viewer/photo_view.h"
#include "ui/viewer/split_handle.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"

#include <utility>

namespace autochrome {

RepairTool::RepairTool(PhotoView* view, QThreadPool* pool, QObject* parent)
    : QObject(parent), view_(view), pool_(pool), section_(new RepairSection)
{
    connect(section_, &RepairSection::brushChanged, this, [this](double width) {
        if (overlay_)
            overlay_->setBrush(width);
    });
    connect(section_, &RepairSection::erasesWanted, this, &RepairTool::setErases);
    connect(section_, &RepairSection::clearWanted, this,
            [this] { edit(tr("clear marks"), [](RepairSettings& repair) { repair.mask = {}; }); });
    connect(section_, &RepairSection::resetWanted, this,
            [this] { edit(tr("reset repair"), [](RepairSettings& repair) { repair = {}; }); });
    connect(section_, &RepairSection::left, this, &RepairTool::end);
    connect(view_, &PhotoView::settled, this, &RepairTool::adopt);
}

RepairTool::~RepairTool() = default;

void RepairTool::start(PhotoDocument* document)
{
    if (document_ || !document || !document->isRead())
        return;
    document_ = document;
    wasSideBySide_ = view_->mode() == CompareMode::SideBySide;
    if (wasSideBySide_)
        view_->setMode(CompareMode::Split); // the brush is on one picture
    overlay_ = new BrushOverlay(view_);
    if (auto* handle = view_->findChild<SplitHandle*>())
        overlay_->stackUnder(handle);
    overlay_->setBrush(section_->brush());
    section_->setCanFind(DamageDetector::isInstalled());
    overlay_->setShowsFilled(showsFilled_);
    connect(overlay_, &BrushOverlay::drawn, this, [this](const MaskStroke& stroke) {
        edit(stroke.erases ? tr("take marks away") : tr("mark damage"),
             [&](RepairSettings& repair) { repair.mask.strokes.push_back(stroke); });
    });
    connect(overlay_, &BrushOverlay::widerWanted, section_, &RepairSection::widen);
    connect(overlay_, &BrushOverlay::erasesWanted, this, &RepairTool::setErases);
    connect(overlay_, &BrushOverlay::left, this, &RepairTool::end);
    connect(document, &PhotoDocument::recipeChanged, this, &RepairTool::showMarks);
    connect(document, &PhotoDocument::beforeChanged, this, &RepairTool::placePhoto);
    connect(document, &PhotoDocument::repairChanged, this, &RepairTool::takeRepair);
    connect(document, &PhotoDocument::photoChanged, this, [this] {
        if (!document_->isRead())
            return;
        placePhoto();
        takeRepair();
    });
    connect(document, &QObject::destroyed, this, &RepairTool::end);
    placePhoto();
    takeRepair();
    overlay_->show();
    Q_EMIT activeChanged(true);
    overlay_->setFocus(Qt::OtherFocusReason);
}

void RepairTool::end()
{
    if (!document_)
        return;
    ++round_;
    document_->disconnect(this);
    document_ = nullptr;
    overlay_->hide();
    overlay_->deleteLater(); // it may be the one that called
    overlay_ = nullptr;
    filled_ = {};
    coming_.reset();
    section_->setErases(false);
    if (wasSideBySide_ && view_->mode() == CompareMode::Split)
        view_->setMode(CompareMode::SideBySide);
    view_->setFocus(Qt::OtherFocusReason);
    Q_EMIT activeChanged(false);
}

void RepairTool::edit(const QString& name, const std::function<void(RepairSettings&)>& change)
{
    if (!document_)
        return;
    Recipe recipe = document_->recipe();
    change(recipe.repair);
    document_->edit(recipe, -1, name);
}

/// The photo lies otherwise: what was marked where it lay means nothing.
void RepairTool::placePhoto()
{
    ++round_;
    filled_ = {};
    coming_.reset();
    overlay_->setMap(document_->map());
    showMarks();
}

/// What was filled in is another. It is seen once the photo that has it is.
void RepairTool::takeRepair()
{
    const Repair repair = document_->repair();
    section_->showRepair(repair);
    runInBackground(
        pool_, this,
        [touched = repair.touched] { return std::make_shared<const MaskLayer>(touched); },
        [this, mask = document_->repairedBy().mask,
         round = ++round_](std::shared_ptr<const MaskLayer> layer) {
            if (round != round_ || !document_)
                return;
            coming_ = Filled{std::move(layer), mask};
            if (view_->isSettled())
                adopt();
        });
}

void RepairTool::adopt()
{
    if (!document_ || !coming_)
        return;
    filled_ = *std::exchange(coming_, std::nullopt);
    showMarks();
}

void RepairTool::showMarks()
{
    overlay_->setMarks(filled_.layer, strokesSince(filled_.mask, document_->recipe().repair.mask));
}

void RepairTool::setErases(bool on)
{
    section_->setErases(on);
    if (overlay_)
        overlay_->setErases(on);
}

void RepairTool::setShowsFilled(bool on)
{
    showsFilled_ = on;
    if (overlay_)
        overlay_->setShowsFilled(on);
}

void RepairTool::loadMask(const QString& file)
{
    if (!document_)
        return;
    runInBackground(
        pool_, this,
        [path = pathNamed(file), size = document_->map().sourceSize()]() -> Result<DamageMask> {
            auto mask = maskOfFile(path);
            if (!mask)
                return mask;
            if (const auto picture = damagePicture(*mask, size); !picture)
                return tl::make_unexpected(picture.error());
            return mask;
        },
        [this, document = document_](const Result<DamageMask>& mask) {
            if (document != document_)
                return;
            if (!mask) {
                Q_EMIT failed(mask.error());
                return;
            }
            edit(tr("load mask"), [&](RepairSettings& repair) {
                repair.mask.file = mask->file;
                repair.mask.sha256 = mask->sha256;
            });
        });
}

void RepairTool::saveMask(const QString& file, const WriteOptions& options)
{
    if (!document_ || !document_->isRead())
        return;
    runInBackground(
        pool_, this,
        [repair = document_->repair(), map = document_->map(), path = pathNamed(file), options,
         origins =
             MaskOrigins{document_->photo()->source.path, document_->repairedBy().mask.file}] {
            return writeMask(repair, map, path, options, origins);
        },
        [this](const Result<WrittenPhoto>& written) {
            if (written)
                Q_EMIT saved(*written);
            else
                Q_EMIT failed(written.error());
        });
}

} // namespace autochrome
