#include "ui/window/message_strip.h"

#include "ui/viewer/photo_view.h"
#include "ui/window/photo_stage.h"
#include "ui/window/progress_strip.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace autochrome;

namespace {

/// A strip in a window where the focus is elsewhere, and the pointer too.
struct Hosted
{
    QWidget window;
    QLineEdit elsewhere{&window};
    MessageStrip strip{&window};

    Hosted()
    {
        window.resize(600, 300);
        elsewhere.move(0, 200);
        strip.resize(600, 100);
        window.show();
        QCoreApplication::processEvents();
        leave();
    }
    void leave()
    {
        elsewhere.setFocus();
        QTest::mouseMove(&elsewhere, elsewhere.rect().center());
        QCoreApplication::processEvents();
        QEvent event(QEvent::Leave);
        QCoreApplication::sendEvent(&strip, &event);
    }
};

} // namespace

class TestMessageStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestFirst();
    void replacesTheSameTopic();
    void showsDetailsOnDemand();
    void actsAndGoes();
    void canBeLeafedThrough();
    void belongsToItsPhoto();
    void successesFade();
    void nothingElseFades_data();
    void nothingElseFades();
    void staysWhileItIsRead();
    void thePhotoDoesNotJump();
};

void TestMessageStrip::showsTheNewestFirst()
{
    MessageStrip strip;
    QVERIFY(!strip.isVisible());
    strip.post({.kind = Notice::Kind::Error, .sentence = "one"});
    strip.post({.kind = Notice::Kind::Error, .sentence = "two"});
    QVERIFY(strip.isVisible());
    QCOMPARE(strip.sentence(), QString("two"));
    QTest::mouseClick(strip.dismissButton(), Qt::LeftButton);
    QCOMPARE(strip.sentence(), QString("one"));
    QTest::mouseClick(strip.dismissButton(), Qt::LeftButton);
    QVERIFY(!strip.isVisible());
}

void TestMessageStrip::replacesTheSameTopic()
{
    MessageStrip strip;
    strip.post({.sentence = "old", .topic = "a"});
    strip.post({.sentence = "other", .topic = "b"});
    strip.post({.sentence = "new", .topic = "a"});
    QCOMPARE(strip.count(), 2);
    strip.withdraw("a");
    QCOMPARE(strip.sentence(), QString("other"));
    strip.withdraw("b");
    QVERIFY(!strip.isVisible());
}

void TestMessageStrip::showsDetailsOnDemand()
{
    MessageStrip strip;
    strip.post({.sentence = "plain"});
    QVERIFY(!strip.detailsButton()->isVisible());
    strip.post({.sentence = "rich", .detail = "libpng: bad CRC"});
    auto* details = strip.findChild<QPlainTextEdit*>();
    QVERIFY(strip.detailsButton()->isVisible());
    QVERIFY(!details->isVisible());
    QTest::mouseClick(strip.detailsButton(), Qt::LeftButton);
    QVERIFY(details->isVisible());
    QCOMPARE(details->toPlainText(), QString("libpng: bad CRC"));
}

void TestMessageStrip::actsAndGoes()
{
    MessageStrip strip;
    int tries = 0;
    Notice message{.sentence = "failed", .actionText = "Try again"};
    message.action = [&] {
        ++tries;
        strip.post({.sentence = "failed again"}); // an action may show the next message
    };
    strip.post(message);
    QTest::mouseClick(strip.actionButton(), Qt::LeftButton);
    QCOMPARE(tries, 1);
    QCOMPARE(strip.sentence(), QString("failed again"));
    QCOMPARE(strip.count(), 1);
}

void TestMessageStrip::canBeLeafedThrough()
{
    MessageStrip strip;
    strip.post({.sentence = "one"});
    QVERIFY(!strip.olderButton()->isVisible() && !strip.newerButton()->isVisible());
    strip.post({.sentence = "two"});
    strip.post({.sentence = "three"});
    QVERIFY(strip.olderButton()->isVisible() && strip.newerButton()->isVisible());
    QVERIFY(!strip.newerButton()->isEnabled());
    for (const char* sentence : {"two", "one"}) {
        QTest::mouseClick(strip.olderButton(), Qt::LeftButton);
        QCOMPARE(strip.sentence(), QString(sentence));
    }
    QVERIFY(!strip.olderButton()->isEnabled());
    QTest::mouseClick(strip.newerButton(), Qt::LeftButton);
    QCOMPARE(strip.sentence(), QString("two"));
    // The one that is seen goes, and no other.
    QTest::mouseClick(strip.dismissButton(), Qt::LeftButton);
    QCOMPARE(strip.count(), 2);
    QTest::mouseClick(strip.newerButton(), Qt::LeftButton);
    QCOMPARE(strip.sentence(), QString("three"));
    // A new one comes to the front.
    QTest::mouseClick(strip.olderButton(), Qt::LeftButton);
    strip.post({.sentence = "four"});
    QCOMPARE(strip.sentence(), QString("four"));
}

