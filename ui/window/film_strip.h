#pragma once

#include <QListWidget>

namespace autochrome {

class PhotoDocument;
class PhotoSession;

/// The row of open photos below the one that is shown; hidden while there is only one.
class FilmStrip : public QListWidget
{
    Q_OBJECT

public:
    explicit FilmStrip(PhotoSession* session, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void add(PhotoDocument* document);
    void remove(PhotoDocument* document);
    void refresh(PhotoDocument* document);
    void markWanted();
    void setMetrics();
    QListWidgetItem* itemOf(const PhotoDocument* document) const;
    static PhotoDocument* documentOf(const QListWidgetItem* item);

    PhotoSession* session_;
};

} // namespace autochrome
