// What a format does to the lightness is said before a file is written, and what it did afterwards.
#include "core/photo/metadata/history_note.h"
#include "core/photo/photo_reader.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_session.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/status_line.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QtTest>

using namespace autochrome;

class TestExportLightness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysItBefore();
    void cutsNothing_data();
    void cutsNothing();
    void saysItAfter_data();
    void saysItAfter();
};

void TestExportLightness::saysItBefore()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("deep.tif", 96, 64, CV_16UC1)});
    window->actions()[Command::Export]->trigger();
    ExportDialog* dialog = window->exportDialog();
    QVERIFY(dialog);
    const auto said = [dialog](const char* format, int quality) {
        dialog->format()->setCurrentIndex(dialog->format()->findText(format));
        dialog->quality()->setValue(quality);
        return dialog->lightness()->text();
    };
    QVERIFY(dialog->lightness()->isVisible());
    for (const char* format : {"PNG", "TIFF", "BMP"})
        QCOMPARE(said(format, 92), QString("kept at every pixel"));
    QStringList sentences;
    for (const char* format : {"JPEG", "WebP"}) {
        for (const int quality : {95, 80, 40}) {
            sentences << said(format, quality);
            QVERIFY2(sentences.last().startsWith("not kept"), qPrintable(sentences.last()));
            QVERIFY(sentences.last().contains(format));
        }
    }
    QCOMPARE(sentences.removeDuplicates(), 0); // the quality tells too
    // Depth is lost as well.
    QVERIFY2(dialog->depth()->text().contains("lost"), qPrintable(dialog->depth()->text()));
}

void TestExportLightness::cutsNothing_data()
{
    QTest::addColumn<int>("width");
    for (const int width : {480, 520, 540, 600, 700, 900})
        QTest::addRow("%d wide", width) << width;
}

void TestExportLightness::cutsNothing()
{
    QFETCH(int, width);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("deep.tif", 96, 64, CV_16UC1)});
    window->actions()[Command::Export]->trigger();
    ExportDialog* dialog = window->exportDialog();
    dialog->resize(width, dialog->height());
    for (const char* format : {"TIFF", "JPEG", "WebP", "BMP"}) {
        for (const int quality : {95, 80, 40}) {
            dialog->format()->setCurrentIndex(dialog->format()->findText(format));
            dialog->quality()->setValue(quality);
            for (const QLabel* sentence : {dialog->depth(), dialog->lightness()})
                QTRY_VERIFY2(sentence->height() >= sentence->heightForWidth(sentence->width()),
                             qPrintable(sentence->text()));
        }
    }
}

void TestExportLightness::saysItAfter_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<bool>("kept");
    QTest::newRow("PNG") << "PNG" << true;
    QTest::newRow("JPEG") << "JPEG" << false;
}

void TestExportLightness::saysItAfter()
{
    QFETCH(QString, format);
    QFETCH(bool, kept);
    const WindowFixture fixture;
    QLocale::setDefault(QLocale::c());
    const auto window = openWindow({fixture.makePhoto("deep.tif", 96, 64, CV_16UC1)});
    window->actions()[Command::Export]->trigger();
    ExportDialog* dialog = window->exportDialog();
    dialog->format()->setCurrentIndex(dialog->format()->findText(format));
    dialog->quality()->setValue(20);
    const QString target = dialog->target()->text();
    QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
    const QString name = QFileInfo(target).fileName();
    QTRY_VERIFY_WITH_TIMEOUT(window->stage()->messages()->sentence().contains(name), 30000);
    const auto result = readPhoto(target.toStdString());
    QVERIFY(result.has_value());
    const auto measured = notedLightness(result->metadata);
    QVERIFY(measured);
    QCOMPARE(measured->greatest <= promisedLightness(result->bitDepth()), kept);
    // The same figure below the photo, and a sentence where the promise is broken.
    const QString line = window->statusLine()->text();
    const QString words = kept ? QStringLiteral("Lightness kept in “%1”.").arg(name)
                               : QStringLiteral("Lightness changed in “%1”, by up to %2 L*.")
                                     .arg(name, QString::number(measured->greatest, 'f', 1));
    QVERIFY2(line.endsWith(words), qPrintable(line));
    const QString figure = QStringLiteral("Lightness in “%1” differs by at most %2 L* (promised: ")
                               .arg(name, QString::number(measured->greatest, 'f', 3));
    QVERIFY2(window->statusLine()->toolTip().contains(figure),
             qPrintable(window->statusLine()->toolTip()));
    QCOMPARE(window->stage()->messages()->sentence().contains("L*"), !kept);
}

QTEST_MAIN(TestExportLightness)
#include "test_export_lightness.moc"
