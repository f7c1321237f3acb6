#include "app/cli/console.h"
#include "core/base/error_names.h"

#include <QtTest>
#include <clocale>

using namespace autochrome;
using namespace autochrome::cli;

class TestConsole : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { std::setlocale(LC_CTYPE, "C.UTF-8"); }

    void printable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("ascii") << QByteArray("a.jpg") << QByteArray("a.jpg");
        QTest::newRow("utf-8") << QByteArray("Übersee 写真 🏔.tif")
                               << QByteArray("Übersee 写真 🏔.tif");
        QTest::newRow("latin-1") << QByteArray("caf\xE9.jpg") << QByteArray("caf\xEF\xBF\xBD.jpg");
        QTest::newRow("cut character") << QByteArray("a\xE2\x82") << QByteArray("a\uFFFD\uFFFD");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << QByteArray("\uFFFD\uFFFD");
        QTest::newRow("surrogate")
            << QByteArray("\xED\xA0\x80") << QByteArray("\uFFFD\uFFFD\uFFFD");
        QTest::newRow("beyond Unicode")
            << QByteArray("\xF4\x90\x80\x80") << QByteArray("\uFFFD\uFFFD\uFFFD\uFFFD");
        QTest::newRow("controls") << QByteArray("a\x1b[2J\n\x7f") << QByteArray("a?[2J??");
        QTest::newRow("C1 controls") << QByteArray("\xC2\x9B") << QByteArray("?");
    }

    void printable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, expected);
        const std::string result = cli::printable(bytes.toStdString());
        QCOMPARE(QByteArray::fromStdString(result), expected);
        QVERIFY(QString::fromUtf8(result.c_str()).toUtf8() == QByteArray::fromStdString(result));
    }

    void elided_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("width");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("fits") << QByteArray("harbour.jpg") << 11 << QByteArray("harbour.jpg");
        QTest::newRow("cut") << QByteArray("harbour-at-dawn.jpg") << 11
                             << QByteArray("harbo…n.jpg");
        QTest::newRow("wide characters")
            << QByteArray("写真写真写真.jpg") << 9 << QByteArray("写真….jpg");
        QTest::newRow("nothing fits") << QByteArray("harbour") << 1 << QByteArray("…");
    }

    void elided()
    {
        QFETCH(QByteArray, name);
        QFETCH(int, width);
        QFETCH(QByteArray, expected);
        const std::string result = cli::elided(name.toStdString(), width);
        QCOMPARE(QByteArray::fromStdString(result), expected);
        QVERIFY(displayWidth(result) <= width);
    }

    void everyCodeHasItsName()
    {
        QSet<QByteArray> names;
        for (int code = int(ErrorCode::Usage); code <= int(ErrorCode::Internal); ++code)
            names.insert(errorCodeName(ErrorCode(code)));
        QCOMPARE(names.size(), int(ErrorCode::Internal) + 1);
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "test_console.moc"
