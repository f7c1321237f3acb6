// A file tells of the settings that its pixels were made with, whatever was changed, stopped or
// chosen on the way.
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "tests/support/make_model.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/metadata_table.h"
#include "ui/tools/slider_row.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/status_line.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QtTest>

using namespace autochrome;

namespace {

using Parameters = std::map<std::string, std::string>;

/// Changes something in the window and stops what follows from it as soon as it begins.
template <class Change>
void changeAndStop(MainWindow& window, Change change)
{
    PhotoDocument* document = window.session()->shown();
    QObject here;
    QObject::connect(document, &PhotoDocument::workChanged, &here, [&] {
        if (document->work())
            window.actions()[Command::Cancel]->trigger();
    });
    QSignalSpy stopped(document, &PhotoDocument::colourFailed);
    change();
    QVERIFY(QTest::qWaitFor([&] { return stopped.size() > 0 && !document->work(); }, 30000));
}

bool colourise(MainWindow& window)
{
    window.actions()[Command::Colourise]->trigger();
    return QTest::qWaitFor([&] { return isColoured(window); }, 60000);
}

/// What a file that is saved now says that it was made with.
Parameters saved(ExportDialog* dialog, const QString& target)
{
    dialog->target()->setText(target);
    dialog->exportButton()->click();
    if (!QTest::qWaitFor([&] { return QFile::exists(target); }, 30000))
        return {};
    const auto written = readPhoto(target.toStdString());
    return written ? provenanceOf(written->metadata).parameters : Parameters();
}

ExportDialog* openExport(MainWindow& window)
{
    window.actions()[Command::Export]->trigger();
    return window.exportDialog();
}

QString metadataIn(const MetadataTable* table)
{
    QString all;
    for (QTreeWidgetItemIterator it(const_cast<MetadataTable*>(table)); *it; ++it)
        all += (*it)->text(0) + u'=' + (*it)->text(1) + u'\n';
    return all;
}

} // namespace

class TestExportTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesNoSettingThatWasStopped_data();
    void namesNoSettingThatWasStopped();
    void canBeSavedAgainOnceItIsUndone();
    void anOpenDialogFollowsThePhoto();
    void namesTheModelThatMadeThePixels();
    void aSavedResultIsNoRendering();
};

void TestExportTruth::namesNoSettingThatWasStopped_data()
{
    QTest::addColumn<QString>("setting");
    QTest::addColumn<QString>("parameter");
    QTest::addColumn<QString>("value");
    QTest::addRow("effort") << "effort"
                            << "effort"
                            << "best";
    QTest::addRow("network size") << "size"
                                  << "size"
                                  << "512";
    QTest::addRow("amount") << "strength"
                            << "strength"
                            << "0";
    QTest::addRow("boldness") << "boldness"
                              << "temperature"
                              << "1";
    QTest::addRow("tint") << "tint"
                          << "tint"
                          << "keep";
}

void TestExportTruth::namesNoSettingThatWasStopped()
{
    QFETCH(QString, setting);
    QFETCH(QString, parameter);
    QFETCH(QString, value);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("mill.png")});
    const PhotoDocument* document = window->session()->shown();
    QAction* action = window->actions()[Command::Export];
    const ColourSection* colour = window->panel()->colour();
    QVERIFY(action->isEnabled());
    const Recipe before = document->recipe();
    changeAndStop(*window, [&] {
        if (setting == "effort")
            QTest::keyClick(colour->effort(), Qt::Key_End);
        else if (setting == "size")
            colour->size()->setCurrentIndex(colour->size()->findData(512));
        else if (setting == "strength")
            QTest::keyClick(colour->strength()->slider(), Qt::Key_Home);
        else if (setting == "boldness")
            QTest::keyClick(colour->vividness()->slider(), Qt::Key_Home);
        else
            window->actions()[Command::KeepTint]->trigger();
    });
    QVERIFY(document->recipe() != before);
    QVERIFY(document->rendering()); // the colours of before are still seen
    QVERIFY(!action->isEnabled());
    QVERIFY2(action->toolTip().contains("other settings"), qPrintable(action->toolTip()));
    QVERIFY2(window->statusLine()->text().contains("settings have changed"),
             qPrintable(window->statusLine()->text()));
    action->trigger();
    QVERIFY(!window->exportDialog());

    QVERIFY(colourise(*window));
    QVERIFY(action->isEnabled());
    QVERIFY(!action->toolTip().contains("settings"));
    const Parameters written =
        saved(openExport(*window), fixture.folder() + "/photos/mill_after.png");
    QCOMPARE(QString::fromStdString(written.at(parameter.toStdString())), value);
}

