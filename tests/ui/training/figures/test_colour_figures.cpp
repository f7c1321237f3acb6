#include "core/colour/lab.h"
#include "core/colour/rebalancing.h"
#include "ui/tools/slider_row.h"
#include "ui/training/figures/colour_figures.h"
#include "ui/training/figures/colour_scale.h"
#include "ui/training/figures/figure_view.h"
#include "ui/widgets/theme.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPixmap>
#include <QSignalSpy>
#include <QSlider>
#include <QToolTip>
#include <QtTest>

using namespace autochrome;

namespace {

int binOf(float a, float b)
{
    return ColourBins::srgb().nearest(a, b);
}

/// Much grey, some skin, a single blue pixel; nothing else.
std::vector<double> fewColours()
{
    std::vector<double> counts(std::size_t(ColourBins::srgb().count()), 0.0);
    counts[std::size_t(binOf(0, 0))] = 900000;
    counts[std::size_t(binOf(10, 20))] = 99999;
    counts[std::size_t(binOf(20, -60))] = 1;
    return counts;
}

QColor pixelAt(const FigureView& view, QPointF place)
{
    const QPixmap picture = const_cast<FigureView&>(view).grab();
    return picture.toImage().pixelColor((place * picture.devicePixelRatio()).toPoint());
}

/// Off the middle of the cell, where the cross of an empty one is.
QColor cellColour(const FigureView& view, float a, float b)
{
    const FigurePainter::Layout layout = view.figureLayout();
    return pixelAt(view, layout.plane.toPicture(a - 2.5, b + 0.5));
}

void movePointer(QWidget* widget, QPointF place)
{
    QMouseEvent event(QEvent::MouseMove, place, widget->mapToGlobal(place), Qt::NoButton,
                      Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(widget, &event);
}

bool alike(const QColor& one, const QColor& other, int tolerance = 3)
{
    return std::abs(one.red() - other.red()) <= tolerance &&
           std::abs(one.green() - other.green()) <= tolerance &&
           std::abs(one.blue() - other.blue()) <= tolerance;
}

QColor colourOf(Lab lab)
{
    const LinearRgb rgb = toLinearRgb(lab);
    return QColor::fromRgbF(linearToSrgb(rgb.r), linearToSrgb(rgb.g), linearToSrgb(rgb.b));
}

const QColor surround(0x77, 0x77, 0x77);

} // namespace

class TestColourFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGamutHasTheColoursOfTheLab()
    {
        ColourFigures figures;
        figures.resize(1200, 480);
        figures.show();
        const FigureView& view = *figures.view(FigureKind::Gamut);
        for (const auto& [a, b] : {std::pair(-27.0F, 23.0F), std::pair(43.0F, 34.0F),
                                   std::pair(23.0F, -52.0F), std::pair(-2.0F, 3.0F)}) {
            const QColor drawn = pixelAt(view, view.figureLayout().plane.toPicture(a, b));
            // A pixel is half a unit wide.
            QVERIFY2(alike(drawn, colourOf({50, a, b}), 6), qPrintable(drawn.name()));
        }
        // The strongest green of sRGB is lighter than L* = 50; beyond lies no colour at all.
        const QPointF green = view.figureLayout().plane.toPicture(-77, 73);
        QVERIFY(alike(pixelAt(view, green), surround));
        QVERIFY(alike(pixelAt(view, view.figureLayout().plane.toPicture(-100, -100)), surround));
    }

    void emptyBinsLookDifferent()
    {
        ColourFigures figures;
        figures.resize(1200, 480);
        figures.show();
        figures.setHistogram(fewColours());
        const FigureView& prior = *figures.view(FigureKind::Prior);
        QVERIFY(alike(cellColour(prior, -50, 50), surround));
        QVERIFY(alike(cellColour(prior, 20, -60), ColourScale::colourAt(0)));
        QVERIFY(alike(cellColour(prior, 0, 0),
                      ColourScale::ofProbabilities(figures.statistics()).colour(0.9)));
        // An empty cell is crossed out: its middle is darker.
        const QPointF middle = prior.figureLayout().plane.toPicture(-50, 50);
        QVERIFY(pixelAt(prior, middle).lightness() < surround.lightness() - 20);
        QVERIFY(prior.figure().binText(binOf(-50, 50)).contains("In no photo"));
        QVERIFY(prior.figure().binText(binOf(0, 0)).contains("0.9"));
    }