void TestMessageStrip::belongsToItsPhoto()
{
    MessageStrip strip;
    strip.setPhoto("/a.png");
    strip.post({.sentence = "of a", .photo = "/a.png"});
    strip.post({.sentence = "of all"});
    strip.post({.sentence = "of b", .photo = "/b.png"});
    QCOMPARE(strip.count(), 2);
    QCOMPARE(strip.sentence(), QString("of all"));
    strip.setPhoto("/b.png");
    QCOMPARE(strip.count(), 2);
    QCOMPARE(strip.sentence(), QString("of b"));
    strip.setPhoto({});
    QCOMPARE(strip.count(), 1);
    QCOMPARE(strip.sentence(), QString("of all"));
    strip.dismiss();
    QVERIFY(!strip.isVisible());
    strip.setPhoto("/a.png");
    QVERIFY(strip.isVisible());
    strip.withdrawPhoto("/a.png"); // it was closed
    QVERIFY(!strip.isVisible());
    strip.setPhoto("/b.png");
    QCOMPARE(strip.sentence(), QString("of b"));
}

void TestMessageStrip::successesFade()
{
    Hosted hosted;
    MessageStrip& strip = hosted.strip;
    strip.setLifetime(50);
    strip.post({.kind = Notice::Kind::Error, .sentence = "failed"});
    strip.post({.kind = Notice::Kind::Done, .sentence = "saved"});
    QCOMPARE(strip.sentence(), QString("saved"));
    QTRY_COMPARE(strip.sentence(), QString("failed"));
    QVERIFY(!strip.graphicsEffect()); // wholly visible again
}

void TestMessageStrip::nothingElseFades_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("info") << int(Notice::Kind::Info);
    QTest::newRow("warning") << int(Notice::Kind::Warning);
    QTest::newRow("error") << int(Notice::Kind::Error);
}

void TestMessageStrip::nothingElseFades()
{
    QFETCH(int, kind);
    Hosted hosted;
    MessageStrip& strip = hosted.strip;
    strip.setLifetime(1);
    strip.post({.kind = Notice::Kind::Done, .sentence = "saved"});
    strip.post({.kind = Notice::Kind(kind), .sentence = "stays"});
    QTest::qWait(1200); // longer than a success takes to go
    QCOMPARE(strip.sentence(), QString("stays"));
    QVERIFY(strip.isVisible());
}

void TestMessageStrip::staysWhileItIsRead()
{
    Hosted hosted;
    MessageStrip& strip = hosted.strip;
    strip.setLifetime(1);
    strip.post({.kind = Notice::Kind::Done, .sentence = "saved", .detail = "/folder/file"});
    QTest::mouseClick(strip.detailsButton(), Qt::LeftButton);
    hosted.leave();
    QTest::qWait(1200);
    QCOMPARE(strip.sentence(), QString("saved"));
    QTest::mouseClick(strip.detailsButton(), Qt::LeftButton);
    hosted.leave();
    QTRY_VERIFY(!strip.isVisible());
}

void TestMessageStrip::thePhotoDoesNotJump()
{
    PhotoStage stage;
    stage.resize(700, 500);
    stage.setEmpty(false);
    stage.show();
    const QRect before(stage.view()->mapTo(&stage, QPoint(0, 0)), stage.view()->size());
    stage.messages()->post({.kind = Notice::Kind::Error,
                            .sentence = QString("A long sentence. ").repeated(20),
                            .detail = "detail"});
    QTest::mouseClick(stage.messages()->detailsButton(), Qt::LeftButton);
    QCoreApplication::processEvents();
    QVERIFY(stage.messages()->isVisible());
    QCOMPARE(QRect(stage.view()->mapTo(&stage, QPoint(0, 0)), stage.view()->size()), before);
    // All of it is to be seen, over the photo, and progress below it.
    MessageStrip* strip = stage.messages();
    QCOMPARE(strip->width(), stage.width());
    QVERIFY(strip->height() >= strip->heightForWidth(strip->width()));
    QCOMPARE(stage.childAt(stage.width() / 2, 3)->window(), stage.window());
    QVERIFY(strip->isAncestorOf(stage.childAt(strip->geometry().center())) ||
            stage.childAt(strip->geometry().center()) == strip);
    stage.progress()->setWork(Work("busy"));
    QTRY_VERIFY(stage.progress()->isVisible());
    QCOMPARE(stage.progress()->mapTo(&stage, QPoint(0, 0)).y(), strip->geometry().bottom() + 1);
    strip->dismiss();
    QCoreApplication::processEvents();
    QCOMPARE(stage.progress()->mapTo(&stage, QPoint(0, 0)).y(), 0);
    QCOMPARE(QRect(stage.view()->mapTo(&stage, QPoint(0, 0)), stage.view()->size()), before);
}

QTEST_MAIN(TestMessageStrip)
#include "test_message_strip.moc"
