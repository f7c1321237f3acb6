#pragma once

#include <QImage>
#include <QList>
#include <QString>
#include <QWidget>

namespace autochrome {

/// Pictures side by side, each over its caption. Dragging across them, or the arrow keys, asks for
/// other ones.
class SampleCanvas : public QWidget
{
    Q_OBJECT

public:
    struct Panel
    {
        QString caption;
        QImage picture; ///< null: there is none, or not yet
        bool isLoading =
            true; ///< then what was here before stays, so that a swipe does not flicker
        bool operator==(const Panel&) const = default;
    };

    explicit SampleCanvas(QWidget* parent = nullptr);

    void setPanels(const QList<Panel>& panels);
    const QList<Panel>& panels() const { return panels_; }

    /// How many validations a drag goes through, which decides how far one of them is.
    void setStepCount(int count) { stepCount_ = count; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dragBegan();
    void dragged(int steps);  ///< away from where the drag began; later ones are positive
    void stepAsked(int by);   ///< one validation forth or back, by a key
    void endAsked(bool last); ///< to the first or last validation
    void photoAsked(int by);  ///< another photo

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int captionHeight() const;

    QList<Panel> panels_;
    int stepCount_ = 0;
    bool isDragging_ = false;
    double dragStart_ = 0;
};

} // namespace autochrome
