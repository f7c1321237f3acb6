#include "ui/widgets/path_names.h"

#include <QtTest>

using namespace autochrome;

class TestPathNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsBackToTheSameFile_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("shown");
        const QChar bad(QChar::ReplacementCharacter);
        QTest::newRow("plain") << QByteArray("/scans/a.png") << "/scans/a.png";
        QTest::newRow("UTF-8") << QByteArray("/scans/größe 😀.png") << "/scans/größe 😀.png";
        QTest::newRow("Latin-1") << QByteArray("/caf\xe9.png") << QString("/caf") + bad + ".png";
        QTest::newRow("behind a wide character")
            << QByteArray("/😀\xff\xfe") << QString("/😀") + bad + bad;
        QTest::newRow("half a character")
            << QByteArray("/\xf0\x9f\x98.png") << QString("/") + bad + bad + bad + ".png";
        QTest::newRow("an encoded surrogate")
            << QByteArray("/\xed\xb3\xa9") << QString("/") + bad + bad + bad;
        QTest::newRow("the sign for it itself")
            << QByteArray("/\xef\xbf\xbd") << QString("/") + bad;
        QTest::newRow("none") << QByteArray() << QString();
    }

    void leadsBackToTheSameFile()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, shown);
        const QString name = nameOfPath(path.toStdString());
        QCOMPARE(QByteArray::fromStdString(pathNamed(name).native()), path);
        QCOMPARE(shownName(name), shown);
    }

    void namesThatPeopleWrite()
    {
        QCOMPARE(pathNamed("größe.png").native(), std::string("größe.png"));
    }
};

QTEST_GUILESS_MAIN(TestPathNames)
#include "test_path_names.moc"
