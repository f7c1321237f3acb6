#pragma once

#include "ui/crop/frame_draft.h"

#include <QWidget>
#include <array>
#include <optional>

class QTouchEvent;

namespace autochrome {

class FrameHandle;
class PhotoView;

/// Lies over a view while a frame is drawn: shades what is cut away, and moves the frame by mouse,
/// touch and keyboard. What it has no use for (the wheel, a drag outside the frame, a second
/// finger) goes through to the view.
class FrameOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit FrameOverlay(PhotoView* view);

    const FrameDraft& draft() const { return draft_; }
    void setDraft(const FrameDraft& draft); ///< without edited()

    /// While it is on, a drag draws a line, by which the photo is made level.
    void setDrawsLine(bool on);

Q_SIGNALS:
    void edited(); ///< draft() changed by hand
    void lineDrawn();
    void accepted();
    void cancelled();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Line
    {
        QPointF from, to; ///< logical
    };
    struct Hold
    {
        FrameDraft::Part part;
        QPointF from;     ///< logical
        FrameDraft draft; ///< as it was
    };

    bool touchEvent(QTouchEvent* event);
    bool press(QPointF place);
    void move(QPointF place);
    void release();
    void placeHandles();
    void updateCursor(QPointF place);
    std::optional<FrameDraft::Part> partAt(QPointF place) const;
    QPointF placeOf(FrameDraft::Part part) const; ///< logical
    QPolygonF outline() const;
    cv::Point2d toPhoto(QPointF place) const;

    PhotoView* view_;
    FrameDraft draft_;
    std::array<FrameHandle*, FrameDraft::parts> handles_;
    bool drawsLine_ = false;
    std::optional<Hold> held_;
    std::optional<Line> line_;
};

} // namespace autochrome
