// Paths are any bytes; what is written about them is not.

#include "core/base/path_json.h"
#include "core/base/path_text.h"

#include <QUrl>
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace autochrome;
using Json = nlohmann::ordered_json;

class TestPathText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPathIsFoundAgain_data();
    void everyPathIsFoundAgain();
    void relativePathsBecomeWhole();
    void otherJsonIsNoPath_data();
    void otherJsonIsNoPath();
};

void TestPathText::everyPathIsFoundAgain_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("portable");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* name, const char* path, const char* portable,
                        const char* portableName) {
        QTest::newRow(name) << QByteArray(path) << QByteArray(portable) << QByteArray(portableName);
    };
    row("plain", "/photos/1.jpg", "/photos/1.jpg", "1.jpg");
    row("spaces and signs", "/my photos/100% #1?.jpg", "/my photos/100% #1?.jpg", "100% #1?.jpg");
    row("UTF-8",
        "/Gr\xC3\xBC\xC3\x9F"
        "e.png",
        "/Gr\xC3\xBC\xC3\x9F"
        "e.png",
        "Gr\xC3\xBC\xC3\x9F"
        "e.png");
    row("Latin-1",
        "/Gr\xFC\xDF"
        "e.png",
        "file:///Gr%FC%DFe.png", "Gr%FC%DFe.png");
    row("only the folder is Latin-1", "/\xE4/a b.png", "file:///%E4/a%20b.png", "a b.png");
    row("a line's end", "/a\nb.png", "/a\nb.png", "a\nb.png");
}

void TestPathText::everyPathIsFoundAgain()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, portable);
    QFETCH(QByteArray, name);
    const std::filesystem::path file = path.toStdString();
    QCOMPARE(QByteArray::fromStdString(portablePath(file)), portable);
    QCOMPARE(QByteArray::fromStdString(portableName(file)), name);
    // Qt reads the address as RFC 8089 has it.
    const QByteArray address = QByteArray::fromStdString(fileAddress(file));
    QVERIFY(address.startsWith("file:///"));
    QCOMPARE(QByteArray::fromPercentEncoding(address.mid(7)), path);
    QVERIFY(QUrl(QString::fromLatin1(address), QUrl::StrictMode).isValid());

    const std::string json = pathJson(file).dump(); // throws for what is no UTF-8
    QCOMPARE(QByteArray::fromStdString(pathOf(Json::parse(json)).native()), path);
}

void TestPathText::relativePathsBecomeWhole()
{
    const std::string here = std::filesystem::current_path().native();
    const QByteArray address = QByteArray::fromStdString(fileAddress("a.png"));
    QCOMPARE(QByteArray::fromPercentEncoding(address),
             QByteArray::fromStdString("file://" + here + "/a.png"));
}

void TestPathText::otherJsonIsNoPath_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("number") << QByteArray("5");
    QTest::newRow("object") << QByteArray(R"({"path": 65})");
    QTest::newRow("list of strings") << QByteArray(R"(["a", "b"])");
    QTest::newRow("truth") << QByteArray("true");
}

void TestPathText::otherJsonIsNoPath()
{
    QFETCH(QByteArray, json);
    QVERIFY_EXCEPTION_THROWN(pathOf(Json::parse(json.toStdString())), nlohmann::json::exception);
}

QTEST_GUILESS_MAIN(TestPathText)
#include "test_path_text.moc"
