#include "core/photo/photo_reader.h"
#include "core/photo/provenance.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/adjust/metadata_table.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_document.h"
#include "ui/window/photo_session.h"
#include "ui/window/photo_stage.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QtTest>

using namespace autochrome;

namespace {

ExportDialog* openExport(MainWindow& window)
{
    window.actions()[Command::Export]->trigger();
    return window.exportDialog();
}

void choose(QComboBox* box, const char* text)
{
    box->setCurrentIndex(box->findText(text));
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesALabelledFileAndLeavesTheSource();
    void suggestsANameBesideTheSource();
    void saysHonestlyWhatHappensToDepth();
    void showsMetadataBeforeSaving();
    void refusesOriginals();
    void refusesWhatCannotBeWritten();
    void asksAboutExistingFiles();
    void reportsFailureAndTriesAgain();
};

void TestExportDialog::writesALabelledFileAndLeavesTheSource()
{
    const WindowFixture fixture;
    const QString source = fixture.makePhoto("mill.png", 96, 64, CV_16UC1);
    const QByteArray before = WindowFixture::contentOf(source);
    const auto window = openWindow({source});
    ExportDialog* dialog = openExport(*window);
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(!dialog->isModal());
    const QString target = dialog->target()->text();
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 30000);
    QTRY_VERIFY(window->stage()->messages()->sentence().contains("mill_colour.png"));

    const auto result = readPhoto(target.toStdString());
    QVERIFY(result.has_value());
    QCOMPARE(result->bitDepth(), 16);
    QCOMPARE(result->pixels.channels(), 3);
    QVERIFY(QString::fromStdString(result->metadata.value("Exif.Image.Software"))
                .startsWith("Autochrome"));
    QVERIFY(QString::fromStdString(result->metadata.value("Xmp.iptcExt.DigitalSourceType"))
                .contains("compositeWithTrainedAlgorithmicMedia"));
    QCOMPARE(provenanceOf(result->metadata).modelName, std::string("test-model"));
    QCOMPARE(WindowFixture::contentOf(source), before);
}

void TestExportDialog::suggestsANameBesideTheSource()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("scan 1.2.tif")});
    ExportDialog* dialog = openExport(*window);
    QCOMPARE(dialog->target()->text(), fixture.folder() + "/photos/scan 1.2_colour.tif");
    choose(dialog->format(), "WebP");
    QCOMPARE(dialog->target()->text(), fixture.folder() + "/photos/scan 1.2_colour.webp");
    QVERIFY(dialog->quality()->isVisible());
    choose(dialog->format(), "PNG");
    QVERIFY(!dialog->quality()->isVisible());
    dialog->target()->setText(fixture.folder() + "/photos/mine.jpeg");
    choose(dialog->format(), "JPEG");
    QCOMPARE(dialog->target()->text(), fixture.folder() + "/photos/mine.jpeg");
}

void TestExportDialog::saysHonestlyWhatHappensToDepth()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("deep.tif", 96, 64, CV_16UC1)});
    ExportDialog* dialog = openExport(*window);
    choose(dialog->format(), "TIFF");
    QVERIFY(dialog->depth()->text().startsWith("16 bit"));
    choose(dialog->format(), "JPEG");
    QVERIFY(dialog->depth()->text().startsWith("8 bit"));
    QVERIFY(dialog->depth()->text().contains("16 bit")); // what is lost is said
    const QString target = dialog->target()->text();
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 30000);
    const auto result = readPhoto(target.toStdString());
    QVERIFY(result.has_value());
    QCOMPARE(result->format, FileFormat::Jpeg);
    QCOMPARE(result->bitDepth(), 8);
}

void TestExportDialog::showsMetadataBeforeSaving()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const MetadataTable* table = openExport(*window)->metadata();
    QVERIFY(table->topLevelItemCount() > 0);
    const QTreeWidgetItem* written = table->topLevelItem(0);
    QVERIFY(written->isExpanded());
    QStringList keys;
    for (int row = 0; row < written->childCount(); ++row) {
        const QTreeWidgetItem* item = written->child(row);
        keys << item->toolTip(0);
        QVERIFY2(item->text(0).contains("new") || item->text(0).contains("changed"),
                 qPrintable(item->text(0)));
    }
    QVERIFY(keys.contains("Exif.Image.Software"));
    QVERIFY(keys.contains("Xmp.iptcExt.DigitalSourceType"));
}

void TestExportDialog::refusesOriginals()
{
    const WindowFixture fixture;
    const QString first = fixture.makePhoto("first.png");
    const QString second = fixture.makePhoto("second.png");
    const QString link = fixture.folder() + "/link.png";
    QVERIFY(QFile::link(first, link));
    const auto window = openWindow({first, second});
    ExportDialog* dialog = openExport(*window);
    for (const QString& original : {first, link, second}) {
        dialog->target()->setText(original);
        QVERIFY(!dialog->exportButton()->isEnabled());
        QVERIFY(dialog->problem()->isVisible());
        QVERIFY(dialog->problem()->text().contains(QFileInfo(original).fileName()));
    }
    dialog->target()->setText(fixture.folder() + "/photos/other.png");
    QVERIFY(dialog->exportButton()->isEnabled());
    QVERIFY(!dialog->problem()->isVisible());
}

void TestExportDialog::refusesWhatCannotBeWritten()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    ExportDialog* dialog = openExport(*window);
    for (const QString& target :
         {QString(), fixture.folder(), fixture.folder() + "/no such folder/a.png"}) {
        dialog->target()->setText(target);
        QVERIFY2(!dialog->exportButton()->isEnabled(), qPrintable(target));
        QVERIFY(!dialog->problem()->text().isEmpty());
    }
}

void TestExportDialog::asksAboutExistingFiles()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const QString existing = fixture.makePhoto("grey_colour.png", 10, 10);
    ExportDialog* dialog = openExport(*window);
    QCOMPARE(dialog->target()->text(), existing);
    QVERIFY(dialog->existing()->button(int(Overwrite::Rename))->isVisible());
    QVERIFY(dialog->existing()->button(int(Overwrite::Rename))->isChecked());
    const QByteArray before = WindowFixture::contentOf(existing);
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(window->stage()->messages()->count(), 1, 30000);
    QCOMPARE(WindowFixture::contentOf(existing), before);
    QCOMPARE(QDir(fixture.folder() + "/photos").entryList({"grey_colour*"}).size(), 2);

    dialog = openExport(*window);
    dialog->existing()->button(int(Overwrite::Replace))->click();
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(WindowFixture::contentOf(existing) != before, 30000);
    QCOMPARE(QDir(fixture.folder() + "/photos").entryList({"grey_colour*"}).size(), 2);
}

void TestExportDialog::reportsFailureAndTriesAgain()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    QDir(fixture.folder()).mkpath("results");
    ExportDialog* dialog = openExport(*window);
    const QString target = fixture.folder() + "/results/a.png";
    dialog->target()->setText(target);
    QVERIFY(QDir(fixture.folder()).rmdir("results")); // between looking and saving
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    MessageStrip* strip = window->stage()->messages();
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 30000);
    QVERIFY(!QFile::exists(target));
    QVERIFY2(strip->sentence().contains("a.png") || strip->sentence().contains("results"),
             qPrintable(strip->sentence()));
    QDir(fixture.folder()).mkpath("results");
    QTest::mouseClick(strip->actionButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 30000);
}

QTEST_MAIN(TestExportDialog)
#include "test_export_dialog.moc"
