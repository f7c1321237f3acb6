#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/queue/queue_choices.h"
#include "ui/queue/queue_dialog.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/source_section.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/status_line.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QtTest>

using namespace autochrome;

namespace {

const QString longName = "IMG_" + QString("0123456789abcdef").repeated(13) + ".png";

int mostWidth(const QWidget* widget)
{
    return widget->fontMetrics().averageCharWidth() * 110;
}

} // namespace

// A file's name may have 255 bytes and no place to break.
class TestLongNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void panelKeepsItsFields();
    void windowStaysNarrow();
    void exportDialogStaysNarrow();
    void queueDialogStaysNarrow();
    void messageIsWhole();
    void recentMenuStaysNarrow();
    void statusLineTellsTheRestInItsTooltip();
};

void TestLongNames::panelKeepsItsFields()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto(longName)});
    const AdjustPanel* panel = window->panel();
    QVERIFY2(panel->widget()->width() <= panel->viewport()->width(),
             qPrintable(QString::number(panel->widget()->width())));
    bool found = false;
    for (const QWidget* widget : panel->widget()->findChildren<QWidget*>()) {
        if (!widget->isVisible())
            continue;
        const int right = widget->mapTo(panel->widget(), QPoint(widget->width(), 0)).x();
        QVERIFY2(right <= panel->viewport()->width(), widget->metaObject()->className());
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (label && label->text() == longName) {
            found = true;
            QVERIFY(label->height() >= label->heightForWidth(label->width()));
        }
    }
    QVERIFY(found); // the whole name
}

void TestLongNames::windowStaysNarrow()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("short.png")});
    const int before = window->minimumSizeHint().width();
    window->openFiles({fixture.makePhoto(longName)});
    QTRY_COMPARE_WITH_TIMEOUT(window->session()->shown()->name(), longName, 30000);
    window->openFiles({fixture.makeBrokenPhoto("broken_" + longName)});
    QTRY_VERIFY_WITH_TIMEOUT(window->stage()->messages()->isVisible(), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 30000);
    QVERIFY2(window->minimumSizeHint().width() <= std::max(before, 900),
             qPrintable(QString::number(window->minimumSizeHint().width())));
}

void TestLongNames::exportDialogStaysNarrow()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto(longName);
    const auto window = openWindow({photo});
    window->actions()[Command::Export]->trigger();
    ExportDialog* dialog = window->exportDialog();
    dialog->target()->setText(photo); // refused with a sentence that names it
    QVERIFY(dialog->problem()->text().contains(longName));
    QVERIFY2(dialog->minimumSizeHint().width() < mostWidth(dialog),
             qPrintable(QString::number(dialog->minimumSizeHint().width())));
    QTest::qWait(30);
    QVERIFY(dialog->problem()->height() >=
            dialog->problem()->heightForWidth(dialog->problem()->width()));
}

void TestLongNames::queueDialogStaysNarrow()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto(longName);
    QueueDialog dialog({photo}, std::nullopt);
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(dialog.startButton()->isEnabled(), 30000);
    QVERIFY(dialog.choices()->example()->text().size() > longName.size());
    QVERIFY2(dialog.minimumSizeHint().width() < mostWidth(&dialog),
             qPrintable(QString::number(dialog.minimumSizeHint().width())));
}

void TestLongNames::messageIsWhole()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    MessageStrip strip;
    strip.resize(600, 40);
    strip.show();
    const QString sentence = "“" + longName + "” cannot be read.";
    strip.post({.sentence = sentence, .actionText = "Try again"});
    QVERIFY2(strip.minimumSizeHint().width() <= 600,
             qPrintable(QString::number(strip.minimumSizeHint().width())));
    QCOMPARE(strip.sentence(), sentence);
}

void TestLongNames::recentMenuStaysNarrow()
{
    const WindowFixture fixture;
    const QString photo = fixture.makePhoto(longName);
    const auto window = openWindow({photo});
    const QMenu* menu = nullptr;
    for (const QMenu* candidate : window->findChildren<QMenu*>())
        if (candidate->actions().contains(window->actions()[Command::ClearRecent]))
            menu = candidate;
    QVERIFY(menu);
    const QAction* entry = menu->actions().front();
    QVERIFY2(entry->text().size() <= 70, qPrintable(entry->text()));
    QVERIFY(entry->text().endsWith(longName.right(20)));
    QCOMPARE(entry->toolTip(), photo);
}

void TestLongNames::statusLineTellsTheRestInItsTooltip()
{
    const WindowFixture fixture;
    const QString source = fixture.makePhoto("grey.png");
    const QString result = fixture.makeResult(longName);
    MainWindow window;
    window.show();
    window.session()->openResult(source, result);
    QTRY_VERIFY_WITH_TIMEOUT(window.statusLine()->text().contains("result"), 30000);
    QVERIFY2(window.statusLine()->text().size() < 120, qPrintable(window.statusLine()->text()));
    QVERIFY(window.statusLine()->toolTip().contains(longName));
}

QTEST_MAIN(TestLongNames)
#include "test_long_names.moc"
