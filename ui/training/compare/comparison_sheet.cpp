#include "ui/training/compare/comparison_sheet.h"

#include "ui/widgets/background.h"

#include <QFileInfo>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace autochrome {

namespace {

constexpr int gap = 4; // between pictures, device-independent pixels
constexpr int rowGap = 10;
constexpr int mostCell = 256;    // the pictures are no larger
constexpr int mostPictures = 40; // in memory, about 1 MiB each

QString signedDecibels(double value)
{
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) +
           QLocale().toString(std::fabs(value), 'f', 1);
}

} // namespace

ComparisonSheet::ComparisonSheet(QWidget* parent) : QWidget(parent), pictures_(mostPictures)
{
    pool_.setMaxThreadCount(1);
    // Not Fixed: its limit would be the hint, which is of another width.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFocusPolicy(Qt::StrongFocus); // the keys then scroll the page around it
    setAccessibleName(tr("Photos side by side"));
}

ComparisonSheet::~ComparisonSheet()
{
    pool_.clear();
}

void ComparisonSheet::setPhotos(const std::filesystem::path& folder,
                                std::vector<ComparedPhoto> photos)
{
    pool_.clear();
    ++generation_;
    folder_ = folder;
    photos_ = std::move(photos);
    pictures_.clear();
    asked_.clear();
    setAccessibleDescription(tr("Photos: %1, each grey, before, after and in its true colours.")
                                 .arg(QLocale().toString(count())));
    setVisible(!photos_.empty());
    updateGeometry();
    update();
}

int ComparisonSheet::cell(int width) const
{
    return std::clamp((width - (columns - 1) * gap) / columns, 16, mostCell);
}

int ComparisonSheet::headHeight() const
{
    return fontMetrics().height() + gap;
}

int ComparisonSheet::rowHeight(int width) const
{
    return cell(width) + fontMetrics().height() + 2 + rowGap;
}

int ComparisonSheet::heightForWidth(int width) const
{
    return photos_.empty() ? 0 : headHeight() + count() * rowHeight(width);
}

QSize ComparisonSheet::sizeHint() const
{
    constexpr int width = columns * 120;
    return {width, heightForWidth(width)};
}

QSize ComparisonSheet::minimumSizeHint() const
{
    return {columns * 48, 0};
}

QRect ComparisonSheet::rowRect(int row) const
{
    const int height = rowHeight(width());
    return {0, headHeight() + row * height, width(), height};
}

QString ComparisonSheet::caption(const ComparedPhoto& photo) const
{
    const QString gain =
        tr("%1 dB, before %2 dB")
            .arg(signedDecibels(photo.gainAfter), signedDecibels(photo.gainBefore));
    const QString name = QFileInfo(QString::fromStdString(photo.name)).fileName();
    return tr("%1: %2").arg(gain, photo.isOther ? tr("%1 (other photos)").arg(name) : name);
}

void ComparisonSheet::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const int side = cell(width());
    painter.setPen(palette().color(QPalette::WindowText));
    const QString heads[columns] = {tr("Grey"), tr("Before"), tr("After"), tr("Truth")};
    for (int column = 0; column < columns; ++column)
        painter.drawText(QRect(column * (side + gap), 0, side, headHeight() - gap),
                         Qt::AlignHCenter | Qt::AlignVCenter, heads[column]);
    const int height = rowHeight(width());
    const int first = std::max(0, (event->rect().top() - headHeight()) / height);
    const int last = std::min(count() - 1, (event->rect().bottom() - headHeight()) / height);
    for (int row = first; row <= last; ++row) {
        const QRect rect = rowRect(row);
        const QImage* picture = pictures_.object(row);
        if (!picture)
            load(row);
        for (int column = 0; column < columns; ++column) {
            const QRect target(column * (side + gap), rect.top(), side, side);
            if (picture) {
                const int from = picture->width() / columns;
                painter.drawImage(target, *picture,
                                  QRect(column * from, 0, from, picture->height()));
            } else {
                painter.fillRect(target, QColor(119, 119, 119)); // the pictures' own ground
            }
        }
        const QRect line(0, rect.top() + side + 2, columns * side + (columns - 1) * gap,
                         fontMetrics().height());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(caption(photos_[std::size_t(row)]),
                                                  Qt::ElideRight, line.width()));
    }
    if (hasFocus()) {
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(QRect(0, 0, width() - 1, headHeight() - 2));
    }
}

void ComparisonSheet::load(int row)
{
    if (asked_.contains(row))
        return;
    asked_.insert(row);
    const std::filesystem::path path = folder_ / photos_[std::size_t(row)].picture;
    runInBackground(
        &pool_, this, [path] { return QImage(QString::fromLocal8Bit(path.c_str())); },
        [this, row, generation = generation_](QImage picture) {
            // One that is not readable stays asked for, and grey.
            if (generation != generation_ || picture.isNull())
                return;
            asked_.remove(row);
            pictures_.insert(row, new QImage(std::move(picture)));
            update(rowRect(row));
        });
}

bool ComparisonSheet::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int row = (help->pos().y() - headHeight()) / rowHeight(width());
    if (help->pos().y() < headHeight() || row >= count())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(),
                           QString::fromStdString(photos_[std::size_t(row)].name), this,
                           rowRect(row));
    return true;
}

} // namespace autochrome
