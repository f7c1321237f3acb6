#pragma once

#include <QWidget>

namespace autochrome {

/// The line between before and after, with a round grip; 44 pixels wide to catch. It asks to be
/// moved and is placed by the view. Mouse, touch, arrow keys (Shift: larger steps), Home and End;
/// a double click centres.
class SplitHandle : public QWidget
{
    Q_OBJECT

public:
    static constexpr int catchWidth = 44;

    explicit SplitHandle(QWidget* parent);

    /// Position as a fraction of the photo's visible width, [0, 1].
    double position() const { return position_; }
    void setPosition(double position);

    /// Whether it is under the pointer, held, or has the keyboard.
    bool isActive() const;

Q_SIGNALS:
    /// The middle of the line is wanted at `x` (parent coordinates).
    void dragged(double x);
    void positionWanted(double position);
    void activeChanged();
    void focusLost();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void grab(double xInParent);
    void release();
    void drag(double xInParent);

    double position_ = 0.5;
    double grabOffset_ = 0; ///< from the pointer to the line
    bool held_ = false;
    bool hovered_ = false;
    bool keyboardFocus_ = false; ///< arrived by Tab, so the focus is shown
};

} // namespace autochrome
