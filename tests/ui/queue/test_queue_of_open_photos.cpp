// What the window shows is what the queue makes of it.

#include "core/photo/photo_reader.h"
#include "tests/ui/queue/shown_queue.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/window/export_dialog.h"

#include <QLineEdit>
#include <opencv2/core.hpp>

using namespace autochrome;

namespace {

cv::Mat pixelsIn(const QString& file)
{
    const auto photo = readPhoto(file.toStdString());
    return photo ? photo->pixels : cv::Mat();
}

bool areSame(const cv::Mat& one, const cv::Mat& other)
{
    return !one.empty() && one.size() == other.size() && one.type() == other.type() &&
           cv::norm(one, other, cv::NORM_INF) == 0;
}

/// Saves the photo that is shown, as the person would.
bool exportTo(MainWindow& window, const QString& target)
{
    window.actions()[Command::Export]->trigger();
    ExportDialog* dialog = window.exportDialog();
    if (!dialog)
        return false;
    dialog->target()->setText(target);
    dialog->exportButton()->click();
    return QTest::qWaitFor([&] { return QFile::exists(target); }, patience);
}

} // namespace

class TestQueueOfOpenPhotos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesOfEachWhatIsShown()
    {
        const WindowFixture fixture;
        const QString untouched = fixture.makePhoto("untouched.png", 80, 64);
        const QString edited = fixture.makePhoto("edited.png", 96, 64);
        Shown shown;
        shown.window.openFiles({untouched, edited});
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(shown.window), patience);
        QCOMPARE(shown.window.session()->shown()->path(), untouched);
        const QString exported = fixture.folder() + "/untouched.png";
        QVERIFY(exportTo(shown.window, exported));

        shown.trigger(Command::NextPhoto);
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(shown.window), patience);
        PhotoDocument* document = shown.window.session()->shown();
        QCOMPARE(document->path(), edited);
        Recipe recipe = document->recipe();
        recipe.geometry = {Rotation::Quarter, Flip::Horizontal};
        recipe.finish.strength = 1.6;
        recipe.finish.warmth = 0.4;
        document->edit(recipe);
        QTRY_VERIFY_WITH_TIMEOUT(isColoured(shown.window) && document->isUpToDate(), patience);
        const QString exportedEdited = fixture.folder() + "/edited.png";
        QVERIFY(exportTo(shown.window, exportedEdited));
        QCOMPARE(pixelsIn(exportedEdited).size(), cv::Size(64, 96));

        // As the dialog is when it opens, at once: nothing may depend on a delay.
        QueueDialog* dialog = shown.dropAndAsk({untouched, edited});
        QVERIFY(dialog);
        dialog->startButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(shown.model->count(JobState::Done), 2, patience);
        const QString photos = fixture.folder() + "/photos";
        QVERIFY(areSame(pixelsIn(photos + "/untouched_colour.png"), pixelsIn(exported)));
        QVERIFY(areSame(pixelsIn(photos + "/edited_colour.png"), pixelsIn(exportedEdited)));
    }
};

QTEST_MAIN(TestQueueOfOpenPhotos)
#include "test_queue_of_open_photos.moc"
