#include "core/base/text.h"
#include "core/learn/run/run_folder.h"
#include "ui/training/run/run_watcher.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

/// What the window learns of a training from its folder. The test writes what a trainer would.
class TestRunWatcher : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> temporary_;

    QString folder() const { return temporary_->filePath("run"); }
    std::string path() const { return folder().toStdString(); }
    void write(const QString& name, const QByteArray& content) const
    {
        QDir().mkpath(QFileInfo(folder() + '/' + name).path());
        QFile file(folder() + '/' + name);
        QVERIFY(file.open(QIODevice::Append));
        file.write(content);
    }
    static QByteArray row(int step)
    {
        LossRow row;
        row.step = step;
        return QByteArray::fromStdString(lossTableLine(row)) + '\n';
    }
    void say(TrainingPhase phase, std::int64_t step) const
    {
        QDir().mkpath(folder());
        TrainingStatus status;
        status.phase = phase;
        status.step = step;
        status.name = "archive";
        status.time = 1e9 + double(step);
        QVERIFY(writeTrainingStatus(path(), status));
    }

private Q_SLOTS:
    void init() { temporary_ = std::make_unique<QTemporaryDir>(); }

    void followsARun()
    {
        RunWatcher watcher;
        QCOMPARE(watcher.state().presence, RunState::Presence::None);
        watcher.setFolder(folder());
        QTRY_COMPARE(watcher.state().presence, RunState::Presence::NotBegun);

        // A training holds the lock; one without it would be Interrupted.
        const auto lock = lockRunFolder(path());
        QVERIFY(lock);
        say(TrainingPhase::Training, 3);
        QTRY_COMPARE(watcher.state().presence, RunState::Presence::Begun);
        QVERIFY(watcher.state().isRunning());
        QCOMPARE(watcher.state().status.step, 3);
        QVERIFY(!watcher.state().hasModel && !watcher.state().hasCheckpoint);
        write("checkpoint.safetensors", "x");
        QTRY_VERIFY(watcher.state().hasCheckpoint);
        write("archive.safetensors", "x");
        QTRY_VERIFY(watcher.state().hasModel);
        say(TrainingPhase::Training, 4);
        QTRY_COMPARE(watcher.state().status.step, 4);
    }

    void tellsOfAKill()
    {
        RunWatcher watcher;
        watcher.setFolder(folder());
        {
            const auto lock = lockRunFolder(path());
            say(TrainingPhase::Training, 3);
            QTRY_VERIFY(watcher.state().isRunning());
        }
        QTRY_COMPARE(watcher.state().status.phase, TrainingPhase::Interrupted);
        QVERIFY(watcher.state().status.error.has_value());
    }

    void handsOutRowsAndPictures()
    {
        RunWatcher watcher;
        QList<int> steps;
        int resets = 0;
        connect(&watcher, &RunWatcher::rowsAppended, this, [&](const std::vector<LossRow>& rows) {
            for (const LossRow& row : rows)
                steps << int(row.step);
        });
        connect(&watcher, &RunWatcher::rowsReset, this, [&](const std::vector<LossRow>& rows) {
            ++resets;
            steps.clear();
            for (const LossRow& row : rows)
                steps << int(row.step);
        });
        write("losses.csv", QByteArray(lossTableHeader.data()) + '\n' + row(1) + row(2));
        watcher.setFolder(folder());
        resets = 0; // that of the new folder
        QTRY_COMPARE(steps, QList<int>({1, 2}));
        write("losses.csv", row(3));
        QTRY_COMPARE(steps, QList<int>({1, 2, 3}));
        QCOMPARE(resets, 0);
        QFile::remove(folder() + "/losses.csv");
        write("losses.csv", QByteArray(lossTableHeader.data()) + '\n' + row(1));
        QTRY_COMPARE(steps, QList<int>({1}));
        QVERIFY(resets >= 1);

        QVERIFY(watcher.samples().steps.isEmpty());
        for (const char* name :
             {"truth/0.jpg", "truth/1.jpg", "grey/0.jpg", "20/0.jpg", "100/0.jpg", "40.new/0.jpg"})
            write(QStringLiteral("samples/") + name, "x");
        QTRY_COMPARE(watcher.samples().steps.size(), 2);
        QCOMPARE(watcher.samples().steps[0].step, 20);
        QCOMPARE(watcher.samples().steps[1].step, 100);
        QTRY_COMPARE(watcher.samples().photos, 2);
        QDir(folder() + "/samples/100").removeRecursively();
        QTRY_COMPARE(watcher.samples().steps.size(), 1);
    }

    void saysThatTheFolderIsGone()
    {
        RunWatcher watcher;
        watcher.setFolder(folder());
        const auto lock = lockRunFolder(path());
        say(TrainingPhase::Training, 7);
        QTRY_VERIFY(watcher.state().isRunning());
        QVERIFY(QDir(folder()).removeRecursively());
        QTRY_COMPARE(watcher.state().presence, RunState::Presence::Gone);
        QCOMPARE(watcher.state().status.step, 7);
        QVERIFY(!watcher.state().isRunning());
    }

    void saysThatItCannotBeRead()
    {
        write("status.json", "{ no status");
        RunWatcher watcher;
        watcher.setFolder(folder());
        QTRY_COMPARE(watcher.state().presence, RunState::Presence::Damaged);
        QVERIFY(!inWords(watcher.state().problem.message).empty());
    }

    void changesFoldersInTheMiddleOfALook()
    {
        say(TrainingPhase::Done, 5);
        write("losses.csv", QByteArray(lossTableHeader.data()) + '\n' + row(1));
        RunWatcher watcher;
        int rows = 0;
        connect(&watcher, &RunWatcher::rowsAppended, this,
                [&](const std::vector<LossRow>& more) { rows += int(more.size()); });
        watcher.setFolder(folder());
        watcher.setFolder(temporary_->filePath("other"));
        QTRY_COMPARE(watcher.state().presence, RunState::Presence::NotBegun);
        QCOMPARE(rows, 0);
        watcher.setFolder(folder());
        QTRY_COMPARE(watcher.state().status.phase, TrainingPhase::Done);
        QTRY_COMPARE(rows, 1);
        watcher.setFolder({});
        QCOMPARE(watcher.state().presence, RunState::Presence::None);
        const QSignalSpy quiet(&watcher, &RunWatcher::stateChanged);
        QTest::qWait(700);
        QCOMPARE(quiet.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRunWatcher)
#include "test_run_watcher.moc"
