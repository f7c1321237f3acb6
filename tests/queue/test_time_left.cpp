#include "core/base/text.h"
#include "core/queue/run/time_left.h"

#include <QtTest>

using namespace autochrome;
using namespace std::chrono_literals;

class TestTimeLeft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingTooEarly()
    {
        TimeLeft left;
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < 4; ++i)
            left.ended(start + i * 1s);
        QVERIFY(left.seconds(100) < 0);
        QVERIFY(left.text(100).isEmpty());
        left.ended(start + 4s);
        QCOMPARE(left.seconds(100), 100.0);
    }

    void followsThePace_data()
    {
        QTest::addColumn<int>("waiting");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 4 << "a few seconds left";
        QTest::newRow("tens of seconds") << 27 << "about 50 s left";
        QTest::newRow("minutes") << 300 << "about 10 min left";
        QTest::newRow("hours") << 4000 << "about 2 h 13 min left";
    }

    void followsThePace()
    {
        QFETCH(int, waiting);
        QFETCH(QString, text);
        TimeLeft left;
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < 300; ++i) // once slow, then a photo every two seconds
            left.ended(start + (i < 50 ? i * 60s : 50 * 60s + (i - 50) * 2s));
        QCOMPARE(QString::fromStdString(inWords(left.text(waiting))), text);
    }
};

QTEST_GUILESS_MAIN(TestTimeLeft)
#include "test_time_left.moc"
