#include "tests/ui/window/window_fixture.h"
#include "ui/settings/language.h"
#include "ui/window/action_finder.h"
#include "ui/window/help_window.h"
#include "ui/window/main_window.h"
#include "ui/window/manual_page.h"
#include "ui/window/shortcut_sheet.h"

#include <QTextBlock>
#include <QTextBrowser>
#include <QtTest>

using namespace autochrome;

namespace {

/// The first column of the page's table of keys.
QStringList keysOf(const QString& page)
{
    QStringList keys;
    const QString table = page.section(".TS\n", 1).section(".TE", 0, 0).section("l l.\n", 1);
    for (const QString& line : table.split('\n', Qt::SkipEmptyParts))
        keys << line.section('|', 0, 0).replace("\\e", "\\").replace("\\-", "-").split(", ");
    return keys;
}

int countOf(const QString& page, const char* request)
{
    return int(page.count(QRegularExpression(QStringLiteral("^\\.%1\\b").arg(request),
                                             QRegularExpression::MultilineOption)));
}

} // namespace

class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePage();
    void rendersRequests_data();
    void rendersRequests();
    void leavesNoRequestUnread_data();
    void leavesNoRequestUnread();
    void namesKeysThatThereAre_data();
    void namesKeysThatThereAre();
    void theGermanPageSaysAsMuch();
    void opensByKeyOnce();
    void theSheetHasEveryKey();
    void theSheetTakesOneColumnWhenNarrow_data();
    void theSheetTakesOneColumnWhenNarrow();
};

void TestHelp::showsThePage()
{
    QAction shortcuts;
    const HelpWindow help(&shortcuts);
    const QString text = help.text()->toPlainText();
    QVERIFY2(text.contains("Amount") && text.contains("Boldness") && text.contains("--batch"),
             qPrintable(text));
    QVERIFY(text.contains("Ctrl+Shift+R"));
}

void TestHelp::rendersRequests_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("html");
    QTest::newRow("title") << ".TH X 1\n.SH SEE ALSO"
                           << "<h3>See also</h3>";
    QTest::newRow("paragraphs") << "one\ntwo\n.PP\nthree"
                                << "<p>one two</p><p>three</p>";
    QTest::newRow("bold") << ".B a word"
                          << "<p><b>a word</b></p>";
    QTest::newRow("in turns") << ".BR cli (1)"
                              << "<p><b>cli</b>(1)</p>";
    QTest::newRow("quoted") << ".BR \\-h \", \" \\-\\-help"
                            << "<p><b>-h</b>, <b>--help</b></p>";
    QTest::newRow("fonts within") << "a \\fIname\\fR here"
                                  << "<p>a <i>name</i> here</p>";
    QTest::newRow("term") << ".TP\n.B \\-x\nText."
                          << "<p style=\"margin-bottom:0\"><b>-x</b></p>"
                             "<p style=\"margin-left:24px; margin-top:2px\">Text.</p>";
    QTest::newRow("table") << ".TS\ntab(|);\nl l.\n\\e|show\n.TE"
                           << "<table cellspacing=\"4\"><tr><td>\\&nbsp;&nbsp;&nbsp;</td>"
                              "<td>show&nbsp;&nbsp;&nbsp;</td></tr></table>";
    QTest::newRow("no markup of its own") << "a < b & c"
                                          << "<p>a &lt; b &amp; c</p>";
}

void TestHelp::rendersRequests()
{
    QFETCH(QString, page);
    QFETCH(QString, html);
    QCOMPARE(manualHtml(page), html);
}

void TestHelp::leavesNoRequestUnread_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << "en";
    QTest::newRow("German") << "de";
}

