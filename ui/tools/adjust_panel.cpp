#include "ui/tools/adjust_panel.h"

#include "ui/settings/settings.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/fold_section.h"
#include "ui/tools/metadata_section.h"
#include "ui/tools/metadata_table.h"
#include "ui/tools/source_section.h"
#include "ui/tools/stage_section.h"
#include "ui/tools/tone_section.h"
#include "ui/widgets/focus_in_sight.h"

#include <QEvent>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace autochrome {

AdjustPanel::AdjustPanel(QWidget* parent)
    : QScrollArea(parent),
      colour_(new ColourSection),
      tone_(new ToneSection),
      detail_(new StageSection("detail")),
      source_(new SourceSection),
      metadata_(new MetadataSection)
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(10);
    sections_ = {new FoldSection(QStringLiteral("colour"), tr("Colour"), colour_),
                 new FoldSection(QStringLiteral("tone"), tr("Tone"), tone_),
                 new FoldSection(QStringLiteral("detail"), tr("Detail"), detail_),
                 new FoldSection(QStringLiteral("source"), tr("Source"), source_),
                 new FoldSection(QStringLiteral("metadata"), tr("Metadata"), metadata_)};
    const QStringList folded = settingValue(setting::foldedSections);
    for (FoldSection* section : sections_) {
        section->setFolded(folded.contains(section->id()));
        connect(section, &FoldSection::foldedChanged, this, &AdjustPanel::rememberFolding);
        layout->addWidget(section);
    }
    layout->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Adjustments"));
    keepFocusInSight(this);
    // The table scrolls within this panel, not in itself.
    MetadataTable* table = metadata_->table();
    connect(table, &QTreeWidget::currentItemChanged, this, [this, table](QTreeWidgetItem* item) {
        if (!item)
            return;
        const QRect row = table->visualItemRect(item);
        const QPoint middle = table->viewport()->mapTo(widget(), row.center());
        ensureVisible(middle.x(), middle.y(), 0, row.height());
    });
}

void AdjustPanel::addTool(QWidget* section, const QString& title)
{
    auto* tool = new FoldSection(QStringLiteral("tool"), title, section);
    tool->setFolded(false);
    tool->hide();
    static_cast<QBoxLayout*>(widget()->layout())->insertWidget(0, tool);
    tools_.insert(section, tool);
}

void AdjustPanel::showTool(const QWidget* section)
{
    FoldSection* shown = tools_.value(section);
    // First what goes: all together would not fit.
    for (FoldSection* tool : std::as_const(tools_))
        if (tool != shown)
            tool->hide();
    for (FoldSection* other : sections_)
        other->setVisible(!shown);
    if (shown)
        shown->show();
    updateGeometry();
}

void AdjustPanel::useResetAction(QAction* action)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    sections_.front()->setCorner(button);
}

void AdjustPanel::setRecipe(const Recipe& recipe)
{
    colour_->setRecipe(recipe);
    tone_->setRecipe(recipe);
    detail_->setRecipe(recipe);
}

void AdjustPanel::setPhoto(const std::shared_ptr<const Photo>& photo, const QString& profile)
{
    source_->setPhoto(photo, profile);
    metadata_->setPhoto(photo);
    updateGeometry();
}

QSize AdjustPanel::sizeHint() const
{
    const int width = std::max(fontMetrics().averageCharWidth() * 44, minimumSizeHint().width());
    return {width, fontMetrics().height() * 30};
}

QSize AdjustPanel::minimumSizeHint() const
{
    // Never narrower than its sections, whatever the language and the font.
    const int bar = verticalScrollBar()->sizeHint().width();
    return {widget() ? widget()->minimumSizeHint().width() + bar : 0, fontMetrics().height() * 4};
}

void AdjustPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && widget())
        updateGeometry();
}

void AdjustPanel::rememberFolding() const
{
    QStringList folded;
    for (const FoldSection* section : sections_) {
        if (section->isFolded())
            folded << section->id();
    }
    setSetting(setting::foldedSections, folded);
}

} // namespace autochrome
