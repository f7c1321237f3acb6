#include "ui/window/film_strip.h"

#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/settings.h"
#include "ui/viewer/surround.h"
#include "ui/window/edge_grip.h"
#include "ui/window/film_strip_delegate.h"

#include <QContextMenuEvent>
#include <QDir>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QSignalBlocker>

namespace autochrome {

FilmStrip::FilmStrip(PhotoSession* session, QWidget* parent)
    : QListWidget(parent),
      session_(session),
      delegate_(new FilmStripDelegate(this)),
      grip_(new EdgeGrip(this))
{
    setItemDelegate(delegate_);
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("Open photos"));
    setAccessibleDescription(
        tr("Delete closes the chosen photos; their files stay. Ctrl and Shift choose several."));
    QPalette mat = palette();
    mat.setColor(QPalette::Base, surroundColour());
    viewport()->setPalette(mat);
    grip_->setAccessibleName(tr("Height of the film strip"));
    grip_->setToolTip(tr("Drag to make the pictures larger or smaller"));
    setViewportMargins(0, EdgeGrip::thickness, 0, 0);
    setPictureHeight(settingValue(setting::filmStripHeight));
    hide();

    visibleTimer_.setSingleShot(true);
    visibleTimer_.setInterval(0);
    connect(&visibleTimer_, &QTimer::timeout, this, &FilmStrip::preferVisible);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, &visibleTimer_,
            qOverload<>(&QTimer::start));
    connect(session, &PhotoSession::added, this, &FilmStrip::add);
    connect(session, &PhotoSession::removed, this, &FilmStrip::remove);
    connect(session, &PhotoSession::wantedChanged, this, &FilmStrip::markWanted);
    connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        const QScopedValueRollback choosing(isChoosing_, true);
        if (item)
            session_->select(documentOf(item));
    });
    connect(grip_, &EdgeGrip::dragBegan, this, [this] { heightAtDrag_ = pictureHeight(); });
    connect(grip_, &EdgeGrip::draggedTo, this,
            [this](int taller) { setPictureHeight(heightAtDrag_ + taller); });
    connect(grip_, &EdgeGrip::steppedBy, this,
            [this](int taller) { setPictureHeight(pictureHeight() + taller); });
    connect(grip_, &EdgeGrip::resetWanted, this, [this] { setPictureHeight(usualPicture); });
}

int FilmStrip::pictureHeight() const
{
    return delegate_->boxHeight();
}

void FilmStrip::setPictureHeight(int height)
{
    delegate_->setBoxHeight(std::clamp(height, lowestPicture, tallestPicture));
    setSetting(setting::filmStripHeight, pictureHeight());
    setMetrics();
    updateGeometry();
    viewport()->update();
    visibleTimer_.start();
}

void FilmStrip::setMetrics()
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    setGridSize(delegate_->sizeHint(option, {}));
}

QSize FilmStrip::sizeHint() const
{
    const int bar = horizontalScrollBar()->sizeHint().height();
    return {gridSize().width() * 4, EdgeGrip::thickness + gridSize().height() + bar};
}

void FilmStrip::changeEvent(QEvent* event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        setMetrics();
        updateGeometry();
    }
}

void FilmStrip::resizeEvent(QResizeEvent* event)
{
    QListWidget::resizeEvent(event);
    grip_->setGeometry(0, 0, width(), EdgeGrip::thickness);
    visibleTimer_.start();
}

void FilmStrip::showEvent(QShowEvent* event)
{
    QListWidget::showEvent(event);
    visibleTimer_.start();
}

PhotoDocument* FilmStrip::documentOf(const QListWidgetItem* item)
{
    return item->data(Qt::UserRole).value<PhotoDocument*>();
}

QListWidgetItem* FilmStrip::itemOf(const PhotoDocument* document) const
{
    return items_.value(document);
}

QVector<PhotoDocument*> FilmStrip::selectedPhotos() const
{
    QVector<PhotoDocument*> selected;
    for (int row = 0; row < count(); ++row)
        if (item(row)->isSelected())
            selected << documentOf(item(row));
    return selected;
}

void FilmStrip::add(PhotoDocument* document)
{
    {
        // The first item becomes current by itself; which photo is wanted is not ours to decide.
        const QSignalBlocker quiet(this);
        auto* item = new QListWidgetItem(document->name());
        item->setData(Qt::UserRole, QVariant::fromValue(document));
        addItem(item);
        items_.insert(document, item);
    }
    const auto refreshed = [this, document] { refresh(document); };
    connect(document, &PhotoDocument::thumbnailChanged, this, refreshed);
    connect(document, &PhotoDocument::workChanged, this, refreshed);
    connect(document, &PhotoDocument::stateChanged, this, refreshed);
    connect(document, &PhotoDocument::recipeChanged, this, refreshed);
    refresh(document);
    setVisible(count() > 1);
    visibleTimer_.start();
}

void FilmStrip::remove(PhotoDocument* document)
{
    {
        const QSignalBlocker quiet(this);
        delete items_.take(document);
    }
    document->disconnect(this);
    markWanted();
    setVisible(count() > 1);
    visibleTimer_.start();
}

void FilmStrip::refresh(PhotoDocument* document)
{
    QListWidgetItem* item = itemOf(document);
    if (!item)
        return;
    const QString state = stateText(*document);
    item->setData(FilmStripDelegate::PictureRole, document->thumbnail());
    item->setData(FilmStripDelegate::StateRole, int(stateOf(*document)));
    item->setToolTip(QStringLiteral("%1\n%2\n%3")
                         .arg(QDir::toNativeSeparators(document->path()), state,
                              tr("Delete closes the photo; its file stays.")));
    item->setData(Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(document->name(), state));
}

void FilmStrip::preferVisible()
{
    if (!isVisible())
        return;
    QVector<PhotoDocument*> visible;
    for (int row = 0; row < count(); ++row) {
        if (visualItemRect(item(row)).intersects(viewport()->rect()))
            visible << documentOf(item(row));
    }
    session_->preferThumbnails(visible);
}

void FilmStrip::markWanted()
{
    const QSignalBlocker quiet(this);
    QListWidgetItem* item = session_->wanted() ? itemOf(session_->wanted()) : nullptr;
    // Whoever chooses several here has the last of them shown; whoever goes on otherwise, only one.
    // While they choose, the list itself sees to what is chosen.
    if (!isChoosing_ && (item != currentItem() || !item || !item->isSelected()))
        setCurrentItem(item, QItemSelectionModel::ClearAndSelect);
    if (item)
        scrollToItem(item);
    viewport()->update();
}

void FilmStrip::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QListWidgetItem* item = byKey ? currentItem() : itemAt(event->pos());
    if (!item)
        return;
    const QPoint where =
        byKey ? viewport()->mapToGlobal(visualItemRect(item).center()) : event->globalPos();
    Q_EMIT menuRequested(documentOf(item), where);
}

void FilmStrip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier) {
        const QVector<PhotoDocument*> selected = selectedPhotos();
        for (PhotoDocument* document : selected)
            if (!event->isAutoRepeat())
                session_->close(document);
        event->accept();
        return;
    }
    QListWidget::keyPressEvent(event);
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
