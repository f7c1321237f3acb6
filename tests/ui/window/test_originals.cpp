#include "core/queue/journal/journal.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_session.h"
#include "ui/queue/batch_service.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QtTest>

using namespace autochrome;

namespace {

constexpr int patience = 60000;

void putIntoQueue(const QStringList& photos, const BatchSettings& settings = {})
{
    auto journal = Journal::open(Journal::defaultPath());
    QVERIFY(journal.has_value());
    const auto batch = journal->addBatch("album", settings);
    QVERIFY(batch.has_value());
    std::vector<NewJob> jobs;
    for (const QString& photo : photos)
        jobs.push_back({photo.toStdString(), {}, 0, 0});
    QVERIFY(journal->addJobs(*batch, jobs).has_value());
}

} // namespace

/// Photos that are open, and those in the queue, are no place for a result.
class TestWindowOriginals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportRefusesThem_data()
    {
        QTest::addColumn<QString>("place");
        QTest::newRow("open") << "open";
        QTest::newRow("in the queue") << "queue";
        QTest::newRow("a link to one in the queue") << "link";
    }

    // By the dialog, and by the writer too if it comes to that.
    void exportRefusesThem()
    {
        QFETCH(QString, place);
        const WindowFixture fixture;
        const QString photo = fixture.makePhoto("mill.png");
        const QString original = fixture.makePhoto("mill_colour.png", 48, 80);
        const QByteArray before = WindowFixture::contentOf(original);
        QString target = original;
        if (place == "link") {
            target = fixture.folder() + "/photos/link.png";
            QVERIFY(QFile::link(original, target));
        }
        if (place != "open")
            putIntoQueue({original});
        const auto window =
            openWindow(place == "open" ? QStringList{photo, original} : QStringList{photo});
        auto* service = window->findChild<BatchService*>();
        QVERIFY(service);
        QTRY_VERIFY_WITH_TIMEOUT(service->isOriginal(original.toStdString()), patience);

        window->actions()[Command::Export]->trigger();
        ExportDialog* dialog = window->exportDialog();
        QVERIFY(dialog);
        dialog->target()->setText(fixture.folder() + "/photos/free.png");
        QVERIFY(dialog->exportButton()->isEnabled());
        dialog->target()->setText(target);
        QVERIFY(!dialog->exportButton()->isEnabled());
        QVERIFY(dialog->problem()->text().contains("original"));

        ExportRequest request = dialog->request();
        request.options.overwrite = Overwrite::Replace;
        Q_EMIT dialog->exportRequested(request);
        QTRY_VERIFY_WITH_TIMEOUT(
            window->stage()->messages()->sentence().contains("never overwritten"), patience);
        QCOMPARE(WindowFixture::contentOf(original), before);
    }

    // The window's queue knows what the window has open.
    void theQueueSparesWhatIsOpen()
    {
        const WindowFixture fixture;
        const QString photo = fixture.makePhoto("mill.png");
        const QString open = fixture.makePhoto("mill_colour.png", 48, 80);
        const QByteArray before = WindowFixture::contentOf(open);
        BatchSettings settings;
        settings.collision = Overwrite::Replace;
        settings.recipe.colour.size = 128;
        putIntoQueue({photo}, settings);
        const auto window = openWindow({open});
        auto* service = window->findChild<BatchService*>();
        QString result;
        connect(service, &BatchService::ended, this, [&](JobId, const PhotoOutcome& outcome) {
            result = QString::fromStdString(outcome.result.native());
        });
        service->start("cpu");
        QTRY_VERIFY_WITH_TIMEOUT(!result.isEmpty(), patience);
        QCOMPARE(result, fixture.folder() + "/photos/mill_colour-2.png");
        QVERIFY(QFile::exists(result));
        QCOMPARE(WindowFixture::contentOf(open), before);
    }

    // Closed, it is a file like any other.
    void aClosedPhotoIsForgotten()
    {
        const WindowFixture fixture;
        const QString one = fixture.makePhoto("one.png");
        const QString two = fixture.makePhoto("two.png");
        const auto window = openWindow({one, two});
        PhotoSession* session = window->session();
        QVERIFY(session->originals()->contains(one.toStdString()));
        session->close(session->documents().front());
        QTRY_VERIFY(!session->originals()->contains(one.toStdString()));
        QVERIFY(session->originals()->contains(two.toStdString()));
    }
};

QTEST_MAIN(TestWindowOriginals)
#include "test_originals.moc"
