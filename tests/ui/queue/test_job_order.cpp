#include "ui/queue/job_order.h"

#include <QtTest>
#include <algorithm>

using namespace autochrome;

namespace {

using Jobs = std::vector<JobId>;

// As the journal will have them.
Jobs moved(const Jobs& all, const JobOrder& order, JobId before)
{
    Jobs now;
    for (const JobId job : all) {
        if (job == before)
            now.insert(now.end(), order.moving().begin(), order.moving().end());
        if (std::find(order.moving().begin(), order.moving().end(), job) == order.moving().end())
            now.push_back(job);
    }
    if (before == 0)
        now.insert(now.end(), order.moving().begin(), order.moving().end());
    return now;
}

} // namespace

Q_DECLARE_METATYPE(autochrome::JobMove)

class TestJobOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moves_data()
    {
        QTest::addColumn<Jobs>("chosen");
        QTest::addColumn<JobMove>("move");
        QTest::addColumn<Jobs>("expected");
        QTest::newRow("first") << Jobs{4, 3} << JobMove::First << Jobs{3, 4, 1, 2, 5};
        QTest::newRow("last") << Jobs{2} << JobMove::Last << Jobs{1, 3, 4, 5, 2};
        QTest::newRow("up") << Jobs{3} << JobMove::Up << Jobs{1, 3, 2, 4, 5};
        QTest::newRow("down") << Jobs{3} << JobMove::Down << Jobs{1, 2, 4, 3, 5};
        QTest::newRow("up from the front") << Jobs{1} << JobMove::Up << Jobs{1, 2, 3, 4, 5};
        QTest::newRow("down from the end") << Jobs{5} << JobMove::Down << Jobs{1, 2, 3, 4, 5};
        QTest::newRow("scattered ones up") << Jobs{3, 5} << JobMove::Up << Jobs{1, 3, 5, 2, 4};
        QTest::newRow("scattered ones down") << Jobs{1, 4} << JobMove::Down << Jobs{2, 1, 4, 3, 5};
        QTest::newRow("all") << Jobs{1, 2, 3, 4, 5} << JobMove::Down << Jobs{1, 2, 3, 4, 5};
        QTest::newRow("of another batch") << Jobs{2, 77} << JobMove::First << Jobs{2, 1, 3, 4, 5};
    }

    void moves()
    {
        QFETCH(Jobs, chosen);
        QFETCH(JobMove, move);
        const Jobs all{1, 2, 3, 4, 5};
        const JobOrder order(all, chosen);
        QTEST(moved(all, order, order.placeOf(move)), "expected");
    }

    void standsBeside_data()
    {
        QTest::addColumn<Jobs>("chosen");
        QTest::addColumn<qint64>("neighbour");
        QTest::addColumn<bool>("after");
        QTest::addColumn<Jobs>("expected");
        QTest::newRow("before") << Jobs{4, 5} << qint64(2) << false << Jobs{1, 4, 5, 2, 3};
        QTest::newRow("after") << Jobs{1} << qint64(3) << true << Jobs{2, 3, 1, 4, 5};
        QTest::newRow("after the last") << Jobs{1} << qint64(5) << true << Jobs{2, 3, 4, 5, 1};
        QTest::newRow("before one of them")
            << Jobs{2, 4} << qint64(4) << false << Jobs{1, 3, 2, 4, 5};
        QTest::newRow("beside one that is gone")
            << Jobs{2} << qint64(77) << false << Jobs{1, 3, 4, 5, 2};
    }

    void standsBeside()
    {
        QFETCH(Jobs, chosen);
        QFETCH(qint64, neighbour);
        QFETCH(bool, after);
        const Jobs all{1, 2, 3, 4, 5};
        const JobOrder order(all, chosen);
        QTEST(moved(all, order, order.placeBeside(neighbour, after)), "expected");
    }
};

QTEST_APPLESS_MAIN(TestJobOrder)
#include "test_job_order.moc"
