#pragma once

#include "core/base/error.h"
#include "ui/training/figures/figure_painter.h"

#include <QWidget>

class QAction;
class QToolButton;

namespace autochrome {

/// One figure on a data set's colours. The pointer or the arrow keys walk over its bins and say
/// what each one holds; its button or its context menu saves it.
class FigureView : public QWidget
{
    Q_OBJECT

public:
    explicit FigureView(FigureKind kind, QWidget* parent = nullptr);

    void setStatistics(const ColourStatistics& statistics);
    const FigurePainter& figure() const { return figure_; }

    /// Where the parts of the figure lie in the widget.
    FigurePainter::Layout figureLayout() const;

    /// See autochrome::exportFigure().
    Result<void> exportFigure(const QString& path) const;

    QAction* saveAction() const { return save_; }
    int markedBin() const { return marked_; } ///< -1 for none

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& sentence); ///< the figure could not be saved

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void askAndSave();
    void describe();
    void mark(int bin);
    void showBinText();
    void takeColours();

    FigurePainter figure_;
    QAction* save_;
    QToolButton* button_;
    int marked_ = -1;
};

} // namespace autochrome
