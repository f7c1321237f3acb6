#include "core/base/text.h"
#include "ui/settings/language.h"

#include <QLocale>
#include <QResource>
#include <QtTest>

using namespace autochrome;

/// Translations for a region, on two made-up ones: Portuguese, and what Brazil says otherwise.
class TestRegionalLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(QResource::registerResource(AUTOCHROME_REGIONAL)); }
    void cleanupTestCase()
    {
        installLanguage("en");
        QVERIFY(QResource::unregisterResource(AUTOCHROME_REGIONAL));
    }

    void canBeChosen()
    {
        const QStringList codes = availableLanguages();
        for (const char* code : {"en", "de", "pt", "pt_BR"})
            QCOMPARE(codes.count(QString(code)), 1);
        QCOMPARE(languageName("pt_BR"), QStringLiteral("português (Brasil)"));
        QCOMPARE(languageName("de"), QStringLiteral("Deutsch"));
        QCOMPARE(languageName("en"), QStringLiteral("English"));
    }

    void fallsBack_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("done");    // said by both
        QTest::addColumn<QString>("stopped"); // by the language alone
        QTest::addColumn<QString>("empty");   // by nobody
        QTest::newRow("region") << "pt_BR"
                                << "Pronto (BR)"
                                << "Parado (pt)."
                                << "“a” is empty.";
        QTest::newRow("language") << "pt"
                                  << "Feito (pt)"
                                  << "Parado (pt)."
                                  << "“a” is empty.";
        QTest::newRow("another region") << "pt_AO"
                                        << "Feito (pt)"
                                        << "Parado (pt)."
                                        << "“a” is empty.";
        QTest::newRow("British English") << "en_GB"
                                         << "Done"
                                         << "Stopped."
                                         << "“a” is empty.";
        QTest::newRow("a language that is not spoken") << "zh_CN"
                                                       << "Done"
                                                       << "Stopped."
                                                       << "“a” is empty.";
        QTest::newRow("German in Austria") << "de_AT"
                                           << "Fertig"
                                           << "Angehalten." << QStringLiteral(u"„a“ ist leer.");
    }
    void fallsBack()
    {
        QFETCH(QString, code);
        installLanguage(code);
        QTEST(QString::fromStdString(inWords(text("Done"))), "done");
        QTEST(QString::fromStdString(inWords(text("Stopped."))), "stopped");
        QTEST(QString::fromStdString(inWords(text("“%1” is empty.", {"a"}))), "empty");
        QCOMPARE(QLocale().territory(), QLocale(code).territory()); // of dates and numbers
    }

    void countsInEachLanguage()
    {
        const char* found = "%n photo found|%n photos found";
        installLanguage("pt_BR");
        QCOMPARE(inWords(counted(found, 1)), std::string("1 foto encontrada"));
        QCOMPARE(inWords(counted(found, 2)), std::string("2 fotos encontradas"));
        installLanguage("en");
        QCOMPARE(inWords(counted(found, 1)), std::string("1 photo found"));
        QCOMPARE(inWords(counted(found, 2)), std::string("2 photos found"));
        QCOMPARE(QCoreApplication::translate("TrainingData", "%Ln photo(s)", nullptr, 1),
                 QStringLiteral("1 photo"));
        QCOMPARE(QCoreApplication::translate("TrainingData", "%Ln photo(s)", nullptr, 1234),
                 QStringLiteral("1,234 photos"));
    }
};

QTEST_MAIN(TestRegionalLanguages)
#include "test_regional_languages.moc"