    void theSliderChangesTheWeights()
    {
        ColourFigures figures;
        figures.resize(1200, 480);
        figures.show();
        figures.setHistogram(fewColours());
        const std::vector<float> prior = smoothedPrior(ColourBins::srgb(), fewColours());
        const int grey = binOf(0, 0);
        QCOMPARE(figures.lambda(), 0.9);
        QCOMPARE(float(figures.statistics().weight(grey)),
                 rebalancingWeights(prior, 0.9F)[std::size_t(grey)]);
        const FigureView& view = *figures.view(FigureKind::Weights);
        const QColor before = cellColour(view, 0, 0);

        QSignalSpy changed(&figures, &ColourFigures::lambdaChanged);
        figures.lambdaRow()->slider()->setValue(25);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toDouble(), 0.25);
        QCOMPARE(figures.lambda(), 0.25);
        QCOMPARE(figures.lambdaRow()->field()->value(), 0.25);
        QCOMPARE(float(view.figure().statistics().weight(grey)),
                 rebalancingWeights(prior, 0.25F)[std::size_t(grey)]);
        QVERIFY(!alike(cellColour(view, 0, 0), before));
        QVERIFY(view.accessibleName().contains("0.25"));

        figures.lambdaRow()->field()->setValue(0.6);
        QCOMPARE(changed.count(), 2);
        QTest::keyClick(figures.lambdaRow()->slider(), Qt::Key_Right);
        QCOMPARE(changed.count(), 3);
        QCOMPARE(figures.lambda(), 0.61);
        QTest::mouseDClick(figures.lambdaRow()->findChild<QLabel*>(), Qt::LeftButton);
        QCOMPARE(changed.count(), 4);
        QCOMPARE(figures.lambda(), 0.9);

