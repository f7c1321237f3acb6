#include "ui/queue/queue_filter_bar.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QtTest>

using namespace autochrome;

namespace {

Batch batch(BatchId id, const std::string& name = "photos")
{
    Batch batch;
    batch.id = id;
    batch.name = name;
    return batch;
}

} // namespace

class TestQueueFilterBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsToBeListed()
    {
        QueueFilterBar bar;
        bar.setBatches({batch(3, "album")});
        QSignalSpy changed(&bar, &QueueFilterBar::changed);
        QCOMPARE(bar.filter(), JobFilter());
        auto* states = bar.findChild<QComboBox*>("states");
        states->setCurrentIndex(states->findData(int(JobState::Paused)));
        bar.findChild<QComboBox*>("batches")->setCurrentIndex(1);
        bar.findChild<QLineEdit*>("search")->setText("  scan ");
        QCOMPARE(changed.count(), 3);
        QCOMPARE(bar.filter(),
                 (JobFilter{.batch = 3, .state = JobState::Paused, .containing = "scan"}));
    }

    void offersTheNewestBatchFirst()
    {
        QueueFilterBar bar;
        std::vector<Batch> three{batch(1, "old"), batch(3, "new"), batch(2, "inbox")};
        three[1].paused = true;
        three[2].watched = "/inbox";
        bar.setBatches(three);
        const auto* batches = bar.findChild<QComboBox*>("batches");
        QStringList offered;
        for (int i = 0; i < batches->count(); ++i)
            offered << batches->itemText(i);
        QCOMPARE(offered, QStringList({"All groups", "3. new (paused)",
                                       "2. inbox (watches its folder)", "1. old"}));
    }

    void keepsTheChosenBatchWhileItIsThere()
    {
        QueueFilterBar bar;
        bar.setBatches({batch(1), batch(2)});
        auto* batches = bar.findChild<QComboBox*>("batches");
        batches->setCurrentIndex(batches->findData(qint64(1)));
        QSignalSpy changed(&bar, &QueueFilterBar::changed);
        bar.setBatches({batch(1), batch(2), batch(3)});
        QCOMPARE(bar.filter().batch, 1);
        QCOMPARE(changed.count(), 0);
        bar.setBatches({batch(2), batch(3)});
        QCOMPARE(bar.filter().batch, 0);
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_MAIN(TestQueueFilterBar)
#include "test_queue_filter_bar.moc"
