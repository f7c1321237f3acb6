#include "ui/training/run/run_words.h"

#include <QLocale>
#include <QtTest>

using namespace autochrome;

/// How a training goes, in words.
class TestRunWords : public QObject
{
    Q_OBJECT

    const QDateTime now_{QDate(2026, 3, 4), QTime(21, 30)};

    RunState running() const
    {
        RunState state;
        state.presence = RunState::Presence::Begun;
        state.status.phase = TrainingPhase::Training;
        state.status.step = 1200;
        state.status.fraction = 0.25;
        state.status.secondsSpent = 3600;
        state.status.secondsLeft = 3 * 3600;
        state.status.time = double(now_.toSecsSinceEpoch());
        return state;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void saysHowLong_data()
    {
        QTest::addColumn<double>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << 0.0 << "a moment";
        QTest::newRow("not a number") << std::nan("") << "a moment";
        QTest::newRow("seconds") << 42.0 << "42 s";
        QTest::newRow("minutes") << 200.0 << "3 min";
        QTest::newRow("nearly an hour") << 3590.0 << "1 h";
        QTest::newRow("hours") << 2 * 3600 + 299.0 << "2 h 5 min";
        QTest::newRow("many hours") << 7 * 3600 + 1399.0 << "7 h 20 min";
        QTest::newRow("nearly a day") << 86399.0 << "1 d";
        QTest::newRow("days") << 3 * 86400 + 4 * 3600 + 100.0 << "3 d 4 h";
    }
    void saysHowLong()
    {
        QFETCH(double, seconds);
        QTEST(RunWords::duration(seconds), "text");
    }

    void saysWhen()
    {
        QCOMPARE(RunWords::pointInTime(now_.addSecs(3600), now_), "22:30");
        QCOMPARE(RunWords::pointInTime(now_.addSecs(4 * 3600), now_), "01:30 tomorrow");
        QCOMPARE(RunWords::pointInTime(now_.addDays(3), now_), "Saturday, 21:30");
        QCOMPARE(RunWords::pointInTime(now_.addDays(30), now_), "03/04/2026, 21:30");
    }

    void saysWhatIsLeft()
    {
        RunState state = running();
        QCOMPARE(RunWords::timeLeft(state, now_), "About 3 h left, until about 00:30 tomorrow.");
        // Some time after the trainer said so.
        QCOMPARE(RunWords::timeLeft(state, now_.addSecs(3600)),
                 "About 2 h left, until about 00:30 tomorrow.");
        state.run = TrainingRun();
        state.run->settings.patience = 5;
        QVERIFY(RunWords::timeLeft(state, now_).startsWith("At most 3 h left"));
        state.status.secondsSpent = 3; // nothing to guess from
        QVERIFY(RunWords::timeLeft(state, now_).contains("a few more steps"));
        state = running();
        state.status.fraction = 1;
        QVERIFY(RunWords::timeLeft(state, now_).contains("last validation"));
        state.status.phase = TrainingPhase::Done;
        QVERIFY(RunWords::timeLeft(state, now_).isEmpty());
        QVERIFY(RunWords::timeLeft({}, now_).isEmpty());
    }

    void saysWhatItDoes()
    {
        RunState state = running();
        QSet<QString> said{RunWords::phase({})};
        for (const auto presence : {RunState::Presence::NotBegun, RunState::Presence::Gone}) {
            RunState other = state;
            other.presence = presence;
            said << RunWords::phase(other);
        }
        for (int phase = 0; phase <= int(TrainingPhase::Interrupted); ++phase) {
            state.status.phase = TrainingPhase(phase);
            said << RunWords::phase(state);
        }
        QCOMPARE(said.size(), 3 + 7);
        QVERIFY(!said.contains(QString()));
        state.status.phase = TrainingPhase::Preparing;
        state.status.activity = "Measuring colours";
        state.status.activityDone = 0.4;
        QCOMPARE(RunWords::phase(state), "Getting ready: Measuring colours, 40 %.");
        state.status.phase = TrainingPhase::Stopped;
        state.hasCheckpoint = true;
        QCOMPARE(RunWords::phase(state), "Paused at step 1,200.");
    }

    void saysWhatCanBeDone_data()
    {
        QTest::addColumn<TrainingPhase>("phase");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("hasCheckpoint");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name) -> QTestData& { return QTest::newRow(name); };
        row("killed") << TrainingPhase::Interrupted << ErrorCode::Internal << "x" << true
                      << "Go on";
        row("killed early") << TrainingPhase::Interrupted << ErrorCode::Internal << "x" << false
                            << "from the beginning";
        row("memory") << TrainingPhase::Failed << ErrorCode::OutOfMemory << "x" << true
                      << "Fewer photos at a time";
        row("disk") << TrainingPhase::Failed << ErrorCode::DiskFull << "x" << true << "Make room";
        row("numbers") << TrainingPhase::Failed << ErrorCode::Internal
                       << "Training stopped at step 3, batch of photos 5 to 6: its numbers are no "
                          "longer finite. The last good state is kept; go on from it with a lower "
                          "learning rate."
                       << true << "half the learning rate";
        row("done") << TrainingPhase::Done << ErrorCode::Internal << "x" << true << "";
    }
    void saysWhatCanBeDone()
    {
        QFETCH(TrainingPhase, phase);
        QFETCH(ErrorCode, code);
        QFETCH(QString, text);
        QFETCH(bool, hasCheckpoint);
        QFETCH(QString, said);
        RunState state = running();
        state.status.phase = phase;
        state.status.error = Error{code, text.toStdString(), {}};
        state.hasCheckpoint = hasCheckpoint;
        const QString remedy = RunWords::remedy(state);
        QVERIFY2(said.isEmpty() ? remedy.isEmpty() : remedy.contains(said), qPrintable(remedy));
    }
};

QTEST_GUILESS_MAIN(TestRunWords)
#include "test_run_words.moc"
