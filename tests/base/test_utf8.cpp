#include "core/base/utf8.h"

#include <QtTest>

using namespace autochrome;

class TestUtf8 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void charactersComeBack_data();
    void charactersComeBack();
    void validText_data();
    void validText();
    void unknownText_data();
    void unknownText();
};

void TestUtf8::charactersComeBack_data()
{
    QTest::addColumn<quint32>("character");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("one byte") << quint32('a') << QByteArray("a");
    QTest::newRow("nothing") << quint32(0) << QByteArray("\0", 1);
    QTest::newRow("last of one") << quint32(0x7F) << QByteArray("\x7F");
    QTest::newRow("first of two") << quint32(0x80) << QByteArray("\xC2\x80");
    QTest::newRow("last of two") << quint32(0x7FF) << QByteArray("\xDF\xBF");
    QTest::newRow("first of three") << quint32(0x800) << QByteArray("\xE0\xA0\x80");
    QTest::newRow("before the surrogates") << quint32(0xD7FF) << QByteArray("\xED\x9F\xBF");
    QTest::newRow("first of four") << quint32(0x10000) << QByteArray("\xF0\x90\x80\x80");
    QTest::newRow("the last") << quint32(0x10FFFF) << QByteArray("\xF4\x8F\xBF\xBF");
}

void TestUtf8::charactersComeBack()
{
    QFETCH(quint32, character);
    QFETCH(QByteArray, bytes);
    std::string written;
    appendCharacter(written, character);
    QCOMPARE(QByteArray::fromStdString(written), bytes);
    std::size_t position = 0;
    QCOMPARE(quint32(nextCharacter(written, position)), character);
    QCOMPARE(position, written.size());
}

void TestUtf8::validText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("valid");
    const QByteArray gap = "\xEF\xBF\xBD";
    const auto same = [](const char* name, const QByteArray& bytes) {
        QTest::newRow(name) << bytes << bytes;
    };
    same("empty", "");
    same("plain", "photo 1.jpg");
    same("umlauts", "Gr\xC3\xBC\xC3\x9F"
                    "e");
    QTest::newRow("Latin-1") << QByteArray("Gr\xFC"
                                           "n")
                             << "Gr" + gap + "n";
    QTest::newRow("cut off") << QByteArray("ab\xE2\x82") << "ab" + gap + gap;
    QTest::newRow("too long a form") << QByteArray("\xC0\xAF") << gap + gap;
    QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << gap + gap + gap;
    QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << gap + gap + gap + gap;
    QTest::newRow("a second byte alone") << QByteArray("\x80x") << gap + "x";
}

void TestUtf8::validText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, valid);
    QCOMPARE(QByteArray::fromStdString(validUtf8(bytes.toStdString())), valid);
    QCOMPARE(isUtf8(bytes.toStdString()), bytes == valid);
    // Someone else's reader finds the same characters in it.
    QCOMPARE(QString::fromUtf8(valid).toUtf8(), valid);
}

void TestUtf8::unknownText_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("UTF-8") << QByteArray("M\xC3\xBCller") << QStringLiteral(u"Müller");
    QTest::newRow("Latin-1") << QByteArray("M\xFCller") << QStringLiteral(u"Müller");
    QTest::newRow("a euro of Windows") << QByteArray("5 \x80") << QStringLiteral(u"5 €");
    QTest::newRow("quotes of Windows") << QByteArray("\x84x\x93") << QStringLiteral(u"„x“");
}

void TestUtf8::unknownText()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(utf8OfUnknown(bytes.toStdString())), text);
}

QTEST_GUILESS_MAIN(TestUtf8)
#include "test_utf8.moc"
