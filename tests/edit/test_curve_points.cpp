#include "core/edit/tone/curve_points.h"

#include <QtTest/QTest>

using namespace autochrome;

class TestCurvePoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPoints_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isCurve");
        const auto points = [](int count) {
            QByteArray text;
            for (int i = 0; i < count; ++i)
                text += (i ? " " : "") + QByteArray::number(i) + ',' + QByteArray::number(i);
            return text;
        };
        for (const char* good :
             {"none", "0,0 50,60 100,100", "0,0 100,100", "10,20 90,20", "0.5,1.25 99.5,98"})
            QTest::newRow(good) << QByteArray(good) << true;
        for (const char* bad :
             {"", " ", "0,0", "0,0 ", " 0,0 100,100", "0,0  100,100", "0,0;100,100", "50,60 0,0",
              "0,0 50,60 50,70", "0,50 100,40", "0,0 101,100", "-1,0 100,100", "0,nan 100,100",
              "nan,0 100,100", "0,0 100,inf", "0,0 100,100 x", "0 0 100 100", "none,none"})
            QTest::newRow(qPrintable(QString("“%1”").arg(bad))) << QByteArray(bad) << false;
        QTest::newRow("16 points") << points(16) << true;
        QTest::newRow("17 points") << points(17) << false;
    }

    void readsPoints()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isCurve);
        QCOMPARE(CurvePoints::isValid(text.toStdString()), isCurve);
    }

    void goesThroughItsPointsAndNeverFalls_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"0,0 50,60 100,100", "0,0 10,60 20,61 30,99 100,100",
                                 "20,0 40,40 41,80 90,80 95,100", "5,30 95,70"})
            QTest::newRow(text) << QByteArray(text);
    }

    void goesThroughItsPointsAndNeverFalls()
    {
        QFETCH(QByteArray, text);
        const auto curve = CurvePoints::fromText(text.toStdString());
        QVERIFY(curve);
        const QList<QByteArray> points = text.split(' ');
        for (const QByteArray& point : points) {
            const QList<QByteArray> pair = point.split(',');
            QVERIFY(std::abs(curve->at(pair[0].toDouble()) - pair[1].toDouble()) < 1e-9);
        }
        double last = curve->at(0);
        QCOMPARE(last, points.front().split(',')[1].toDouble()); // level before the first
        for (double L = 0; L <= 100; L += 0.05) {
            QVERIFY(curve->at(L) >= last - 1e-9);
            QVERIFY(curve->at(L) - last < 4); // no step
            last = curve->at(L);
        }
        QCOMPARE(curve->at(100), points.back().split(',')[1].toDouble());
    }

    void twoPointsAreALine()
    {
        const auto curve = CurvePoints::fromText("0,10 100,90");
        QVERIFY(std::abs(curve->at(25) - 30) < 1e-9);
        QCOMPARE(CurvePoints().at(33.3), 33.3);
    }
};

QTEST_GUILESS_MAIN(TestCurvePoints)
#include "test_curve_points.moc"
