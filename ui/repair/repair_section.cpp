#include "ui/repair/repair_section.h"

#include "core/edit/repair/repair_stage.h"
#include "ui/tools/slider_row.h"
#include "ui/tools/stage_section.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QButtonGroup>
#include <QCheckBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

// Widths of the brush, logical pixels.
constexpr double narrowest = 2;
constexpr double widestBrush = 200;
constexpr double usualBrush = 16;
constexpr double widening = 1.25; // by one key

QString shareText(double share)
{
    const double percent = 100 * share;
    return QLocale().toString(percent, 'f', percent < 0.1 ? 3 : 2);
}

} // namespace

RepairSection::RepairSection(QWidget* parent)
    : QWidget(parent),
      marks_(new QRadioButton(tr("Mark"))),
      erases_(new QRadioButton(tr("Take away"))),
      brush_(
          new SliderRow(tr("Brush size"),
                        tr("Width of the brush on the screen, in pixels. Zoom in for fine work."),
                        {.minimum = narrowest,
                         .maximum = widestBrush,
                         .step = 1,
                         .reset = usualBrush,
                         .decimals = 0})),
      parameters_(new StageSection("repair")),
      shows_(new QCheckBox(tr("Show what is filled in"))),
      state_(new BreakingLabel),
      file_(new BreakingLabel),
      save_(new QPushButton(tr("&Save mask…"))),
      clear_(new QPushButton(tr("&Clear marks"))),
      reset_(new QPushButton(tr("Rese&t")))
{
    state_->setObjectName(QStringLiteral("repairState"));
    shows_->setObjectName(QStringLiteral("showFilled"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(makeBrush());
    layout->addWidget(brush_);
    layout->addWidget(parameters_);
    layout->addWidget(shows_);
    layout->addWidget(state_);
    layout->addWidget(file_);
    layout->addWidget(makeButtons());
    connect(brush_, &SliderRow::edited, this, &RepairSection::brushChanged);
    connect(parameters_, &StageSection::edited, this, &RepairSection::edited);
    setRecipe(Recipe());
    showRepair({});
}

QWidget* RepairSection::makeBrush()
{
    auto* widget = new QWidget;
    auto* group = new QButtonGroup(widget);
    group->addButton(marks_);
    group->addButton(erases_);
    marks_->setChecked(true);
    marks_->setAccessibleName(tr("Mark damage"));
    erases_->setAccessibleName(tr("Take away marks"));
    marks_->setToolTip(tr("Draw over what is damaged: it is filled in from what is around it."));
    erases_->setToolTip(
        tr("Draw over what is not damaged: it becomes what it was. So do the right button, "
           "Alt, and the other end of a pen."));
    erases_->setObjectName(QStringLiteral("takeAway"));
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(marks_);
    layout->addWidget(erases_);
    layout->addStretch();
    connect(erases_, &QRadioButton::toggled, this, &RepairSection::erasesWanted);
    return widget;
}

QWidget* RepairSection::makeButtons()
{
    auto* load = new QPushButton(tr("&Load mask…"));
    auto* done = new QPushButton(tr("&Done"));
    load->setToolTip(tr("Take what is damaged from a picture of the photo's size, made elsewhere: "
                        "whatever is not black in it."));
    save_->setToolTip(tr("Save what is filled in as a picture of the upright scan's size: white "
                         "on black."));
    clear_->setToolTip(tr("Forget every stroke, and the mask that was loaded"));
    reset_->setToolTip(tr("Bring all of this tool back to its defaults, and forget the marks"));
    load->setObjectName(QStringLiteral("loadMask"));
    save_->setObjectName(QStringLiteral("saveMask"));
    clear_->setObjectName(QStringLiteral("clearMarks"));
    reset_->setObjectName(QStringLiteral("resetRepair"));
    done->setObjectName(QStringLiteral("endRepair"));
    auto* widget = new QWidget;
    auto* layout = new QGridLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(load, 0, 0);
    layout->addWidget(save_, 0, 1);
    layout->addWidget(clear_, 1, 0);
    layout->addWidget(reset_, 1, 1);
    layout->addWidget(done, 2, 0);
    layout->setColumnStretch(2, 1);
    for (QPushButton* button : {load, save_, clear_, reset_, done})
        button->setAutoDefault(false);
    connect(load, &QPushButton::clicked, this, &RepairSection::loadWanted);
    connect(save_, &QPushButton::clicked, this, &RepairSection::saveWanted);
    connect(clear_, &QPushButton::clicked, this, &RepairSection::clearWanted);
    connect(reset_, &QPushButton::clicked, this, &RepairSection::resetWanted);
    connect(done, &QPushButton::clicked, this, &RepairSection::left);
    return widget;
}

void RepairSection::useShowAction(QAction* action)
{
    shows_->setToolTip(action->toolTip());
    connect(action, &QAction::changed, shows_, [this, action] {
        shows_->setChecked(action->isChecked());
        shows_->setToolTip(action->toolTip());
    });
    connect(shows_, &QCheckBox::clicked, action, &QAction::trigger);
}

void RepairSection::setRecipe(const Recipe& recipe)
{
    parameters_->setRecipe(recipe);
    isFinding_ = recipe.repair.level != 0;
    offerFinding();
    const DamageMask& mask = recipe.repair.mask;
    clear_->setEnabled(!mask.isEmpty());
    reset_->setEnabled(recipe.repair != RepairSettings());
    file_->setVisible(!mask.file.empty());
    file_->setText(
        tr("Mask: %1").arg(shownName(QFileInfo(QString::fromStdString(mask.file)).fileName())));
}

void RepairSection::setCanFind(bool can)
{
    canFind_ = can;
    offerFinding();
}

// Nothing is offered that only ends in a sentence; what a recipe asks for can be taken back.
void RepairSection::offerFinding()
{
    if (auto* row = parameters_->findChild<SliderRow*>(QStringLiteral("repair.level")))
        row->setVisible(canFind_ || isFinding_);
}

void RepairSection::showRepair(const Repair& repair)
{
    QString text = repair.filled > 0
                       ? tr("%1 % of the photo is filled in.").arg(shareText(repair.share))
                       : tr("Nothing is filled in.");
    for (const Message& notice : repair.notices)
        text += u' ' + words(notice);
    state_->setText(text);
    save_->setEnabled(repair.filled > 0);
}

void RepairSection::setErases(bool on)
{
    const QSignalBlocker quiet(erases_);
    (on ? erases_ : marks_)->setChecked(true);
}

double RepairSection::brush() const
{
    return brush_->value();
}

void RepairSection::widen(int steps)
{
    const double now = brush_->value();
    const double wanted = now * std::pow(widening, steps);
    // At least by one, so that no key is for nothing.
    const double least = now + (steps > 0 ? 1 : -1);
    brush_->setValue(
        std::clamp(std::round(steps > 0 ? std::max(wanted, least) : std::min(wanted, least)),
                   narrowest, widestBrush));
    Q_EMIT brushChanged(brush_->value());
}

bool RepairSection::event(QEvent* event)
{
    // Escape is the tool's before it is the window's.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void RepairSection::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QWidget::keyPressEvent(event);
}

} // namespace autochrome
