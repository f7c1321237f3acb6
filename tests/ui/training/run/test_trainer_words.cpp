#include "ui/training/run/trainer_words.h"

#include <QFile>
#include <QTranslator>
#include <QtTest>

using namespace autochrome;

namespace {

/// A language that turns places round: "<%2 %1>".
class Backwards : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override
    {
        if (qstrcmp(context, "core") != 0)
            return {};
        QString text = QString::fromUtf8(source);
        const bool two = text.contains("%2");
        return two                   ? QStringLiteral("<%2 %1>")
               : text.contains("%1") ? QStringLiteral("<%1>")
                                     : "<>";
    }
};

} // namespace

/// The trainer's English in the window's language.
class TestTrainerWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesEnglishAlone_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"", "Measuring colours", "Nobody knows this 100 %1 sentence.",
              "There is not enough memory to train on 32 photos at a time; try 16."})
            QTest::newRow(text) << text;
    }
    void leavesEnglishAlone()
    {
        QFETCH(QString, text);
        QCOMPARE(inWindowsLanguage(text.toStdString()), text);
    }

    void translates()
    {
        Backwards language;
        QVERIFY(QCoreApplication::installTranslator(&language));
        QCOMPARE(inWindowsLanguage("Measuring colours"), "<>");
        QCOMPARE(inWindowsLanguage("There is not enough memory to train on 32 photos at a time; "
                                   "try 16."),
                 "<16 32>");
        // An argument that looks like a place is none.
        QCOMPARE(inWindowsLanguage("“/home/a %2 [b] (c)” cannot be written."),
                 "</home/a %2 [b] (c)>");
        QCOMPARE(inWindowsLanguage(""), "");
        QCoreApplication::removeTranslator(&language);
    }

    void knowsNumbersThatAreNone()
    {
        const std::string text = "Training stopped at step 12, batch of photos 25 to 26: its "
                                 "numbers are no longer finite. The last good state is kept; go on "
                                 "from it with a lower learning rate.";
        QVERIFY(isNotFinite({ErrorCode::Internal, text, {}}));
        QVERIFY(!isNotFinite({ErrorCode::Internal, "Training failed.", {}}));
        QVERIFY(!isNotFinite({ErrorCode::DiskFull, text, {}}));
    }

    /// The patterns are copies: core must still say the same.
    void saysWhatCoreSays()
    {
        QFile file(AUTOCHROME_TRANSLATIONS);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString all = QString::fromUtf8(file.readAll());
        all.replace("&apos;", "'").replace("&quot;", "\"");
        for (const char* pattern : trainerPatterns())
            QVERIFY2(all.contains("<source>" + QString::fromUtf8(pattern) + "</source>"), pattern);
    }
};

QTEST_GUILESS_MAIN(TestTrainerWords)
#include "test_trainer_words.moc"