// A request or an escape that the help does not know would stand in the text as it is.
void TestHelp::leavesNoRequestUnread()
{
    QFETCH(QString, language);
    QTextBrowser browser;
    browser.setHtml(manualHtml(manualPage(language)));
    const QString text = browser.toPlainText();
    QVERIFY(text.size() > 2000);
    static const QRegularExpression roff("\\\\[-|f(&]|(^|\n)\\.[A-Z]|\\.\\\\");
    const auto found = roff.match(text);
    QVERIFY2(!found.hasMatch(), qPrintable(text.mid(found.capturedStart() - 20, 60)));
    QVERIFY(!text.contains("tab(") && !text.contains("l l."));
}

void TestHelp::namesKeysThatThereAre_data()
{
    leavesNoRequestUnread_data();
}

void TestHelp::namesKeysThatThereAre()
{
    QFETCH(QString, language);
    const Actions actions;
    QList<QKeySequence> known;
    for (const QAction* action : actions.all())
        known << action->shortcuts();
    const QStringList keys = keysOf(manualPage(language));
    QVERIFY(keys.size() > 15);
    for (QString key : keys) {
        key.replace("Strg", "Ctrl").replace("Umschalt", "Shift");
        key.replace("Links", "Left").replace("Rechts", "Right");
        QVERIFY2(known.contains(QKeySequence(key)), qPrintable(key));
    }
}

void TestHelp::theGermanPageSaysAsMuch()
{
    const QString english = manualPage("en");
    const QString german = manualPage("de");
    QVERIFY(english != german);
    QCOMPARE(manualPage("xx"), english); // a language without a page
    for (const char* request : {"SH", "TP", "PP", "TS"})
        QCOMPARE(countOf(german, request), countOf(english, request));
    QCOMPARE(keysOf(german).size(), keysOf(english).size());
    for (const char* option : {"\\-\\-batch", "\\-\\-training", "\\-\\-help", "\\-\\-version"})
        QVERIFY2(german.contains(option) && english.contains(option), option);
}

void TestHelp::opensByKeyOnce()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    MainWindow window;
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    QTRY_VERIFY(window.findChild<HelpWindow*>());
    QVERIFY(window.findChild<HelpWindow*>()->isVisible());
    window.actions()[Command::Help]->trigger();
    QCOMPARE(window.findChildren<HelpWindow*>().size(), 1);
    QVERIFY(!window.findChild<HelpWindow*>()->isModal()); // read beside the window
}

void TestHelp::theSheetHasEveryKey()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    MainWindow window;
    window.show();
    window.actions()[Command::Shortcuts]->trigger();
    auto* sheet = window.findChild<ShortcutSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    const QString text = sheet->text()->toPlainText();
    for (const QAction* action : window.actions().all()) {
        QVERIFY2(text.contains(ActionFinder::nameOf(action)), qPrintable(action->text()));
        for (const QKeySequence& keys : action->shortcuts())
            QVERIFY2(text.contains(keys.toString(QKeySequence::NativeText)),
                     qPrintable(keys.toString()));
    }
    QVERIFY(text.contains("Queue") && text.contains("View")); // its groups
}

void TestHelp::theSheetTakesOneColumnWhenNarrow_data()
{
    leavesNoRequestUnread_data();
}

void TestHelp::theSheetTakesOneColumnWhenNarrow()
{
    QFETCH(QString, language);
    installLanguage(language); // German stays installed, and comes last
    const WindowFixture fixture(WindowFixture::Models::None);
    MainWindow window;
    window.actions()[Command::Shortcuts]->trigger();
    auto* sheet = window.findChild<ShortcutSheet*>();
    double heights[2] = {};
    for (const int width : {2000, 500}) {
        sheet->resize(width, 500);
        const QTextDocument* document = sheet->text()->document();
        heights[width == 500] = document->size().height();
        // Nothing is broken: neither a name nor its keys.
        for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
            QVERIFY2(block.layout()->lineCount() <= 1, qPrintable(block.text()));
    }
    QVERIFY2(heights[1] > 1.5 * heights[0], qPrintable(QString::number(heights[1] / heights[0])));
}

QTEST_MAIN(TestHelp)
#include "test_help.moc"