        figures.setLambda(0.5); // by the program: quiet
        QCOMPARE(changed.count(), 4);
        QCOMPARE(figures.lambdaRow()->value(), 0.5);
        figures.setLambda(7);
        QCOMPARE(figures.lambda(), 1.0);
        for (int bin = 0; bin < ColourBins::srgb().count(); ++bin)
            QVERIFY(std::abs(figures.statistics().weight(bin) - 1) < 1e-5);
    }

    void lambdaStaysWithNewPhotos()
    {
        ColourFigures figures;
        figures.setLambda(0.3);
        figures.setHistogram(fewColours());
        QCOMPARE(figures.lambda(), 0.3);
        QCOMPARE(figures.lambdaRow()->value(), 0.3);
    }

    void refusesOddInput()
    {
        ColourFigures figures;
        figures.setHistogram(fewColours());
        QVERIFY(!figures.statistics().isEmpty());
        for (const std::vector<double>& odd :
             {std::vector<double>(), std::vector<double>(7, 1.0),
              std::vector<double>(std::size_t(ColourBins::srgb().count()), 0.0)}) {
            figures.setHistogram(odd);
            QVERIFY(figures.statistics().isEmpty());
            figures.grab();
        }
        figures.setPrior({1.0F});
        QVERIFY(figures.statistics().isEmpty());
        const int count = ColourBins::srgb().count();
        figures.setPrior(std::vector<float>(std::size_t(count), 1.0F / float(count)));
        QVERIFY(!figures.statistics().isEmpty());
        figures.setLambda(0);
        figures.grab();
    }

    void thePointerAndTheKeysNameABin()
    {
        ColourFigures figures;
        figures.resize(1200, 480);
        figures.show();
        figures.setHistogram(fewColours());
        FigureView* view = figures.view(FigureKind::Prior);
        const AbPlane plane = view->figureLayout().plane;
        movePointer(view, plane.toPicture(12, 18));
        QCOMPARE(view->markedBin(), binOf(10, 20));
        QVERIFY(view->accessibleDescription().contains("a* 10, b* 20"));
        movePointer(view, plane.toPicture(-110, -110));
        QCOMPARE(view->markedBin(), -1);

        QTest::keyClick(view, Qt::Key_Right);
        QCOMPARE(view->markedBin(), binOf(0, 0));
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Up);
        QCOMPARE(view->markedBin(), binOf(10, 10));
        QVERIFY(QToolTip::text().contains("a* 10, b* 10"));
        for (int step = 0; step < 40; ++step)
            QTest::keyClick(view, Qt::Key_Down); // stops at the gamut's edge
        QVERIFY(view->markedBin() >= 0);
    }

    void wrapsWhereItIsNarrow()
    {
        ColourFigures figures;
        figures.show();
        const auto columns = [&](int width) {
            figures.resize(width, figures.heightForWidth(width));
            QTest::qWait(10);
            int sameRow = 0;
            const int top = figures.view(FigureKind::Gamut)->mapTo(&figures, QPoint()).y();
            for (FigureKind kind : {FigureKind::Gamut, FigureKind::Prior, FigureKind::Weights}) {
                const FigureView* view = figures.view(kind);
                sameRow += view->mapTo(&figures, QPoint()).y() == top;
                const int right = view->mapTo(&figures, QPoint()).x() + view->width();
                const int bottom = view->mapTo(&figures, QPoint()).y() + view->height();
                if (right > width || bottom > figures.height())
                    return -1; // cut
            }
            return sameRow;
        };
        QCOMPARE(columns(1200), 3);
        QCOMPARE(columns(640), 2);
        QCOMPARE(columns(320), 1);
        QVERIFY(figures.minimumSizeHint().width() <= 320);
    }

    void scalesHaveNumbers()
    {
        const ColourStatistics few = ColourStatistics::fromHistogram(fewColours());
        const auto ticks = ColourScale::ofProbabilities(few).ticks(true);
        QCOMPARE(ticks.size(), std::size_t(7)); // a millionth to 1
        QCOMPARE(ticks.front().label, QStringLiteral("−6"));
        QCOMPARE(ticks.front().position, 0.0);
        QCOMPARE(ticks.back().label, QStringLiteral("0"));
        ColourStatistics rare = few;
        rare.setLambda(0); // colours that never occur would weigh without end
        const auto weights = ColourScale::ofWeights(rare).ticks(false);
        QCOMPARE(weights.back().label, QStringLiteral("≥ ") + QLocale().toString(1000));
        ColourStatistics flat = few;
        flat.setLambda(1);
        QCOMPARE(ColourScale::ofWeights(flat).position(1), 0.5);
    }

    void followsTheTheme()
    {
        ColourFigures figures;
        figures.resize(1200, 480);
        figures.show();
        const FigureView& view = *figures.view(FigureKind::Weights);
        for (Theme theme : {Theme::Dark, Theme::Light}) {
            figures.setPalette(themePalette(theme));
            const QImage picture = const_cast<FigureView&>(view).grab().toImage();
            const QRectF title = view.figureLayout().title;
            const QColor text = themePalette(theme).color(QPalette::WindowText);
            bool found = false;
            for (int y = 0; y < int(title.bottom()) && !found; ++y) {
                for (int x = int(title.left()); x < int(title.right()) && !found; ++x)
                    found = alike(picture.pixelColor(x, y), text, 40);
            }
            QVERIFY(found);
        }
    }

    void tellsItsNames()
    {
        ColourFigures figures;
        for (FigureKind kind : {FigureKind::Gamut, FigureKind::Prior, FigureKind::Weights}) {
            QVERIFY(!figures.view(kind)->accessibleName().isEmpty());
            QVERIFY(!figures.view(kind)->accessibleDescription().isEmpty());
            QCOMPARE(figures.view(kind)->saveAction()->text(), QStringLiteral("Save the figure…"));
        }
        QVERIFY(!figures.lambdaRow()->slider()->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestColourFigures)
#include "test_colour_figures.moc"
