#include "ui/training/figures/figure_view.h"

#include "ui/settings/places.h"
#include "ui/training/figures/figure_export.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QFileDialog>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>
#include <cmath>

namespace autochrome {

namespace {

constexpr int comfortableWidth = 340; // device-independent pixels
constexpr int smallestWidth = 300;

QString fileName(FigureKind kind)
{
    switch (kind) {
    case FigureKind::Gamut:
        return QStringLiteral("colours");
    case FigureKind::Prior:
        return QStringLiteral("colour-prior");
    case FigureKind::Weights:
        break;
    }
    return QStringLiteral("colour-weights");
}

/// The step of an arrow key in cells: x is a*, y is b*.
QPoint stepOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, 1};
    case Qt::Key_Down:
        return {0, -1};
    default:
        return {0, 0};
    }
}

} // namespace

FigureView::FigureView(FigureKind kind, QWidget* parent)
    : QWidget(parent),
      figure_(kind),
      save_(new QAction(themedIcon("export"), tr("Save the figure…"), this)),
      button_(new QToolButton(this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    addAction(save_);
    button_->setDefaultAction(save_);
    button_->setAutoRaise(true);
    button_->setToolButtonStyle(Qt::ToolButtonIconOnly);
    connect(save_, &QAction::triggered, this, &FigureView::askAndSave);
    takeColours();
    describe();
}

void FigureView::setStatistics(const ColourStatistics& statistics)
{
    figure_.setStatistics(statistics);
    describe();
    update();
}

FigurePainter::Layout FigureView::figureLayout() const
{
    return figure_.layout(rect(), QFontMetricsF(font()), 1 / devicePixelRatioF());
}

Result<void> FigureView::exportFigure(const QString& path) const
{
    return autochrome::exportFigure(figure_, path);
}

QSize FigureView::sizeHint() const
{
    return {comfortableWidth, heightForWidth(comfortableWidth)};
}

QSize FigureView::minimumSizeHint() const
{
    return {smallestWidth, heightForWidth(smallestWidth)};
}

int FigureView::heightForWidth(int width) const
{
    return int(figure_.heightForWidth(width, QFontMetricsF(font())));
}

bool FigureView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        mark(
            figureLayout().plane.binAt(ColourBins::srgb(), static_cast<QHelpEvent*>(event)->pos()));
        showBinText();
        return true;
    }
    return QWidget::event(event);
}

void FigureView::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    figure_.paint(painter, rect(), font(), marked_);
    if (hasFocus() && marked_ < 0) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(figureLayout().plane.square);
    }
}

void FigureView::resizeEvent(QResizeEvent* event)
{
    const QSize size = button_->sizeHint();
    button_->setGeometry(width() - size.width(), 0, size.width(), size.height());
    QWidget::resizeEvent(event);
}

void FigureView::mouseMoveEvent(QMouseEvent* event)
{
    mark(figureLayout().plane.binAt(ColourBins::srgb(), event->position()));
    if (QToolTip::isVisible())
        showBinText();
}

void FigureView::leaveEvent(QEvent* event)
{
    mark(-1);
    QWidget::leaveEvent(event);
}

void FigureView::keyPressEvent(QKeyEvent* event)
{
    const QPoint step = stepOf(event->key());
    if (step.isNull()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const ColourBins& bins = ColourBins::srgb();
    if (marked_ < 0) { // begin at grey
        mark(bins.nearest(0, 0));
    } else {
        const auto& [a, b] = bins.centres[std::size_t(marked_)];
        mark(bins.nearest(a + float(step.x()) * bins.spacing, b + float(step.y()) * bins.spacing));
    }
    showBinText();
}

void FigureView::focusOutEvent(QFocusEvent* event)
{
    mark(-1);
    QWidget::focusOutEvent(event);
}

void FigureView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange) {
        takeColours();
        update();
    } else if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void FigureView::askAndSave()
{
    const QDir folder(picturesFolder());
    QString chosenFilter;
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save the figure"), folder.filePath(fileName(figure_.kind()) + ".png"),
        tr("Picture (*.png);;Drawing (*.svg)"), &chosenFilter);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += chosenFilter.contains("*.svg") ? ".svg" : ".png";
    const Result<void> done = exportFigure(path);
    if (done)
        Q_EMIT saved(path);
    else
        Q_EMIT failed(words(done.error().message));
}

void FigureView::describe()
{
    setAccessibleName(figure_.title());
    setAccessibleDescription(marked_ < 0 ? figure_.caption() : figure_.binText(marked_));
}

void FigureView::mark(int bin)
{
    if (bin == marked_)
        return;
    marked_ = bin;
    describe();
    update();
}

void FigureView::showBinText()
{
    if (marked_ < 0) {
        QToolTip::hideText();
        return;
    }
    const QRectF cell = figureLayout().plane.cell(ColourBins::srgb(), marked_);
    QToolTip::showText(mapToGlobal(cell.bottomRight().toPoint()), figure_.binText(marked_), this);
}

void FigureView::takeColours()
{
    figure_.setColours(FigureColours::fromPalette(palette()));
}

} // namespace autochrome
