#include "core/base/text.h"
#include "ui/training/figures/figure_export.h"
#include "ui/training/figures/figure_painter.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

class TestFigureExport : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

private Q_SLOTS:
    void saves_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("gamut") << int(FigureKind::Gamut);
        QTest::newRow("prior") << int(FigureKind::Prior);
        QTest::newRow("weights") << int(FigureKind::Weights);
    }

    // The drawing and the picture show the same.
    void saves()
    {
        QFETCH(int, kind);
        FigurePainter figure{FigureKind(kind)};
        std::vector<double> counts(std::size_t(ColourBins::srgb().count()), 0.0);
        for (std::size_t bin = 0; bin < counts.size(); bin += 2)
            counts[bin] = double(1 + bin * bin);
        figure.setStatistics(ColourStatistics::fromHistogram(counts));

        const QString pngPath = folder_.filePath("figure.PNG");
        QVERIFY(exportFigure(figure, pngPath));
        const QImage png(pngPath);
        QCOMPARE(png.width(), 2 * savedFigureWidth);
        QVERIFY(png.height() > savedFigureWidth);
        QCOMPARE(png.pixelColor(0, 0), QColor(Qt::white));

        const QString svgPath = folder_.filePath("figure.svg");
        QVERIFY(exportFigure(figure, svgPath));
        QSvgRenderer svg(svgPath);
        QVERIFY(svg.isValid());
        QCOMPARE(svg.viewBox().size() * 2, png.size());
        QImage drawn(png.size(), QImage::Format_RGB32);
        QPainter painter(&drawn);
        svg.render(&painter);
        painter.end();

        qint64 different = 0;
        int colours = 0;
        for (int y = 0; y < png.height(); y += 3) {
            for (int x = 0; x < png.width(); x += 3) {
                const QColor one = png.pixelColor(x, y);
                const QColor other = drawn.pixelColor(x, y);
                different += std::abs(one.red() - other.red()) > 24 ||
                             std::abs(one.green() - other.green()) > 24 ||
                             std::abs(one.blue() - other.blue()) > 24;
                colours += one.saturation() > 60;
            }
        }
        const qint64 looked = qint64(png.width()) * png.height() / 9;
        QVERIFY2(different < looked / 20, qPrintable(QString::number(different)));
        QVERIFY(colours > 1000);
    }

    void refusesAnotherEnding()
    {
        for (const char* name : {"figure.jpg", "figure"}) {
            const auto done =
                exportFigure(FigurePainter(FigureKind::Gamut), folder_.filePath(name));
            QVERIFY(!done);
            QCOMPARE(int(done.error().code), int(ErrorCode::UnsupportedFormat));
            QVERIFY(!QFile::exists(folder_.filePath(name)));
        }
    }

    void refusesAnUnwritablePath()
    {
        const QString path = folder_.filePath("nowhere/figure.png");
        const auto done = exportFigure(FigurePainter(FigureKind::Gamut), path);
        QVERIFY(!done);
        QCOMPARE(int(done.error().code), int(ErrorCode::WriteFailed));
        const QString sentence = QString::fromStdString(inWords(done.error().message));
        QVERIFY2(sentence.contains(path) && sentence.contains("cannot be written"),
                 qPrintable(sentence));

        QVERIFY(QDir(folder_.path()).mkdir("folder.svg")); // a folder is in the way
        QVERIFY(!exportFigure(FigurePainter(FigureKind::Gamut), folder_.filePath("folder.svg")));
    }
};

QTEST_MAIN(TestFigureExport)
#include "test_figure_export.moc"
