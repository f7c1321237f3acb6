#include "core/base/message_json.h"
#include "core/base/text.h"

#include <QtTest>
#include <nlohmann/json.hpp>

using namespace autochrome;

namespace {

/// A language that turns places round and knows two kinds of many.
std::string backwards(const char* sourceText, std::int64_t count)
{
    const std::string source = sourceText;
    if (source == "%1 is in %2.")
        return "<%2 %1>";
    if (source == "%n photo in %1|%n photos in %1")
        return count == 1 ? "<one, %1>" : count < 5 ? "<few %n, %1>" : "<many %n, %1>";
    return {};
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { setTranslator(nullptr); }

    void isPutIntoWords_data()
    {
        QTest::addColumn<Message>("message");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("other");
        const auto row = [](const char* name, const Message& message, const char* english,
                            const char* other) {
            QTest::newRow(name) << message << QString(english) << QString(other);
        };
        row("nothing", {}, "", "");
        row("verbatim", "%1 is in %2.", "%1 is in %2.", "%1 is in %2.");
        row("arguments", text("%1 is in %2.", {"a", "b"}), "a is in b.", "<b a>");
        row("one pass", text("%1 is in %2.", {"%2", "b"}), "%2 is in b.", "<b %2>");
        row("too few", text("%1 is in %2.", {"a"}), "a is in %2.", "<%2 a>");
        row("unknown to the language", text("%1 is out.", {"a"}), "a is out.", "a is out.");
        row("nested", text("%1 is in %2.", {text("%1 is in %2.", {"a", "b"}), "c"}),
            "a is in b. is in c.", "<c <b a>>");
        const char* counts = "%n photo in %1|%n photos in %1";
        row("none", counted(counts, 0, {"a"}), "0 photos in a", "<few 0, a>");
        row("one", counted(counts, 1, {"a"}), "1 photo in a", "<one, a>");
        row("few", counted(counts, 3, {"a"}), "3 photos in a", "<few 3, a>");
        row("many", counted(counts, 70, {"%n"}), "70 photos in %n", "<many 70, %n>");
        row("per cent", text("100 % of %1", {"a"}), "100 % of a", "100 % of a");
    }
    void isPutIntoWords()
    {
        QFETCH(Message, message);
        QTEST(QString::fromStdString(inWords(message)), "english");
        setTranslator(&backwards);
        QTEST(QString::fromStdString(inWords(message)), "other");
    }

    void isTheSameOutOfAFile_data() { isPutIntoWords_data(); }
    void isTheSameOutOfAFile()
    {
        QFETCH(Message, message);
        QVERIFY(messageStored(storedMessage(message)) == message);
        QVERIFY(messageOf(messageJson(message)) == message);
        const Message around = text("See: %1", {message});
        QVERIFY(messageStored(storedMessage(around)) == around);
    }

    /// What stands in files of older versions, or in damaged ones, is shown as it is.
    void showsWhatItDoesNotKnow_data()
    {
        QTest::addColumn<QString>("stored");
        for (const char* stored :
             {"“old.jpg” is damaged.", "%1 is in %2.", "{", "{}", "[1]", "12", "{\"key\": 3}",
              "{\"key\": \"a\", \"count\": \"x\"}", "{\"key\": \"a\", \"arguments\": [3]}"})
            QTest::newRow(stored) << stored;
    }
    void showsWhatItDoesNotKnow()
    {
        QFETCH(QString, stored);
        setTranslator(&backwards);
        QCOMPARE(QString::fromStdString(inWords(messageStored(stored.toStdString()))), stored);
    }

    void bearsWhatIsNoUtf8()
    {
        const Message message = text("%1 is in %2.", {"\xFF", "b"});
        QCOMPARE(QString::fromStdString(inWords(messageStored(storedMessage(message)))),
                 QStringLiteral(u"\uFFFD is in b."));
    }

    /// A file of somebody else's cannot exhaust the stack.
    void bearsDeepNesting()
    {
        std::string deep;
        for (int i = 0; i < 100'000; ++i)
            deep += "{\"key\":\"%1\",\"arguments\":[";
        deep += "\"a\"";
        for (int i = 0; i < 100'000; ++i)
            deep += "]}";
        const Message message = messageStored(deep);
        QVERIFY(message.isVerbatim());
        QCOMPARE(inWords(message), deep);
    }
};

QTEST_GUILESS_MAIN(TestMessage)
#include "test_message.moc"