void TestExportTruth::canBeSavedAgainOnceItIsUndone()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("mill.png")});
    QAction* action = window->actions()[Command::Export];
    changeAndStop(*window,
                  [&] { QTest::keyClick(window->panel()->colour()->effort(), Qt::Key_End); });
    QVERIFY(!action->isEnabled());
    window->actions()[Command::Undo]->trigger();
    QVERIFY(!window->session()->shown()->work()); // those colours are there
    QVERIFY(action->isEnabled());
    const Parameters written =
        saved(openExport(*window), fixture.folder() + "/photos/mill_after.png");
    QCOMPARE(written.at("effort"), std::string("normal"));

    // What was stopped once is coloured when it is wanted again.
    window->actions()[Command::Redo]->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
    QVERIFY(action->isEnabled());
}

void TestExportTruth::anOpenDialogFollowsThePhoto()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("mill.png")});
    ExportDialog* dialog = openExport(*window);
    const QString target = fixture.folder() + "/photos/typed.png";
    dialog->target()->setText(target);
    QVERIFY(metadataIn(dialog->metadata()).contains("normal"));
    changeAndStop(*window,
                  [&] { QTest::keyClick(window->panel()->colour()->effort(), Qt::Key_End); });
    QCOMPARE(window->exportDialog(), dialog); // still open, with what was typed
    QVERIFY(!dialog->exportButton()->isEnabled());
    QVERIFY2(dialog->problem()->text().contains("other settings"),
             qPrintable(dialog->problem()->text()));

    QVERIFY(colourise(*window));
    QVERIFY(dialog->exportButton()->isEnabled());
    QVERIFY(!dialog->problem()->isVisible());
    QCOMPARE(dialog->target()->text(), target);
    const QString shown = metadataIn(dialog->metadata());
    QVERIFY2(shown.contains("best") && !shown.contains("normal"), qPrintable(shown));
    QCOMPARE(saved(dialog, target).at("effort"), std::string("best"));
}

void TestExportTruth::namesTheModelThatMadeThePixels()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("mill.png")});
    PhotoDocument* document = window->session()->shown();
    QDir(fixture.folder()).mkdir("other");
    const QString other = QString::fromStdString(
        makeTestModel((fixture.folder() + "/other").toStdString(), TestModel::Sepia).string());
    const std::string before = document->rendering()->model().sha256;
    changeAndStop(*window, [&] { window->colorizerService()->open(other, "cpu"); });
    // These colours are of the model before, and what is saved says so.
    const QString first = fixture.folder() + "/photos/first.png";
    saved(openExport(*window), first);
    const auto modelOf = [](const QString& path) {
        return provenanceOf(readPhoto(path.toStdString())->metadata).modelSha256;
    };
    QCOMPARE(modelOf(first), before);
    QTRY_VERIFY(document->isExported());

    QVERIFY(colourise(*window));
    QVERIFY(!document->isExported()); // nobody has saved these
    const QString second = fixture.folder() + "/photos/second.png";
    saved(openExport(*window), second);
    QCOMPARE(modelOf(second), document->rendering()->model().sha256);
    QVERIFY(modelOf(second) != before);
    QTRY_VERIFY(document->isExported());
}

void TestExportTruth::aSavedResultIsNoRendering()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("mill.png")});
    ExportDialog* dialog = openExport(*window);
    const PhotoDocument* document = window->session()->openResult(
        fixture.folder() + "/photos/mill.png", fixture.makeResult("mill_colour.png"));
    QTRY_VERIFY_WITH_TIMEOUT(document->result() && !document->work(), 30000);
    QVERIFY(!window->actions()[Command::Export]->isEnabled());
    QVERIFY(window->actions()[Command::Export]->toolTip().contains("saved result"));
    QVERIFY(!dialog->exportButton()->isEnabled());
    QVERIFY(dialog->problem()->text().contains("saved result"));
}

QTEST_MAIN(TestExportTruth)
#include "test_export_truth.moc"
