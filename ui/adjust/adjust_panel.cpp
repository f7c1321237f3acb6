#include "ui/adjust/adjust_panel.h"

#include "ui/adjust/colour_section.h"
#include "ui/adjust/fold_section.h"
#include "ui/adjust/source_section.h"
#include "ui/settings/settings.h"

#include <QEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace autochrome {

AdjustPanel::AdjustPanel(QWidget* parent)
    : QScrollArea(parent), colour_(new ColourSection), source_(new SourceSection)
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(10);
    sections_ = {new FoldSection(QStringLiteral("colour"), tr("Colour"), colour_),
                 new FoldSection(QStringLiteral("source"), tr("Source"), source_)};
    const QStringList folded = settingValue(setting::foldedSections);
    for (FoldSection* section : sections_) {
        section->setFolded(folded.contains(section->id()));
        connect(section, &FoldSection::foldedChanged, this, &AdjustPanel::rememberFolding);
        layout->addWidget(section, section == sections_.back() ? 1 : 0);
    }
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Adjustments"));
    setMinimumWidth(sizeHint().width());
}

QSize AdjustPanel::sizeHint() const
{
    // Never narrower than its sections, whatever the language and the font.
    const int bar = verticalScrollBar()->sizeHint().width();
    const int width = std::max(fontMetrics().averageCharWidth() * 44,
                               widget() ? widget()->minimumSizeHint().width() + bar : 0);
    return {width, fontMetrics().height() * 30};
}

void AdjustPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && widget())
        setMinimumWidth(sizeHint().width());
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
