#include "ui/queue/job_table_model.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QtTest>
#include <algorithm>
#include <memory>

using namespace autochrome;

namespace {

std::vector<JobRow> someRows(int count)
{
    std::vector<JobRow> rows;
    for (int i = 0; i < count; ++i) {
        const std::string path = QString("/scans/%1/photo %2.tif")
                                     .arg(i % 3 == 0 ? "Äpfel" : "pears")
                                     .arg(i, 6, 10, QChar(u'0'))
                                     .toStdString();
        JobRow row{.id = i + 1, .batch = 1 + i % 2};
        row.source = path;
        row.path = pathText(path);
        if (i % 5 == 4) {
            row.state = JobState::Failed;
            row.message = "It is broken.";
        }
        rows.push_back(row);
    }
    return rows;
}

QStringList names(const JobTableModel& model)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, JobTableModel::PhotoColumn).data().toString();
    return names;
}

} // namespace

class TestJobTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters_data()
    {
        QTest::addColumn<qint64>("batch");
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("containing");
        QTest::addColumn<int>("rows");
        QTest::newRow("all") << qint64(0) << -1 << "" << 30;
        QTest::newRow("a batch") << qint64(2) << -1 << "" << 15;
        QTest::newRow("a state") << qint64(0) << int(JobState::Failed) << "" << 6;
        QTest::newRow("a batch and a state") << qint64(1) << int(JobState::Failed) << "" << 3;
        QTest::newRow("a folder") << qint64(0) << -1 << "äpfel" << 10;
        QTest::newRow("a name") << qint64(0) << -1 << "PHOTO 000007" << 1;
        QTest::newRow("nothing") << qint64(0) << -1 << "plums" << 0;
        QTest::newRow("an empty state") << qint64(0) << int(JobState::Done) << "" << 0;
    }

    void filters()
    {
        QFETCH(qint64, batch);
        QFETCH(int, state);
        QFETCH(QString, containing);
        QFETCH(int, rows);
        JobTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(someRows(30));
        JobFilter filter{.batch = batch, .containing = containing};
        if (state >= 0)
            filter.state = JobState(state);
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), rows);
        // The counts are those of the batch, whatever is searched for.
        QCOMPARE(model.total(), batch == 0 ? 30 : 15);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 30);
    }

    void sortsAndGoesBackToTheQueuesOrder()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(someRows(10));
        const QStringList queue = names(model);
        model.sort(JobTableModel::StateColumn, Qt::DescendingOrder);
        QVERIFY(model.row(0).state == JobState::Failed);
        QVERIFY(model.row(1).state == JobState::Failed);
        QVERIFY(model.row(2).state == JobState::Waiting);
        QCOMPARE(model.row(0).id, 5); // failed ones still in the queue's order
        model.sort(JobTableModel::PhotoColumn, Qt::AscendingOrder);
        QVERIFY(names(model) != queue);
        model.sort(JobTableModel::queueOrder, Qt::AscendingOrder);
        QCOMPARE(names(model), queue);
    }

    void pointersFollowTheirRow()
    {
        JobTableModel model;
        model.setRows(someRows(20));
        const QPersistentModelIndex seventh = model.index(7, 0);
        const QPersistentModelIndex failed = model.index(4, 0);
        const QString name = seventh.data().toString();
        model.sort(JobTableModel::PhotoColumn, Qt::DescendingOrder);
        QCOMPARE(seventh.data().toString(), name);
        model.setFilter({.containing = "000007"});
        QCOMPARE(seventh.row(), 0);
        QVERIFY(!failed.isValid());
    }

    void aPhotoGoesOn()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(someRows(3));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setStage(2, JobStage::Colour);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.count(JobState::Running), 1);
        QCOMPARE(model.index(1, JobTableModel::StateColumn).data().toString(), "Colouring");

        PhotoOutcome outcome;
        outcome.status = PhotoOutcome::Status::Done;
        outcome.warnings = {"Its profile is odd."};
        outcome.result = "/out/x.png";
        outcome.seconds = {1, 0.5, 0.25};
        model.setEnded(2, outcome);
        QCOMPARE(model.count(JobState::Running), 0);
        QCOMPARE(model.count(JobState::Done), 1);
        QCOMPARE(model.index(1, JobTableModel::StateColumn).data().toString(),
                 "Done: Its profile is odd.");
        QVERIFY(!model.index(1, JobTableModel::TimeColumn).data().toString().isEmpty());
        QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains("/out/x.png"));
        model.setStage(77, JobStage::Read); // of a batch added meanwhile
        QCOMPARE(model.rowCount(), 3);
    }

    void aPhotoLeavesAListOfAnotherState()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model);
        model.setRows(someRows(4));
        model.setFilter({.state = JobState::Waiting});
        QCOMPARE(model.rowCount(), 4);
        model.setStage(1, JobStage::Read);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.visibleRow(1), -1);
        QCOMPARE(model.visibleRow(2), 0);
        PhotoOutcome cancelled;
        cancelled.status = PhotoOutcome::Status::Cancelled;
        model.setFilter({.state = JobState::Cancelled});
        model.setEnded(1, cancelled);
        QCOMPARE(model.rowCount(), 1);
    }

    void whatIsReadAnewIsCompared()
    {
        JobTableModel model;
        const QAbstractItemModelTester tester(&model);
        std::vector<JobRow> rows = someRows(6);
        model.setRows(rows);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setRows(rows);
        QCOMPARE(reset.count() + changed.count(), 0);
        rows[0].state = JobState::Paused;
        model.setRows(rows);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(model.count(JobState::Paused), 1);
        std::swap(rows[0], rows[5]);
        model.setRows(rows);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(model.row(5).id, 1);
        rows.resize(2);
        model.setRows(rows);
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(!model.find(1));
    }

    void dropsBesideAPhotoOfItsBatch_data()
    {
        QTest::addColumn<QList<int>>("dragged");
        QTest::addColumn<int>("row");
        QTest::addColumn<qint64>("neighbour"); // 0: refused
        QTest::addColumn<bool>("after");
        // Photos 1, 3, 5 are of the first batch, 2, 4, 6 of the second.
        QTest::newRow("before one") << QList<int>{4} << 2 << qint64(3) << false;
        QTest::newRow("after one, before another batch's")
            << QList<int>{0} << 3 << qint64(3) << true;
        QTest::newRow("to the front") << QList<int>{2, 4} << 0 << qint64(1) << false;
        QTest::newRow("below all, after another batch's")
            << QList<int>{0} << -1 << qint64(0) << false;
        QTest::newRow("below all") << QList<int>{1} << -1 << qint64(6) << true;
        QTest::newRow("among another batch's") << QList<int>{1} << 0 << qint64(0) << false;
        QTest::newRow("nothing") << QList<int>{} << 0 << qint64(0) << false;
    }

    void dropsBesideAPhotoOfItsBatch()
    {
        QFETCH(QList<int>, dragged);
        QFETCH(int, row);
        QFETCH(qint64, neighbour);
        QFETCH(bool, after);
        JobTableModel model;
        model.setRows(someRows(6));
        QSignalSpy asked(&model, &JobTableModel::moveAsked);
        QModelIndexList indexes;
        std::vector<JobId> jobs;
        for (const int listed : dragged) {
            jobs.push_back(model.row(listed).id);
            for (int column = 0; column < JobTableModel::ColumnCount; ++column)
                indexes << model.index(listed, column);
        }
        std::reverse(indexes.begin(), indexes.end()); // as they were clicked
        const std::unique_ptr<QMimeData> data(model.mimeData(indexes));
        QCOMPARE(model.dropMimeData(data.get(), Qt::MoveAction, row, 0, {}), neighbour != 0);
        QCOMPARE(asked.count(), neighbour != 0 ? 1 : 0);
        if (neighbour != 0) {
            QCOMPARE(asked[0][0].value<std::vector<JobId>>(), jobs);
            QCOMPARE(asked[0][1].value<JobId>(), neighbour);
            QCOMPARE(asked[0][2].toBool(), after);
        }
        // Sorted otherwise, the list is not the queue, and nothing can be dragged.
        model.sort(JobTableModel::PhotoColumn, Qt::DescendingOrder);
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsDragEnabled));
        QVERIFY(!model.dropMimeData(data.get(), Qt::MoveAction, row, 0, {}));
    }

    void bytesThatAreNoText()
    {
        JobTableModel model;
        JobRow row{.id = 1, .batch = 1};
        row.source = "/scans/caf\xe9.tif";
        row.path = pathText(row.source);
        model.setRows({row});
        QVERIFY(model.index(0, 0).data().toString().startsWith("caf"));
        QCOMPARE(model.find(1)->source, row.source);
    }
};

QTEST_MAIN(TestJobTableModel)
#include "test_job_table_model.moc"
