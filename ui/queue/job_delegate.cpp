#include "ui/queue/job_delegate.h"

#include "ui/queue/job_table_model.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace autochrome {

namespace {

constexpr int margin = 6;
constexpr int pictureWidth = 56;
constexpr int iconSide = 16;

// As many lines as there is room for, the last one elided.
void drawLines(QPainter* painter, const QRect& area, const QString& text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int most = std::max(1, area.height() / metrics.lineSpacing());
    QTextLayout layout(text, painter->font());
    layout.beginLayout();
    for (int number = 0; number < most; ++number) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(area.width());
        const bool last = number == most - 1;
        const QRect where(area.left(), area.top() + number * metrics.lineSpacing(), area.width(),
                          metrics.lineSpacing());
        const QString rest = text.mid(line.textStart());
        drawLine(painter, where, last ? rest : rest.left(line.textLength()).trimmed(),
                 Qt::ElideRight);
    }
    layout.endLayout();
}

const char* iconOf(JobState state)
{
    switch (state) {
    case JobState::Done:
        return "done";
    case JobState::Failed:
        return "error";
    case JobState::Skipped:
        return "info";
    case JobState::Cancelled:
        return "cancel";
    case JobState::Paused:
        return "pause";
    case JobState::Running:
        return "colourise";
    case JobState::Waiting:
        return "recent";
    }
    return "info";
}

// One bar in three parts: read, coloured, saved.
void drawStages(QPainter* painter, const QRect& area, JobStage stage, const QColor& colour)
{
    QColor faint = colour;
    faint.setAlphaF(0.25F);
    const int gap = 3;
    const int width = (area.width() - 2 * gap) / 3;
    for (int part = 0; part < 3; ++part) {
        const QRect segment(area.left() + part * (width + gap), area.top(), width, area.height());
        const bool begun = int(stage) > part;
        painter->fillRect(segment, begun ? colour : faint);
    }
}

} // namespace

int JobDelegate::rowHeight(const QFontMetrics& metrics)
{
    return std::max(2 * metrics.lineSpacing() + 2 * margin, 44 + margin);
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), rowHeight(option.fontMetrics)};
}

void JobDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const
{
    const auto* row =
        static_cast<const JobRow*>(index.data(JobTableModel::RowRole).value<const void*>());
    if (!row || index.column() == JobTableModel::TimeColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    painter->save();
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->setFont(option.font);
    if (index.column() == JobTableModel::PhotoColumn)
        paintPhoto(painter, option, *row, index.data(Qt::DecorationRole).value<QImage>());
    else
        paintState(painter, option, *row);
    painter->restore();
}

void JobDelegate::paintPhoto(QPainter* painter, const QStyleOptionViewItem& option,
                             const JobRow& row, const QImage& picture)
{
    const QRect area = option.rect.adjusted(margin, margin / 2, -margin, -margin / 2);
    const QRect box(area.left(), area.top(), pictureWidth, area.height());
    if (picture.isNull()) {
        QRect icon(0, 0, iconSide, iconSide);
        icon.moveCenter(box.center());
        const bool selected = option.state & QStyle::State_Selected;
        themedIcon("photo").paint(painter, icon, Qt::AlignCenter,
                                  selected ? QIcon::Selected : QIcon::Normal);
    } else {
        const QSize size = picture.size().scaled(box.size(), Qt::KeepAspectRatio);
        QRect place(QPoint(0, 0), size);
        place.moveCenter(box.center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(place, picture);
    }
    QRect line(box.right() + margin, area.top(), area.right() - box.right() - margin,
               area.height() / 2);
    painter->setPen(rowTextColour(option, false));
    drawLine(painter, line, nameText(row), Qt::ElideMiddle);
    line.translate(0, line.height());
    painter->setPen(rowTextColour(option, true));
    drawLine(painter, line, folderText(row), Qt::ElideMiddle);
}

void JobDelegate::paintState(QPainter* painter, const QStyleOptionViewItem& option,
                             const JobRow& row)
{
    const QRect area = option.rect.adjusted(margin, margin / 2, -margin, -margin / 2);
    const bool selected = option.state & QStyle::State_Selected;
    const bool running = row.state == JobState::Running;
    const QString word = stateText(row);
    const int lineHeight = painter->fontMetrics().lineSpacing();
    const bool alone = row.message.isEmpty() && !running;
    QRect line(area.left(), alone ? area.center().y() - lineHeight / 2 : area.top() + 2,
               area.width(), lineHeight);

    const QRect icon(line.left(), line.top() + (lineHeight - iconSide) / 2, iconSide, iconSide);
    themedIcon(iconOf(row.state))
        .paint(painter, icon, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);
    line.setLeft(icon.right() + margin);
    painter->setPen(rowTextColour(option, false));
    if (running) {
        drawLine(painter, line, word, Qt::ElideRight);
        const int thickness = 4;
        drawStages(painter,
                   QRect(line.left(), line.bottom() + 5, std::min(line.width(), 160), thickness),
                   row.stage, rowTextColour(option, false));
    } else if (row.message.isEmpty()) {
        drawLine(painter, line, word, Qt::ElideRight);
    } else {
        // The word, then what there is to say, on all the room there is.
        const QRect rest(line.left(), line.top(), line.width(), area.bottom() - line.top());
        drawLines(painter, rest, messageText(row));
    }
}

} // namespace autochrome
