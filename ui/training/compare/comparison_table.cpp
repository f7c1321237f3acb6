#include "ui/training/compare/comparison_table.h"

#include "ui/training/compare/comparison_words.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QTreeWidgetItemIterator>

namespace autochrome {

namespace {

constexpr int judgementRole = Qt::UserRole;
constexpr int mostLines = 24; // shown at once

} // namespace

ComparisonTable::ComparisonTable(QWidget* parent) : QTreeWidget(parent)
{
    setColumnCount(Difference + 1);
    setHeaderLabels({tr("Photos"), tr("Before"), tr("After"), tr("Difference")});
    setAccessibleName(tr("What changed"));
    headerItem()->setToolTip(Difference,
                             tr("After minus before, with its standard error over the photos."));
    for (const Column column : {Before, After, Difference})
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    setSelectionMode(NoSelection);
    setFrameShape(NoFrame);
    setUniformRowHeights(true);
    setIndentation(fontMetrics().averageCharWidth() * 2);
    setVerticalScrollMode(ScrollPerPixel);
    setSizeAdjustPolicy(AdjustToContents);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumHeight(fontMetrics().height() * mostLines * 3 / 2);
    setTabKeyNavigation(false);
    header()->setSectionsMovable(false);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    connect(this, &QTreeWidget::expanded, this, &QWidget::updateGeometry);
    connect(this, &QTreeWidget::collapsed, this, &QWidget::updateGeometry);
}

void ComparisonTable::setComparison(const Comparison& comparison)
{
    clear();
    for (const GroupChange& change : comparison.groups) {
        const auto& main = change.of(Metric::AbPsnr);
        // Categories that are but one say what all photos say.
        if (!main || (change.group.kind == PhotoGroup::Kind::Category &&
                      change.photos == comparison.groups.front().photos))
            continue;
        auto* top = new QTreeWidgetItem(this);
        top->setText(Name, tr("%1: %2").arg(ComparisonWords::group(change.group),
                                            QLocale().toString(qlonglong(change.photos))));
        fill(top, Metric::AbPsnr, *main);
        top->setToolTip(Name, tr("%1, ab-PSNR in dB").arg(top->text(Name)));
        for (const Metric figure : allMetrics)
            if (const auto& of = change.of(figure)) {
                auto* item = new QTreeWidgetItem(top);
                item->setText(Name, ComparisonWords::figure(figure));
                item->setToolTip(Name, tr("%1: %2").arg(ComparisonWords::figure(figure),
                                                        ComparisonWords::explanation(figure)));
                fill(item, figure, *of);
            }
    }
    takeColours();
    if (topLevelItemCount() > 0) {
        topLevelItem(0)->setExpanded(true);
        setCurrentItem(topLevelItem(0));
    }
    updateGeometry();
}

void ComparisonTable::fill(QTreeWidgetItem* item, Metric figure, const Change& change) const
{
    item->setText(Before, ComparisonWords::value(figure, change.before));
    item->setText(After, ComparisonWords::value(figure, change.after));
    item->setText(Difference, ComparisonWords::difference(figure, change));
    const QString judgement = ComparisonWords::judgement(figure, change);
    item->setToolTip(Difference, judgement);
    item->setData(Difference, Qt::AccessibleDescriptionRole, judgement);
    item->setData(Difference, judgementRole, judgementOf(figure, change));
    for (const Column column : {Before, After, Difference})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

// What is beyond the noise stands out by weight, not by a hue; the rest steps back.
void ComparisonTable::takeColours()
{
    const QBrush quiet = palette().brush(QPalette::Disabled, QPalette::Text);
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        const bool isCertain = (*it)->data(Difference, judgementRole).toInt() != 0;
        QFont font = this->font();
        font.setBold(isCertain);
        (*it)->setFont(Difference, font);
        (*it)->setForeground(Difference, isCertain ? palette().brush(QPalette::Text) : quiet);
    }
}

void ComparisonTable::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        takeColours();
}

} // namespace autochrome
