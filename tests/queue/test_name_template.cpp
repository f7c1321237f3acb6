#include "core/base/text.h"
#include "core/queue/naming/name_template.h"

#include <QtTest>

using namespace autochrome;
namespace fs = std::filesystem;

class TestNameTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");

        QTest::newRow("name") << "{name}_colour"
                              << "harbour_colour.png";
        QTest::newRow("extension where it is wanted") << "{name}.restored.{ext}"
                                                      << "harbour.restored.png";
        QTest::newRow("counter") << "{counter}"
                                 << "7.png";
        QTest::newRow("counter with zeros") << "{counter:4}-{name}"
                                            << "0007-harbour.png";
        QTest::newRow("folders") << "{parent}/{date}/{name}"
                                 << "Box 3/1931-05-02/harbour.png";
        QTest::newRow("model and batch") << "{batch}_{model}_{name}"
                                         << "Monday_first-light_harbour.png";
        QTest::newRow("braces") << "{{{name}}}"
                                << "{harbour}.png";
        QTest::newRow("other alphabets") << "färbe_{name}"
                                         << "färbe_harbour.png";
    }

    void expands()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        const auto parsed = NameTemplate::parse(pattern.toStdString());
        QVERIFY2(parsed, parsed ? "" : inWords(parsed.error().message).c_str());
        const NameFields fields{"harbour",     "png",    "Box 3", "1931-05-02",
                                "first-light", "Monday", 7};
        QCOMPARE(QString::fromStdString(parsed->expand(fields).native()), path);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("pattern");

        QTest::newRow("unknown") << "{title}";
        QTest::newRow("open") << "{name";
        QTest::newRow("closed") << "name}";
        QTest::newRow("all the same") << "result.{ext}";
        QTest::newRow("empty") << "";
        QTest::newRow("absolute") << "/tmp/{name}";
        QTest::newRow("out of the folder") << "../{name}";
        QTest::newRow("a folder only") << "{name}/";
        QTest::newRow("a folder and an extension") << "{name}/.{ext}";
        QTest::newRow("a hidden file") << ".{name}";
        QTest::newRow("no digits") << "{counter:}";
        QTest::newRow("too many digits") << "{counter:99}";
        QTest::newRow("no number") << "{counter:x}";
    }

    void refuses()
    {
        QFETCH(QString, pattern);
        const auto parsed = NameTemplate::parse(pattern.toStdString());
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, ErrorCode::Usage);
        QVERIFY(!inWords(parsed.error().message).empty());
    }

    // What stands in a field never leads elsewhere.
    void fieldsMakeNoFolders()
    {
        const auto parsed = NameTemplate::parse("{batch}/{name}").value();
        NameFields fields;
        fields.name = "a/b";
        fields.ext = "png";
        fields.batch = "..";
        QCOMPARE(parsed.expand(fields).native(), std::string("__/a_b.png"));
    }

    // A field may be empty: a photo in the topmost folder has no folder's name.
    void emptyFieldsHideNothing_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("path");
        QTest::newRow("folder") << "{parent}/{name}"
                                << "_/a.png";
        QTest::newRow("folder within") << "x/{parent}/{name}"
                                       << "x/_/a.png";
        QTest::newRow("file") << "{name}/{model}"
                              << "a/_.png";
        QTest::newRow("file with its extension") << "{name}/{model}.{ext}"
                                                 << "a/_.png";
    }

    void emptyFieldsHideNothing()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, path);
        NameFields fields;
        fields.name = "a";
        fields.ext = "png";
        const fs::path expanded = NameTemplate::parse(pattern.toStdString())->expand(fields);
        QCOMPARE(QString::fromStdString(expanded.native()), path);
        QVERIFY(expanded.is_relative());
    }

    void longNamesAreCutBetweenCharacters()
    {
        const auto parsed = NameTemplate::parse("{name}_colour").value();
        NameFields fields;
        fields.ext = "png";
        for (int i = 0; i < 150; ++i)
            fields.name += "ä"; // 300 bytes
        const std::string name = parsed.expand(fields).native();
        QVERIFY(name.size() <= 255 && name.size() > 250);
        QVERIFY(name.ends_with(".png"));
        QCOMPARE(QString::fromStdString(name).toStdString(), name); // still UTF-8
        const std::string second = numbered(name, 2).native();
        QVERIFY(second.size() <= 255);
        QVERIFY(second.ends_with("-2.png"));
        QCOMPARE(QString::fromStdString(second).toStdString(), second);
    }

    void numbers()
    {
        QCOMPARE(numbered("a/b_colour.png", 12).native(), std::string("a/b_colour-12.png"));
        QCOMPARE(numbered("plain", 2).native(), std::string("plain-2"));
    }
};

QTEST_GUILESS_MAIN(TestNameTemplate)
#include "test_name_template.moc"
