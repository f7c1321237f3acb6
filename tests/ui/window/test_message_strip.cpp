#include "ui/window/message_strip.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace autochrome;

class TestMessageStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheNewestFirst();
    void replacesTheSameTopic();
    void showsDetailsOnDemand();
    void actsAndGoes();
};

void TestMessageStrip::showsTheNewestFirst()
{
    MessageStrip strip;
    QVERIFY(!strip.isVisible());
    strip.post({.kind = Message::Kind::Error, .sentence = "one"});
    strip.post({.kind = Message::Kind::Error, .sentence = "two"});
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
    Message message{.sentence = "failed", .actionText = "Try again"};
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

QTEST_MAIN(TestMessageStrip)
#include "test_message_strip.moc"
