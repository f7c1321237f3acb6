#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/sample_photo.h"
#include "ui/tools/metadata_table.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
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

void choose(QComboBox* box, const QString& text)
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
    void formatAndExtensionAgree_data();
    void formatAndExtensionAgree();
    void completesANameWithoutExtension();
    void remembersEveryFormat_data();
    void remembersEveryFormat();
    void keepsTheSampleOutOfTheProgram_data();
    void keepsTheSampleOutOfTheProgram();
    void fitsASmallWindow();
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
    QVERIFY(dialog->depth()->text().contains("16-bit")); // what is lost is said
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

// What is typed chooses the format, and what is chosen changes the name.
void TestExportDialog::formatAndExtensionAgree_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("format");
    QTest::addRow("bmp") << "mine.bmp"
                         << "BMP";
    QTest::addRow("jpg") << "mine.jpg"
                         << "JPEG";
    QTest::addRow("JPEG") << "MINE.JPEG"
                          << "JPEG";
    QTest::addRow("jfif") << "mine.jfif"
                          << "JPEG";
    QTest::addRow("png") << "mine.png"
                         << "PNG";
    QTest::addRow("tiff") << "mine.2nd.tiff"
                          << "TIFF";
    QTest::addRow("webp") << "mine.webp"
                          << "WebP";
}

void TestExportDialog::formatAndExtensionAgree()
{
    QFETCH(QString, typed);
    QFETCH(QString, format);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    ExportDialog* dialog = openExport(*window);
    choose(dialog->format(), format == "PNG" ? "BMP" : "PNG");
    dialog->target()->clear();
    QTest::keyClicks(dialog->target(), fixture.folder() + "/photos/" + typed);
    QCOMPARE(dialog->format()->currentText(), format);
    QVERIFY(!dialog->wholeName()->isVisible()); // it goes where it says
    const QString target = dialog->target()->text();
    QCOMPARE(target, fixture.folder() + "/photos/" + typed);
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 30000);
    const auto written = readPhoto(target.toStdString());
    QVERIFY(written.has_value());
    QCOMPARE(QString(formatName(written->format)), format);

    dialog = openExport(*window);
    dialog->target()->setText(target);
    choose(dialog->format(), format == "WebP" ? "PNG" : "WebP");
    QCOMPARE(dialog->target()->text(),
             target.left(target.lastIndexOf('.')) + (format == "WebP" ? ".png" : ".webp"));
}

void TestExportDialog::completesANameWithoutExtension()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const QString existing = fixture.makePhoto("scan.2.jpg");
    ExportDialog* dialog = openExport(*window);
    choose(dialog->format(), "JPEG");
    dialog->target()->clear();
    QTest::keyClicks(dialog->target(), "scan.2"); // beside the source
    QVERIFY(dialog->wholeName()->isVisible());
    QVERIFY2(dialog->wholeName()->text().contains(existing),
             qPrintable(dialog->wholeName()->text()));
    QVERIFY(dialog->existing()->button(int(Overwrite::Rename))->isVisible()); // that one is there
    QFocusEvent leaving(QEvent::FocusOut, Qt::TabFocusReason);
    QApplication::sendEvent(dialog->target(), &leaving);
    QCOMPARE(dialog->target()->text(), QString("scan.2.jpg"));
    choose(dialog->format(), "TIFF");
    QCOMPARE(dialog->target()->text(), QString("scan.2.tif"));
    QCOMPARE(dialog->request().target, fixture.folder() + "/photos/scan.2.tif");

    QDir(fixture.folder()).mkpath("photos/folder");
    dialog->target()->setText(fixture.folder() + "/photos/folder");
    choose(dialog->format(), "JPEG"); // a folder is no file without an extension
    QCOMPARE(dialog->target()->text(), fixture.folder() + "/photos/folder");
    QVERIFY(!dialog->exportButton()->isEnabled());
}

void TestExportDialog::remembersEveryFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("extension");
    for (const auto& [format, extension] :
         {std::pair("JPEG", "jpg"), std::pair("PNG", "png"), std::pair("TIFF", "tif"),
          std::pair("WebP", "webp"), std::pair("BMP", "bmp")})
        QTest::addRow("%s", format) << format << extension;
}

void TestExportDialog::remembersEveryFormat()
{
    QFETCH(QString, format);
    QFETCH(QString, extension);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.jpg")});
    ExportDialog* dialog = openExport(*window);
    dialog->target()->setText(fixture.folder() + "/photos/mine." + extension);
    dialog->exportButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fixture.folder() + "/photos/mine." + extension), 30000);
    dialog = openExport(*window);
    QCOMPARE(dialog->format()->currentText(), format);
    QCOMPARE(dialog->target()->text(), fixture.folder() + "/photos/grey_colour." + extension);
}

void TestExportDialog::keepsTheSampleOutOfTheProgram_data()
{
    QTest::addColumn<bool>("hasPictures");
    QTest::addRow("among the pictures") << true;
    QTest::addRow("without a folder of pictures") << false;
}

void TestExportDialog::keepsTheSampleOutOfTheProgram()
{
    QFETCH(bool, hasPictures);
    const WindowFixture fixture;
    if (hasPictures)
        QDir(fixture.folder()).mkdir("Pictures");
    const auto window = openWindow({samplePhoto()});
    const ExportDialog* dialog = openExport(*window);
    QCOMPARE(QFileInfo(dialog->target()->text()).path(),
             fixture.folder() + (hasPictures ? "/Pictures" : ""));
}

// 1920 x 1080 at 200 %, less a panel and a title bar.
void TestExportDialog::fitsASmallWindow()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("deep.tif", 96, 64, CV_16UC1)});
    ExportDialog* dialog = openExport(*window);
    choose(dialog->format(), "JPEG");
    dialog->target()->setText(fixture.makePhoto("there.jpg")); // with all that it may say
    dialog->resize(860, 460);
    QTest::qWait(50);
    QVERIFY2(dialog->height() <= 460, qPrintable(QString::number(dialog->height())));
    for (const QWidget* child : dialog->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (child->isVisible())
            QVERIFY2(dialog->rect().contains(child->geometry()), child->metaObject()->className());
    }
    for (const QLabel* label : dialog->findChildren<QLabel*>()) {
        if (label->isVisible() && label->wordWrap())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
    }
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
