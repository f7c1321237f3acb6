#pragma once

#include "ui/crop/frame_draft.h"

#include <QWidget>

namespace autochrome {

/// A corner, a side or the middle of a frame for those who use the keyboard: a stop of the Tab key
/// with a name. The arrow keys move it (Shift: ten times as far). The pointer goes through it to
/// the overlay, which knows what is near.
class FrameHandle : public QWidget
{
    Q_OBJECT

public:
    static constexpr int extent = 24; ///< of the widget, logical pixels

    FrameHandle(FrameDraft::Part part, QWidget* parent);

    FrameDraft::Part part() const { return part_; }

Q_SIGNALS:
    /// @param steps  of the arrow keys, to the right and downwards
    void moveWanted(QPoint steps);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    FrameDraft::Part part_;
};

} // namespace autochrome
