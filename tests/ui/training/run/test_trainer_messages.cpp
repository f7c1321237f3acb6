#include "core/base/text.h"
#include "core/learn/loop/training_failure.h"
#include "core/learn/run/run_folder.h"
#include "ui/settings/language.h"
#include "ui/training/run/run_notice.h"
#include "ui/training/run/run_words.h"

#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QtTest>

using namespace autochrome;

/// The trainer is a program of its own that speaks English; the window says what it left in the
/// window's language.
class TestTrainerMessages : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    std::filesystem::path path() const { return folder_.path().toStdString(); }

    /// As the window finds it.
    RunState read() const
    {
        RunState state;
        const auto status = readTrainingStatus(path());
        if (!status)
            return state;
        state.presence = RunState::Presence::Begun;
        state.status = *status;
        return state;
    }

    static TrainingStatus failed(Error error)
    {
        TrainingStatus status;
        status.phase = TrainingPhase::Failed;
        status.step = 12;
        status.error = std::move(error);
        return status;
    }

private Q_SLOTS:
    void cleanupTestCase() { installLanguage("en"); }

    void saysItInGerman_data()
    {
        QTest::addColumn<Message>("message");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("without arguments") << text("Training failed.") << "Training failed."
                                           << "Das Training ist gescheitert.";
        QTest::newRow("with a name")
            << text("“%1” cannot be written.", {"/a %2 [b]"}) << "“/a %2 [b]” cannot be written."
            << "„/a %2 [b]“ kann nicht geschrieben werden.";
        QTest::newRow("of an older trainer")
            << Message("“/a” cannot be written.") << "“/a” cannot be written."
            << "“/a” cannot be written.";
    }
    void saysItInGerman()
    {
        QFETCH(Message, message);
        QFETCH(QString, english);
        QFETCH(QString, german);
        installLanguage("en"); // the trainer has no other
        QVERIFY(writeTrainingStatus(path(), failed({ErrorCode::WriteFailed, message, {}})));
        for (const auto& [language, wanted] : {std::pair("en", english), std::pair("de", german)}) {
            installLanguage(language);
            RunNotice notice;
            notice.setState(read());
            QStringList shown;
            for (const QLabel* label : notice.findChildren<QLabel*>())
                shown << label->text();
            QVERIFY2(shown.contains(wanted), qPrintable(shown.join(u'\n')));
        }
    }

    void saysWhatItPrepares()
    {
        TrainingStatus status;
        status.activity = text("Measuring colours");
        status.activityDone = 0.4;
        const auto lock = lockRunFolder(path());
        QVERIFY(lock);
        QVERIFY(writeTrainingStatus(path(), status));
        installLanguage("de");
        const QString said = RunWords::phase(read());
        QVERIFY2(said.contains("40") && !said.contains("Measuring"), qPrintable(said));
    }

    /// As a version before messages were data left it.
    void readsAnOlderStatus()
    {
        QFile file(QString::fromStdString(RunFolder(path()).status().string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"state": "failed", "activity": "", "step": 12, "note": "A note.",
            "error": {"code": "internal", "detail": "", "message": "Training stopped at step 12, batch of photos 25 to 26: its numbers are no longer finite. The last good state is kept; go on from it with a lower learning rate."}})");
        file.close();
        installLanguage("de");
        const RunState state = read();
        QVERIFY(state.status.error);
        QVERIFY(inWords(state.status.error->message).starts_with("Training stopped at step 12,"));
        QCOMPARE(inWords(state.status.note), std::string("A note."));
        QVERIFY(isNotFinite(*state.status.error));
    }

    void knowsNumbersThatAreNone()
    {
        installLanguage("en");
        const Error error = notFiniteFailure(12, 24, 2, "loss");
        QVERIFY(inWords(error.message)
                    .starts_with("Training stopped at step 12, batch of photos 25 to 26: "));
        QVERIFY(isNotFinite(error));
        QVERIFY(!isNotFinite({ErrorCode::Internal, text("Training failed."), {}}));
        QVERIFY(!isNotFinite({ErrorCode::DiskFull, error.message, {}}));
    }
};

QTEST_MAIN(TestTrainerMessages)
#include "test_trainer_messages.moc"
