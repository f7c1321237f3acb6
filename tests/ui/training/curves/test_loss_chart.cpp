#include "ui/training/curves/curve_chart.h"
#include "ui/training/curves/curve_legend.h"
#include "ui/training/curves/curve_look.h"
#include "ui/training/curves/loss_chart.h"
#include "ui/widgets/theme.h"

#include <QChart>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineSeries>
#include <QValueAxis>
#include <QtTest>
#include <cmath>
#include <limits>
#include <set>

using namespace autochrome;

namespace {

LossRow rowOf(int step)
{
    LossRow row{.step = step, .samples = 32LL * step};
    row.crossEntropy = 2 + 2.0 / step + 0.3 * std::sin(step * 12.9898);
    row.regression = 0.02 + 0.01 * std::cos(step * 78.233);
    row.loss = row.crossEntropy + 10 * row.regression;
    row.rate = 1e-4;
    if (step % 1000 == 0)
        row.validation = {.photos = 100, .abGain = step / 50000.0};
    return row;
}

std::vector<LossRow> rowsOf(int steps)
{
    std::vector<LossRow> rows;
    for (int step = 1; step <= steps; ++step)
        rows.push_back(rowOf(step));
    return rows;
}

QValueAxis* axisOf(CurveChart* chart, Qt::Alignment side)
{
    for (QAbstractAxis* axis : chart->chart()->axes()) {
        if (axis->alignment() == side)
            return qobject_cast<QValueAxis*>(axis);
    }
    return nullptr;
}

} // namespace

class TestLossChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachCurve()
    {
        LossChart chart;
        chart.resize(900, 500);
        chart.show();
        chart.setRows(rowsOf(5000));
        QCOMPARE(chart.rows().size(), std::size_t(5000));
        QCOMPARE(chart.upper()->drawnPoints(LossChart::Gain).size(), 5);
        QCOMPARE(chart.upper()->drawnPoints(LossChart::Gain).last(), QPointF(160, 0.1));
        QVERIFY(chart.upper()->drawnPoints(LossChart::CrossEntropy).size() > 100);
        QVERIFY(chart.lower()->drawnPoints(LossChart::Regression).size() > 100);
        QCOMPARE(chart.lower()->drawnPoints(LossChart::Rate).last().y(), 1e-4);
        QCOMPARE(axisOf(chart.upper(), Qt::AlignBottom)->max(), 161.6);
        QCOMPARE(axisOf(chart.lower(), Qt::AlignBottom)->max(), 161.6);
        QVERIFY(chart.accessibleDescription().contains("160,000"));
        QVERIFY(chart.accessibleDescription().contains("0.10 dB"));
    }

    void showsThePhotosErrorWhereItCounts()
    {
        LossChart chart;
        chart.resize(900, 500);
        chart.show();
        std::vector<LossRow> rows = rowsOf(100);
        chart.setRows(rows);
        const QCheckBox* box = chart.upper()->legend()->box(LossChart::PhotoError);
        QVERIFY(!box->isVisible());
        QVERIFY(chart.upper()->drawnPoints(LossChart::PhotoError).isEmpty());
        QVERIFY(!chart.accessibleDescription().contains("hoto error"));
        for (std::size_t row = 50; row < rows.size(); ++row)
            rows[row].photoError = 1.75;
        chart.setRows(rows);
        QVERIFY(box->isVisible());
        QCOMPARE(chart.upper()->drawnPoints(LossChart::PhotoError).first().y(), 1.75);
        QCOMPARE(chart.upper()->drawnPoints(LossChart::PhotoError).last().y(), 1.75);
        QVERIFY(chart.accessibleDescription().contains("Photo error: 1.75"));
    }

    void theLegendIsWholeInANarrowDock_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("inOneRow");
        QTest::newRow("narrow") << 340 << false;
        QTest::newRow("dock") << 430 << false;
        QTest::newRow("wide") << 1000 << true;
    }

    void theLegendIsWholeInANarrowDock()
    {
        QFETCH(const int, width);
        QFETCH(const bool, inOneRow);
        std::vector<LossRow> all = rowsOf(10);
        all.back().photoError = 2;
        LossChart chart;
        chart.resize(width, 500);
        chart.show();
        chart.setRows(all);
        CurveLegend* legend = chart.upper()->legend();
        const auto isOneRow = [&] {
            std::set<int> tops;
            for (int curve = 0; curve <= LossChart::PhotoError; ++curve)
                tops.insert(legend->box(curve)->y());
            return tops.size() == 1;
        };
        QTRY_COMPARE(isOneRow(), inOneRow);
        for (int curve = 0; curve <= LossChart::PhotoError; ++curve) {
            const QCheckBox* box = legend->box(curve);
            QVERIFY(box->width() >= box->sizeHint().width());
            QVERIFY(legend->rect().contains(box->geometry()));
        }
    }

    void smoothsTheLoss()
    {
        LossChart chart;
        chart.resize(900, 500);
        chart.show();
        chart.setRows(rowsOf(5000));
        const auto spread = [](const QList<QPointF>& points) {
            double low = 1e9;
            double high = -1e9;
            for (const QPointF point : points.mid(points.size() / 4, points.size() / 2)) {
                low = std::min(low, point.y());
                high = std::max(high, point.y());
            }
            return high - low;
        };
        QVERIFY(spread(chart.upper()->drawnPoints(LossChart::Loss)) <
                0.2 * spread(chart.upper()->drawnRawPoints(LossChart::Loss)));
        QVERIFY(chart.upper()->drawnRawPoints(LossChart::Gain).isEmpty());
    }

    void drawsHundredThousandRowsAtOnce()
    {
        LossChart chart;
        chart.resize(1000, 600);
        chart.show();
        const std::vector<LossRow> rows = rowsOf(100000);
        QElapsedTimer timer;
        timer.start();
        chart.setRows(rows);
        chart.grab();
        // Generous: a busy machine runs this too.
        qInfo() << "drawn after" << timer.elapsed() << "ms";
        const int pixels = int(chart.upper()->chart()->plotArea().width());
        QVERIFY(pixels > 500);
        for (const QList<QPointF>& points : {chart.upper()->drawnPoints(LossChart::Loss),
                                             chart.upper()->drawnRawPoints(LossChart::Loss)}) {
            QVERIFY(points.size() <= 2 * (pixels + 1) + 2);
            QVERIFY(points.size() >= pixels);
        }
    }

    void appendsAMomentLater()
    {
        LossChart chart;
        chart.resize(600, 400);
        chart.show();
        for (int step = 1; step <= 300; ++step)
            chart.append(rowOf(step));
        QVERIFY(chart.lower()->drawnPoints(LossChart::Rate).isEmpty());
        QTRY_VERIFY(!chart.lower()->drawnPoints(LossChart::Rate).isEmpty());
        QCOMPARE(chart.lower()->drawnPoints(LossChart::Rate).last().x(), 9.6);
        QVERIFY(chart.upper()->isVisible());
    }

    void aResumedRunReplacesItsEnd()
    {
        LossChart chart;
        chart.setRows(rowsOf(100));
        chart.append(rowOf(41));
        QCOMPARE(chart.rows().size(), std::size_t(41));
        chart.append(rowOf(42));
        QCOMPARE(chart.rows().back().step, 42);
        QCOMPARE(chart.rows().size(), std::size_t(42));
    }

    void saysThatThereIsNothingYet()
    {
        LossChart chart;
        chart.resize(600, 400);
        chart.show();
        QVERIFY(!chart.upper()->isVisible());
        auto* label = chart.findChild<QLabel*>();
        QVERIFY(label->isVisible() && !label->text().isEmpty());
        chart.setRows({rowOf(1)}); // one point only
        QVERIFY(chart.upper()->isVisible());
        QVERIFY(!label->isVisible());
        chart.grab();
        chart.setRows({});
        QVERIFY(label->isVisible());
    }

    void survivesALossThatIsNoNumber()
    {
        std::vector<LossRow> rows = rowsOf(100);
        for (std::size_t row = 50; row < 100; ++row)
            rows[row].loss = std::numeric_limits<double>::quiet_NaN();
        LossChart chart;
        chart.resize(600, 400);
        chart.show();
        chart.setRows(rows);
        for (const QPointF point : chart.upper()->drawnPoints(LossChart::Loss))
            QVERIFY(std::isfinite(point.y()));
        QVERIFY(axisOf(chart.upper(), Qt::AlignLeft)->max() < 10);
        chart.grab();
    }

    void aPeakDoesNotFlattenTheCurves()
    {
        std::vector<LossRow> rows = rowsOf(2000);
        rows[700].loss = 500;
        LossChart chart;
        chart.resize(600, 400);
        chart.show();
        chart.setRows(rows);
        QVERIFY(axisOf(chart.upper(), Qt::AlignLeft)->max() < 30);
    }

    void theLegendHidesCurves()
    {
        LossChart chart;
        chart.resize(600, 400);
        chart.show();
        chart.setRows(rowsOf(100));
        const auto shown = [&] {
            int count = 0;
            for (QAbstractSeries* series : chart.upper()->chart()->series())
                count += series->isVisible();
            return count;
        };
        const int before = shown();
        QCheckBox* box = chart.upper()->legend()->box(LossChart::Loss);
        QVERIFY(!box->text().isEmpty() && !box->icon().isNull());
        box->click();
        QCOMPARE(shown(), before - 2); // and the faint one behind it
        box->click();
        QCOMPARE(shown(), before);
    }

    void curvesDifferInMoreThanColour()
    {
        LossChart chart;
        for (CurveChart* part : {chart.upper(), chart.lower()}) {
            std::set<std::vector<qreal>> patterns;
            int curves = 0;
            for (QAbstractSeries* series : part->chart()->series()) {
                const QPen pen = qobject_cast<QLineSeries*>(series)->pen();
                if (pen.widthF() < 2)
                    continue; // the faint values behind a curve
                const QList<qreal> dashes =
                    pen.style() == Qt::SolidLine ? QList<qreal>() : pen.dashPattern();
                patterns.insert({dashes.begin(), dashes.end()});
                ++curves;
            }
            QCOMPARE(int(patterns.size()), curves);
        }
    }

    void followsTheTheme()
    {
        LossChart chart;
        for (Theme theme : {Theme::Dark, Theme::Light}) {
            chart.setPalette(themePalette(theme));
            chart.setRows(rowsOf(10));
            const QColor text = axisOf(chart.lower(), Qt::AlignLeft)->labelsBrush().color();
            QCOMPARE(text, themePalette(theme).color(QPalette::WindowText));
        }
    }
};

QTEST_MAIN(TestLossChart)
#include "test_loss_chart.moc"
