#include "ui/window/film_strip.h"

#include "ui/settings/icon_theme.h"
#include "ui/viewer/thumbnail.h"
#include "ui/window/photo_document.h"
#include "ui/window/photo_session.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QMenu>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyle>

namespace autochrome {

namespace {
constexpr int pictureWidth = 96;
constexpr int pictureHeight = 64;
} // namespace

FilmStrip::FilmStrip(PhotoSession* session, QWidget* parent)
    : QListWidget(parent), session_(session)
{
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Open photos"));
    setMetrics();
    hide();

    connect(session, &PhotoSession::added, this, &FilmStrip::add);
    connect(session, &PhotoSession::removed, this, &FilmStrip::remove);
    connect(session, &PhotoSession::wantedChanged, this, &FilmStrip::markWanted);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            session_->select(documentOf(item));
    });
}

void FilmStrip::setMetrics()
{
    setIconSize(QSize(pictureWidth, pictureHeight));
    setGridSize(QSize(pictureWidth + 24, pictureHeight + fontMetrics().height() + 18));
}

QSize FilmStrip::sizeHint() const
{
    const int bar = horizontalScrollBar()->sizeHint().height();
    return {pictureWidth * 4, gridSize().height() + bar + 4};
}

void FilmStrip::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        setMetrics();
        updateGeometry();
    }
}

PhotoDocument* FilmStrip::documentOf(const QListWidgetItem* item)
{
    return item->data(Qt::UserRole).value<PhotoDocument*>();
}

QListWidgetItem* FilmStrip::itemOf(const PhotoDocument* document) const
{
    for (int row = 0; row < count(); ++row) {
        if (documentOf(item(row)) == document)
            return item(row);
    }
    return nullptr;
}

void FilmStrip::add(PhotoDocument* document)
{
    {
        // The first item becomes current by itself; which photo is wanted is not ours to decide.
        const QSignalBlocker quiet(this);
        auto* item = new QListWidgetItem(themedIcon("photo"), document->name());
        item->setData(Qt::UserRole, QVariant::fromValue(document));
        addItem(item);
    }
    connect(document, &PhotoDocument::thumbnailChanged, this,
            [this, document] { refresh(document); });
    refresh(document);
    setVisible(count() > 1);
}

void FilmStrip::remove(PhotoDocument* document)
{
    {
        const QSignalBlocker quiet(this);
        delete itemOf(document);
    }
    document->disconnect(this);
    markWanted();
    setVisible(count() > 1);
}

void FilmStrip::refresh(PhotoDocument* document)
{
    QListWidgetItem* item = itemOf(document);
    if (!item)
        return;
    const QImage picture = document->thumbnail();
    if (!picture.isNull()) {
        // Enlarged too, so that a tiny photo does not look like dirt.
        const qreal ratio = devicePixelRatioF();
        QPixmap pixmap = QPixmap::fromImage(picture.scaled(
            QSizeF(iconSize() * ratio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
        pixmap.setDevicePixelRatio(ratio);
        QIcon icon(pixmap);
        icon.addPixmap(pixmap, QIcon::Selected); // not tinted by the selection
        item->setIcon(icon);
    }
    const bool coloured = document->rendering() || document->result();
    const QString state = coloured ? tr("coloured") : tr("not coloured yet");
    item->setToolTip(QDir::toNativeSeparators(document->path()) + QLatin1Char('\n') + state);
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(document->name(), state));
}

void FilmStrip::markWanted()
{
    const QSignalBlocker quiet(this);
    QListWidgetItem* item = session_->wanted() ? itemOf(session_->wanted()) : nullptr;
    setCurrentItem(item);
    if (item)
        scrollToItem(item);
    viewport()->update();
}

void FilmStrip::contextMenuEvent(QContextMenuEvent* event)
{
    const QListWidgetItem* item = itemAt(event->pos());
    if (!item)
        return;
    PhotoDocument* document = documentOf(item);
    QMenu menu(this);
    menu.addAction(themedIcon("close"), tr("Close “%1”").arg(document->name()), session_,
                   [this, document] { session_->close(document); });
    menu.exec(event->globalPos());
}

void FilmStrip::wheelEvent(QWheelEvent* event)
{
    // A wheel turns up and down; the strip runs left and right.
    const QPoint delta = event->angleDelta();
    const int amount = delta.y() != 0 ? delta.y() : delta.x();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - amount);
    event->accept();
}

} // namespace autochrome
