#include "ui/training/figures/figure_export.h"

#include "ui/training/figures/figure_painter.h"

#include <QApplication>
#include <QBuffer>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace autochrome {

namespace {

constexpr int fontSize = 15; // units
constexpr int margin = 12;
constexpr int scale = 2; // pixels a unit

tl::unexpected<Error> notWritten(const QString& path, const QString& reason)
{
    return failure(ErrorCode::WriteFailed,
                   QCoreApplication::translate("FigureExport", "“%1” cannot be written: %2")
                       .arg(QDir::toNativeSeparators(path), reason)
                       .toStdString(),
                   reason.toStdString());
}

/// A size in units, whatever the desktop's font size.
QFont savedFont()
{
    QFont font = QApplication::font();
    font.setPixelSize(fontSize);
    return font;
}

QSize savedSize(const FigurePainter& figure)
{
    const QFontMetricsF metrics(savedFont());
    return {savedFigureWidth,
            int(figure.heightForWidth(savedFigureWidth - 2 * margin, metrics)) + 2 * margin};
}

void paintPage(QPainter& painter, const FigurePainter& figure)
{
    const QRectF page(QPointF(0, 0), savedSize(figure));
    const FigureColours colours = FigureColours::forPaper();
    painter.fillRect(page, colours.background);
    FigurePainter onPaper = figure;
    onPaper.setColours(colours);
    onPaper.setPixelRatio(scale);
    onPaper.paint(painter, page.adjusted(margin, margin, -margin, -margin), savedFont());
}

QByteArray png(const FigurePainter& figure)
{
    QImage image(savedSize(figure) * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    {
        QPainter painter(&image);
        paintPage(painter, figure);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(const FigurePainter& figure)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(savedSize(figure));
    generator.setViewBox(QRect(QPoint(0, 0), savedSize(figure)));
    generator.setResolution(96); // a unit is a pixel
    generator.setTitle(figure.title());
    generator.setDescription(figure.caption());
    QPainter painter(&generator);
    paintPage(painter, figure);
    painter.end();
    return bytes;
}

} // namespace

Result<void> exportFigure(const FigurePainter& figure, const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != "png" && ending != "svg") {
        return failure(
            ErrorCode::UnsupportedFormat,
            QCoreApplication::translate(
                "FigureExport", "“%1” cannot be written: a figure is saved as .png or .svg.")
                .arg(QDir::toNativeSeparators(path))
                .toStdString());
    }
    const QByteArray bytes = ending == "png" ? png(figure) : svg(figure);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return notWritten(path, file.errorString());
    return {};
}

} // namespace autochrome
