#include "core/base/text.h"
#include "ui/settings/language.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFile>
#include <QKeySequence>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>
#include <QtTest>

using namespace autochrome;

namespace {

struct Entry
{
    QString context, source, translation;
    bool finished = true;
};

QVector<Entry> entriesOf(const QString& path)
{
    QVector<Entry> entries;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return entries;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() && xml.tokenType() != QXmlStreamReader::EndElement)
            continue;
        if (xml.tokenType() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            entries.append(Entry{context, {}, {}, true});
        } else if (xml.name() == QLatin1String("source")) {
            entries.back().source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            entries.back().finished = xml.attributes().value("type").isEmpty();
            entries.back().translation =
                xml.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    return entries;
}

QString sourceTree(const char* path)
{
    return QStringLiteral(AUTOCHROME_SOURCE_DIR "/") + QLatin1String(path);
}

/// The literals of text("…"), markedText("…") and counted("…") in core, as written.
QSet<QString> coreSentences()
{
    static const QRegularExpression call(
        R"re(\b(?:text|markedText|counted)\(\s*((?:"(?:[^"\\\n]|\\.)*"\s*)+)[,)])re");
    static const QRegularExpression literal(R"re("((?:[^"\\\n]|\\.)*)")re");
    QSet<QString> sentences;
    QDirIterator files(sourceTree("core"), {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString code = QString::fromUtf8(file.readAll());
        for (auto calls = call.globalMatch(code); calls.hasNext();) {
            QString sentence;
            const QString literals = calls.next().captured(1);
            for (auto parts = literal.globalMatch(literals); parts.hasNext();)
                sentence += parts.next().captured(1);
            static const QRegularExpression metadataKey("^(Exif|Iptc|Xmp)\\.");
            if (!sentence.contains(metadataKey))
                sentences << sentence.replace("\\\"", "\"");
        }
    }
    return sentences;
}

/// The %1, %2, …, %n of a text, sorted.
QStringList markersOf(const QString& text)
{
    static const QRegularExpression marker("%(?:\\d|L?n)");
    QStringList markers;
    for (auto found = marker.globalMatch(text); found.hasNext();)
        markers << found.next().captured();
    markers.sort();
    markers.removeDuplicates();
    return markers;
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void germanIsComplete();
    void coreIsTranslated();
    void speaksGerman();
    void qtSpeaksTheLanguage_data();
    void qtSpeaksTheLanguage();
    void qtFollowsAtRunTime();
    void qtsTranslationsAreInstalledWithIt();
};

void TestTranslations::germanIsComplete()
{
    const QVector<Entry> entries = entriesOf(sourceTree("translations/autochrome_de.ts"));
    QVERIFY(entries.size() > 100);
    for (const Entry& entry : entries) {
        QVERIFY2(entry.finished && !entry.translation.isEmpty(), qPrintable(entry.source));
        QVERIFY2(markersOf(entry.source) == markersOf(entry.translation),
                 qPrintable(entry.source + " / " + entry.translation));
    }
}

void TestTranslations::coreIsTranslated()
{
    QSet<QString> translated;
    for (const Entry& entry : entriesOf(sourceTree("translations/autochrome_de.ts"))) {
        if (entry.context == QLatin1String("core"))
            translated << entry.source;
    }
    const QSet<QString> sentences = coreSentences();
    QVERIFY(sentences.size() > 20);
    for (const QString& sentence : sentences)
        QVERIFY2(translated.contains(sentence), qPrintable(sentence));
}

void TestTranslations::speaksGerman()
{
    QVERIFY(availableLanguages().contains("de"));
    QCOMPARE(languageName("de"), QString("Deutsch"));
    installLanguage("de");
    QCOMPARE(QCoreApplication::translate("autochrome::EmptyState", "Open photos…"),
             QString("Fotos öffnen …"));
    // Core's sentences go through the same translator.
    const QSet<QString> sentences = coreSentences();
    const auto sentence = std::find_if(sentences.begin(), sentences.end(), [](const QString& s) {
        return s.size() > 30 && markersOf(s).isEmpty();
    });
    QVERIFY(sentence != sentences.end());
    QVERIFY(QString::fromStdString(inWords(text(sentence->toUtf8()))) != *sentence);
}

void TestTranslations::qtSpeaksTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("cancel");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("number");
    QTest::newRow("German") << "de"
                            << "Abbrechen"
                            << "Strg+O"
                            << "0,5";
    QTest::newRow("English again") << "en"
                                   << "Cancel"
                                   << "Ctrl+O"
                                   << "0.5";
}

void TestTranslations::qtSpeaksTheLanguage()
{
    QFETCH(QString, language);
    installLanguage(language);
    const QDialogButtonBox box(QDialogButtonBox::Cancel);
    QTEST(box.button(QDialogButtonBox::Cancel)->text().remove('&'), "cancel");
    QTEST(QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText), "keys");
    QTEST(QLocale().toString(0.5), "number");
}

void TestTranslations::qtFollowsAtRunTime()
{
    installLanguage("en");
    QDialogButtonBox box(QDialogButtonBox::Cancel);
    const QPushButton* cancel = box.button(QDialogButtonBox::Cancel);
    box.show();
    for (const auto& [language, text] :
         {std::pair("de", "Abbrechen"), std::pair("en", "Cancel"), std::pair("de", "Abbrechen")}) {
        installLanguage(language);
        QTRY_COMPARE(cancel->text().remove('&'), QString(text));
    }
    // Not one more with each change.
    QCOMPARE(qApp->findChildren<QTranslator*>().size(), 2);
}

/// The Debian package and setup.sh install what this list calls "run".
void TestTranslations::qtsTranslationsAreInstalledWithIt()
{
    QFile list(sourceTree("packaging/dependencies.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    static const QRegularExpression line("^qt6-translations-l10n +run +",
                                         QRegularExpression::MultilineOption);
    QVERIFY(QString::fromUtf8(list.readAll()).contains(line));
}

QTEST_MAIN(TestTranslations)
#include "test_translations.moc"
