#pragma once

#include "ui/repair/brush.h"
#include "ui/repair/mask_layer.h"

#include <QImage>
#include <QWidget>
#include <memory>
#include <optional>

class QTabletEvent;
class QTouchEvent;

namespace autochrome {

class PhotoView;

/// Lies over a view while damage is marked: a round brush that draws by mouse, pen, touch and
/// keyboard, and what is marked so far. What it has no use for (the wheel, the middle button, a
/// second finger) goes through to the view.
class BrushOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit BrushOverlay(PhotoView* view);

    void setMap(const GeometryMap& map); ///< of the photo that the view shows
    /// What is filled in, and strokes of the source that are not yet.
    void setMarks(std::shared_ptr<const MaskLayer> filled, std::vector<MaskStroke> waiting);
    void setShowsFilled(bool on); ///< else only what waits is seen, unless the brush takes away
    void setErases(bool on);
    void setBrush(double width); ///< logical pixels

Q_SIGNALS:
    void drawn(const autochrome::MaskStroke& stroke); ///< in coordinates of the upright source
    void widerWanted(int steps);                      ///< of the brush; below 0: narrower
    void erasesWanted(bool on);
    void left(); ///< the person is done

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void tabletEvent(QTabletEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    bool touchEvent(QTouchEvent* event);
    bool press(QPointF place, bool erases); ///< false: that is nothing of the photo
    void move(QPointF place);
    void release();
    void drop(); ///< what is being drawn, as if it had never been
    void moveByKeys(QKeyEvent* event);
    void pressKey();
    void comeToSight(QPointF place, QKeyEvent* event);

    double photoPerLogical() const; ///< pixels of the photo as it lies
    cv::Point2d toPhoto(QPointF place) const;
    QPointF toView(cv::Point2d pixel) const;
    std::optional<QPointF> brushPlace() const; ///< where it is seen, logical
    void updateBrush();
    void updateStroke(qsizetype from);
    void forget(); ///< the picture of what is marked
    void compose();
    void paintStroke(QPainter& painter) const;
    void paintBrush(QPainter& painter) const;

    PhotoView* view_;
    GeometryMap map_;
    std::shared_ptr<const MaskLayer> filled_;
    std::vector<MaskStroke> waiting_;
    bool showsFilled_ = false;
    bool erases_ = false;
    double width_ = 1;

    std::optional<Brush> brush_;        ///< while something is drawn
    std::optional<QPointF> pointer_;    ///< while it is over this, logical
    std::optional<cv::Point2d> byKeys_; ///< where the keys have brought the brush, photo
    bool usesKeys_ = true;              ///< rather than the pointer
    QRect brushArea_;                   ///< where the brush was painted last
    QImage picture_;                    ///< of what is marked; null: to be made anew
    bool isPictureKnown_ = false;
};

} // namespace autochrome
