#include "core/queue/journal/journal.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/queue_choices.h"
#include "ui/queue/queue_dialog.h"
#include "ui/queue/queue_request.h"
#include "ui/widgets/dropped_files.h"
#include "ui/widgets/path_names.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"

#include <QCheckBox>
#include <QMimeData>
#include <QPushButton>
#include <QUrl>
#include <QtTest>
#include <filesystem>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

constexpr int patience = 60000;

} // namespace

/// Photos with names that are seldom met are not passed over.
class TestOddNames : public QObject
{
    Q_OBJECT

    /// Every name of the photos below, as bytes.
    static std::vector<std::string> names() { return {"a.jfif", "B.JPE", "caf\xe9.png", "noname"}; }

    static fs::path fill(const WindowFixture& fixture)
    {
        const fs::path photos = fs::path(fixture.folder().toStdString()) / "photos";
        const fs::path jpeg = fixture.makePhoto("x.jpg").toStdString();
        const fs::path png = fixture.makePhoto("x.png").toStdString();
        for (const std::string& name : names())
            fs::copy_file(name.ends_with("png") ? png : jpeg, photos / name);
        fs::remove(jpeg);
        fs::remove(png);
        return photos;
    }

private Q_SLOTS:
    void aFolderIsOpenedWhole()
    {
        const WindowFixture fixture;
        const fs::path photos = fill(fixture);
        const auto window = openWindow({QString::fromStdString(photos.native())});
        std::vector<std::string> open;
        for (const PhotoDocument* document : window->session()->documents())
            open.push_back(pathNamed(document->path()).filename().native());
        QCOMPARE(open, names());
    }

    void oneIsOpenedColouredAndSaved()
    {
        const WindowFixture fixture;
        const fs::path photo = fill(fixture) / "caf\xe9.png";
        const auto window = openWindow({nameOfPath(photo)});
        QVERIFY(isColoured(*window));
        QVERIFY(window->windowTitle().contains("caf"));
        window->actions()[Command::Export]->trigger();
        ExportDialog* dialog = window->exportDialog();
        QVERIFY(dialog && dialog->exportButton()->isEnabled());
        QTest::mouseClick(dialog->exportButton(), Qt::LeftButton);
        const fs::path result = photo.parent_path() / "caf\xe9_colour.png";
        QTRY_VERIFY_WITH_TIMEOUT(fs::exists(result), patience);
    }

    void droppedByItsAddress()
    {
        QMimeData data;
        data.setUrls({QUrl::fromEncoded("file:///scans/caf%E9.png"),
                      QUrl::fromLocalFile("/scans/gr\u00f6\u00dfe %20.png")});
        const QStringList dropped = droppedFiles(&data);
        QCOMPARE(dropped.size(), 2);
        QCOMPARE(pathNamed(dropped[0]).native(), std::string("/scans/caf\xe9.png"));
        QCOMPARE(dropped[1], QString("/scans/gr\u00f6\u00dfe %20.png"));
    }

    void allGoIntoTheQueue()
    {
        const WindowFixture fixture;
        const fs::path photos = fill(fixture);
        QueueDialog dialog({nameOfPath(photos)}, std::nullopt);
        dialog.show();
        std::vector<std::string> found;
        QTRY_VERIFY_WITH_TIMEOUT(!dialog.request().jobs.empty(), patience);
        for (const NewJob& job : dialog.request().jobs)
            found.push_back(job.source.name());
        QVERIFY(!dialog.request().settings.keepTimes);
        dialog.choices()->keepTimes()->click();
        QVERIFY(dialog.request().settings.keepTimes);
        std::ranges::sort(found);
        std::vector<std::string> all = names();
        std::ranges::sort(all);
        QCOMPARE(found, all);
    }
};

QTEST_MAIN(TestOddNames)
#include "test_odd_names.moc"
