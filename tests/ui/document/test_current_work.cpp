#include "ui/document/current_work.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QtTest>
#include <memory>

using namespace autochrome;

namespace {

constexpr int patience = 30000; // ms

} // namespace

class TestCurrentWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAndAnswers();
    void canBeginTheNextInAnAnswer();
    void isStopped();
    void givesNoAnswerAfterItsEnd();
};

void TestCurrentWork::runsAndAnswers()
{
    QThreadPool pool;
    CurrentWork current(&pool);
    QSignalSpy changed(&current, &CurrentWork::changed);
    QVERIFY(!current.isRunning());
    QSemaphore mayGo;
    int answer = 0;
    current.begin(
        "Reading…", "a.png",
        [&](const Progress&) {
            mayGo.acquire();
            return 42;
        },
        [&](int result) {
            QVERIFY(!current.isRunning()); // so that the next may begin
            answer = result;
        });
    QVERIFY(current.isRunning());
    QCOMPARE(current.work()->activity(), QString("Reading…"));
    QCOMPARE(current.file(), QString("a.png"));
    QCOMPARE(changed.size(), 1);
    mayGo.release();
    QTRY_COMPARE_WITH_TIMEOUT(answer, 42, patience);
    QVERIFY(current.file().isEmpty());
    QCOMPARE(changed.size(), 2);
}

void TestCurrentWork::canBeginTheNextInAnAnswer()
{
    QThreadPool pool;
    CurrentWork current(&pool);
    QStringList answers;
    current.begin(
        "first", "a.png", [](const Progress&) { return QString("first"); },
        [&](const QString& first) {
            answers << first;
            current.begin(
                "second", {}, [](const Progress&) { return QString("second"); },
                [&](const QString& second) { answers << second; });
            QCOMPARE(current.work()->activity(), QString("second"));
            QVERIFY(current.file().isEmpty()); // of the first no more
        });
    QTRY_COMPARE_WITH_TIMEOUT(answers, (QStringList{"first", "second"}), patience);
    QVERIFY(!current.isRunning());
}

// Whoever is stopped answers still: what comes next depends on it.
void TestCurrentWork::isStopped()
{
    QThreadPool pool;
    CurrentWork current(&pool);
    current.cancel(); // nothing runs: nothing happens
    std::optional<bool> wasStopped;
    current.begin(
        "Reading…", {},
        [](const Progress& progress) {
            while (!progress.isCancelled())
                QThread::yieldCurrentThread();
            return true;
        },
        [&](bool stopped) { wasStopped = stopped; });
    current.cancel();
    QVERIFY(current.work()->isCancelled());
    QTRY_VERIFY_WITH_TIMEOUT(wasStopped.has_value(), patience);
    QVERIFY(!current.isRunning());
}

void TestCurrentWork::givesNoAnswerAfterItsEnd()
{
    QThreadPool pool;
    bool isAnswered = false;
    auto current = std::make_unique<CurrentWork>(&pool);
    current->begin(
        "Reading…", {},
        [](const Progress& progress) {
            while (!progress.isCancelled()) // its end stops it, or this never ends
                QThread::yieldCurrentThread();
            return 1;
        },
        [&](int) { isAnswered = true; });
    current.reset();
    pool.waitForDone();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    QVERIFY(!isAnswered);
}

QTEST_GUILESS_MAIN(TestCurrentWork)
#include "test_current_work.moc"
