#include "core/base/text.h"
#include "core/queue/journal/journal_owner.h"

#include <QTemporaryDir>
#include <QtTest>
#include <sys/wait.h>
#include <unistd.h>

using namespace autochrome;

class TestJournalOwner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAtATime()
    {
        const QTemporaryDir folder;
        const std::filesystem::path journal = folder.filePath("queue.sqlite").toStdString();
        QVERIFY(!hasOwner(journal));
        {
            const auto first = JournalOwner::take(journal, "the window");
            QVERIFY(first);
            QVERIFY(hasOwner(journal));
            const auto second = JournalOwner::take(journal, "another");
            QVERIFY(!second);
            QCOMPARE(second.error().code, ErrorCode::TargetExists);
            QVERIFY(inWords(second.error().message).find("the window") != std::string::npos);
        }
        QVERIFY(!hasOwner(journal));
        QVERIFY(JournalOwner::take(journal, "another"));
    }

    // Not even a kill leaves a journal locked.
    void endsWithItsProcess()
    {
        const QTemporaryDir folder;
        const std::filesystem::path journal = folder.filePath("queue.sqlite").toStdString();
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const auto owner = JournalOwner::take(journal, "child");
            (void)!::write(ready[1], owner ? "1" : "0", 1);
            ::pause();
            ::_exit(0);
        }
        char taken = 0;
        QCOMPARE(::read(ready[0], &taken, 1), 1);
        QCOMPARE(taken, '1');
        QVERIFY(!JournalOwner::take(journal, "parent"));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QVERIFY(JournalOwner::take(journal, "parent"));
        ::close(ready[0]);
        ::close(ready[1]);
    }

    void nowhere()
    {
        const auto owner = JournalOwner::take("/proc/nothing/queue.sqlite", "x");
        QVERIFY(!owner);
        QCOMPARE(owner.error().code, ErrorCode::WriteFailed);
        QVERIFY(!hasOwner("/proc/nothing/queue.sqlite"));
    }
};

QTEST_GUILESS_MAIN(TestJournalOwner)
#include "test_journal_owner.moc"
