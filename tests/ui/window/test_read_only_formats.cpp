#include "core/photo/photo_reader.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/widgets/photo_filter.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace autochrome;

/// A photo in a format that is read and not written: PNM.
class TestReadOnlyFormats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isOpenedAndExported()
    {
        const WindowFixture fixture;
        const QString source = fixture.makePhoto("plate.pgm");
        const QByteArray before = WindowFixture::contentOf(source);
        const auto window = openWindow({source});
        QVERIFY(isColoured(*window));
        window->actions()[Command::Export]->trigger();
        ExportDialog* dialog = window->exportDialog();
        QVERIFY(dialog);
        // What it cannot be is said, and offered nowhere.
        QCOMPARE(dialog->format()->findText("PNM"), -1);
        QVERIFY2(dialog->wholeName()->text().contains("PNM can be read but not written"),
                 qPrintable(dialog->wholeName()->text()));
        QVERIFY(dialog->wholeName()->isVisible());
        const QString target = dialog->target()->text();
        QVERIFY2(target.endsWith("/plate_colour.png"), qPrintable(target));
        QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), 30000);
        const auto result = readPhoto(target.toStdString());
        QVERIFY(result && result->format == FileFormat::Png);
        QCOMPARE(WindowFixture::contentOf(source), before);
    }

    void aNameOfSuchAFormatIsCompleted()
    {
        const WindowFixture fixture;
        const auto window = openWindow({fixture.makePhoto("plate.tif")});
        window->actions()[Command::Export]->trigger();
        ExportDialog* dialog = window->exportDialog();
        QVERIFY(dialog);
        QVERIFY(!dialog->wholeName()->text().contains("PNM"));
        const QString folder = fixture.folder() + "/photos/";
        dialog->target()->setText(folder + "mine.ppm");
        QCOMPARE(dialog->format()->currentText(), "TIFF");
        QVERIFY2(dialog->wholeName()->text().contains("PNM can be read but not written") &&
                     dialog->wholeName()->text().contains("mine.tif"),
                 qPrintable(dialog->wholeName()->text()));
        QFocusEvent leaving(QEvent::FocusOut, Qt::TabFocusReason);
        QApplication::sendEvent(dialog->target(), &leaving);
        QCOMPARE(dialog->target()->text(), folder + "mine.tif");
        QVERIFY(dialog->exportButton()->isEnabled());
    }

    void isOfferedInFolders()
    {
        for (const char* pattern : {"*.pgm", "*.pbm", "*.ppm", "*.pnm", "*.pam", "*.jfif", "*.dib"})
            QVERIFY2(photoFilter().contains(pattern), pattern);
    }
};

QTEST_MAIN(TestReadOnlyFormats)
#include "test_read_only_formats.moc"
