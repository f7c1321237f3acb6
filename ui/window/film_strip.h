#pragma once

#include <QHash>
#include <QListWidget>
#include <QTimer>

namespace autochrome {

class EdgeGrip;
class FilmStripDelegate;
class PhotoDocument;
class PhotoSession;

/// The row of open photos below the one that is shown, on the same ground; hidden while there is
/// only one. Its upper edge can be dragged.
class FilmStrip : public QListWidget
{
    Q_OBJECT

public:
    static constexpr int lowestPicture = 40;
    static constexpr int usualPicture = 64;
    static constexpr int tallestPicture = 170;

    explicit FilmStrip(PhotoSession* session, QWidget* parent = nullptr);

    /// Height of the pictures' boxes, remembered from one time to the next.
    int pictureHeight() const;
    void setPictureHeight(int height);

    /// One by a click, several with Ctrl or Shift; in the order of the strip.
    QVector<PhotoDocument*> selectedPhotos() const;

    EdgeGrip* grip() const { return grip_; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

Q_SIGNALS:
    /// Asks for the menu of a photo.
    void menuRequested(autochrome::PhotoDocument* document, QPoint globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void add(PhotoDocument* document);
    void remove(PhotoDocument* document);
    void refresh(PhotoDocument* document);
    void markWanted();
    void setMetrics();
    void preferVisible();
    QListWidgetItem* itemOf(const PhotoDocument* document) const;
    static PhotoDocument* documentOf(const QListWidgetItem* item);

    PhotoSession* session_;
    FilmStripDelegate* delegate_;
    EdgeGrip* grip_;
    QHash<const PhotoDocument*, QListWidgetItem*> items_;
    bool isChoosing_ = false; ///< somebody does, in the list
    int heightAtDrag_ = 0;
    QTimer visibleTimer_; ///< many items come and go at once
};

} // namespace autochrome
