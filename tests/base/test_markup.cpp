#include "core/base/markup.h"

#include <QXmlStreamReader>
#include <QtTest>

using namespace autochrome;

class TestMarkup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAsItWas_data();
    void readsAsItWas();
};

void TestMarkup::readsAsItWas_data()
{
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QString>("read");
    QTest::newRow("plain") << QByteArray("a photo") << QStringLiteral("a photo");
    QTest::newRow("tags") << QByteArray("<b>\"1 & 2\"</b>") << QStringLiteral("<b>\"1 & 2\"</b>");
    QTest::newRow("already escaped") << QByteArray("&amp;") << QStringLiteral("&amp;");
    QTest::newRow("apostrophe") << QByteArray("it's") << QStringLiteral("it's");
    QTest::newRow("umlaut") << QByteArray("\xC3\xBC") << QStringLiteral(u"ü");
    QTest::newRow("no UTF-8") << QByteArray("\xFC") << QString(QChar(0xFFFD));
    QTest::newRow("control characters") << QByteArray("a\x01\x1B b") << QStringLiteral("a   b");
}

void TestMarkup::readsAsItWas()
{
    QFETCH(QByteArray, plain);
    QFETCH(QString, read);
    const QByteArray markup = QByteArray::fromStdString(escapedMarkup(plain.toStdString()));
    QXmlStreamReader xml("<e a=\"" + markup + "\">" + markup + "</e>");
    QVERIFY(xml.readNextStartElement());
    QCOMPARE(xml.attributes().value(QStringLiteral("a")).toString(), read);
    QCOMPARE(xml.readElementText(), read);
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

QTEST_GUILESS_MAIN(TestMarkup)
#include "test_markup.moc"
