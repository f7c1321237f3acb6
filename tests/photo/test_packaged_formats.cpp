#include "core/photo/formats/format_names.h"

#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace autochrome;

namespace {

QString packagingFile(const QString& name)
{
    QFile file(QStringLiteral(AUTOCHROME_PACKAGING) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList mimeTypes()
{
    QStringList all;
    for (const PhotoFormat& format : photoFormats)
        for (const std::string_view type : format.mimeTypes)
            all << QString::fromUtf8(type.data(), qsizetype(type.size()));
    return all;
}

QStringList captured(const QString& text, const char* pattern)
{
    QStringList all;
    for (auto match =
             QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(text);
         match.hasNext();)
        all << match.next().captured(1);
    return all;
}

} // namespace

/// What is installed beside the programs says of formats what their table does.
class TestPackagedFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void desktopFiles()
    {
        const QString desktop = packagingFile("org.autochrome.autochrome.desktop");
        const QStringList types = captured(desktop, "^MimeType=(.*);$").value(0).split(u';');
        QCOMPARE(types, mimeTypes());
        const QString metainfo = packagingFile("org.autochrome.autochrome.metainfo.xml");
        QCOMPARE(captured(metainfo, "<mediatype>(.*)</mediatype>"), mimeTypes());
        QVERIFY(metainfo.contains(QString::fromStdString(namesOf(Formats::Read))));
    }

    void manuals_data()
    {
        QTest::addColumn<QString>("file");
        for (const char* file : {"man/autochrome.1", "man/de/autochrome.1", "man/autochrome-cli.1"})
            QTest::newRow(file) << file;
    }

    void manuals()
    {
        QFETCH(QString, file);
        const QString page = packagingFile(file);
        QVERIFY2(page.contains(QString::fromStdString(namesOf(Formats::Read))), qPrintable(page));
        QVERIFY2(!page.contains(u'@'), qPrintable(page));
    }

    void completions_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("read");
        QTest::addColumn<QString>("written");
        QTest::newRow("bash") << "completions/autochrome-cli.bash"
                              << R"(--type\)\s+mapfile[^\n]*-W '([^']*)')"
                              << R"(--format\)\s+mapfile[^\n]*-W '([^']*)')";
        QTest::newRow("zsh") << "completions/_autochrome-cli"
                             << R"(--type\[[^\n]*:format:\(([^)]*)\))"
                             << R"(--format\}?'?\[[^\n]*:format:\(([^)]*)\))";
        QTest::newRow("fish") << "completions/autochrome-cli.fish"
                              << R"(-l type -x -a '([^']*)')"
                              << R"(-l format -x -a '([^']*)')";
    }

    void completions()
    {
        QFETCH(QString, file);
        QFETCH(QString, read);
        QFETCH(QString, written);
        const QString text = packagingFile(file);
        const QStringList types = captured(text, read.toUtf8().constData());
        const QStringList formats = captured(text, written.toUtf8().constData());
        QVERIFY2(!types.isEmpty() && !formats.isEmpty(), qPrintable(text));
        for (const QString& words : types)
            QCOMPARE(words, QString::fromStdString(wordsOf(Formats::Read, " ")));
        for (const QString& words : formats)
            QCOMPARE(words, QString::fromStdString(wordsOf(Formats::Written, " ")));
    }
};

QTEST_GUILESS_MAIN(TestPackagedFormats)
#include "test_packaged_formats.moc"
