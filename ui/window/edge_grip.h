#pragma once

#include <QWidget>

namespace autochrome {

/// The upper edge of something whose height a person may change: dragged, or moved with the up and
/// down keys; a double click asks for the height that it had at first.
class EdgeGrip : public QWidget
{
    Q_OBJECT

public:
    static constexpr int thickness = 8;

    explicit EdgeGrip(QWidget* parent = nullptr);

Q_SIGNALS:
    void dragBegan();
    void draggedTo(int taller); ///< logical pixels since dragBegan(), below 0: lower
    void steppedBy(int taller); ///< logical pixels, by a key
    void resetWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int pressedAt_ = 0; ///< global
};

} // namespace autochrome
