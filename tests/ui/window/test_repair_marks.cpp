// What becomes of marked damage beside the photo on the screen: files of masks, results, kept
// settings, other photos.
#include "core/edit/repair/damage_picture.h"
#include "tests/ui/window/repairing.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/recipe_keeper.h"
#include "ui/repair/repair_section.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/slider_row.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"

#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace autochrome;
using namespace autochrome::repairing;

class TestRepairMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatStays();
    void masksInFiles();
    void aMaskThatDoesNotFitIsRefused();
    void aPhotoOpensWithoutItsMask();
    void isForgottenByOneButton_data();
    void isForgottenByOneButton();
    void marksGoToNoOtherPhoto();
    void savesWhatIsSeen();
    void isKept();
};

void TestRepairMarks::saysWhatStays()
{
    const WindowFixture fixture;
    const auto window = openRepair({scratched(fixture)});
    QVERIFY(waits(*window));
    window->panel()->findChild<RepairSection*>()->widen(20); // as wide as can be
    draw(*window, {150, 100}, {160, 100});
    QVERIFY(waits(*window));
    const auto* state = window->panel()->findChild<QLabel*>("repairState");
    QTRY_VERIFY_WITH_TIMEOUT(state->text().contains("left as it is"), patience);
}

void TestRepairMarks::masksInFiles()
{
    const WindowFixture fixture;
    const auto window = openRepair({scratched(fixture)});
    QVERIFY(waits(*window));
    cv::Mat mask = cv::Mat::zeros(200, 300, CV_8UC1);
    cv::line(mask, scratchFrom, scratchTo, 255, 5);
    const QString given = fixture.folder() + "/given.png";
    cv::imwrite(given.toStdString(), mask);
    const auto choose = [&](const char* name, const QString& file) {
        QTest::mouseClick(button(*window, name), Qt::LeftButton);
        auto* dialog = window->findChild<QFileDialog*>();
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(!window->findChild<QFileDialog*>());
    };
    choose("loadMask", given);
    const auto& settings = window->session()->shown()->recipe().repair;
    QTRY_VERIFY_WITH_TIMEOUT(!settings.mask.file.empty(), patience);
    QVERIFY(waits(*window));
    QCOMPARE(scratchLeft(*window), 0);
    // With a stroke on it, and turned: the file is of the upright scan.
    draw(*window, {40, 160}, {80, 160});
    window->actions()[Command::RotateRight]->trigger();
    QVERIFY(waits(*window));
    const QString target = fixture.folder() + "/saved.png";
    choose("saveMask", target);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), patience);
    QTRY_VERIFY(window->stage()->messages()->sentence().contains("saved.png"));
    const cv::Mat saved = cv::imread(target.toStdString(), cv::IMREAD_UNCHANGED);
    const auto marked = damagePicture(settings.mask, {300, 200});
    QVERIFY(marked);
    QCOMPARE(saved.size(), cv::Size(300, 200));
    QCOMPARE(cv::norm(saved, *marked, cv::NORM_INF), 0.0);
}

void TestRepairMarks::aMaskThatDoesNotFitIsRefused()
{
    const WindowFixture fixture;
    const auto window = openRepair({scratched(fixture)});
    QVERIFY(waits(*window));
    const QString other = fixture.makePhoto("other.png", 20, 10);
    QTest::mouseClick(button(*window, "loadMask"), Qt::LeftButton);
    Q_EMIT window->findChild<QFileDialog*>()->fileSelected(other);
    QTRY_VERIFY_WITH_TIMEOUT(window->stage()->messages()->sentence().contains("20 x 10"), patience);
    QCOMPARE(window->session()->shown()->recipe(), Recipe());
    QVERIFY(!window->session()->shown()->undoStack()->canUndo());
}

/// A mask that is gone is said, and is no reason not to open the photo.
void TestRepairMarks::aPhotoOpensWithoutItsMask()
{
    const WindowFixture fixture;
    const QString photo = scratched(fixture);
    const QString mask = fixture.makePhoto("mask.png", 300, 200);
    {
        const auto window = openRepair({photo});
        Recipe recipe;
        recipe.repair.mask = maskOfFile(mask.toStdString()).value();
        recipe.repair.mask.strokes = {{false, 3, {scratchFrom, scratchTo}}};
        recipe.finish.warmth = 0.2;
        window->session()->shown()->edit(recipe);
        QVERIFY(waits(*window));
        QVERIFY(window->recipeKeeper()->finish().isEmpty());
    }
    QVERIFY(QFile::remove(mask));
    const auto window = openWindow({photo});
    const Recipe& recipe = window->session()->shown()->recipe();
    QCOMPARE(recipe.finish.warmth, 0.2);
    QVERIFY(recipe.repair.mask.file.empty());
    QCOMPARE(recipe.repair.mask.strokes.size(), std::size_t(1));
    QCOMPARE(scratchLeft(*window), 0);
    QTRY_VERIFY(window->stage()->messages()->sentence().contains("mask.png"));
}

void TestRepairMarks::isForgottenByOneButton_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("widest");
    QTest::newRow("marks") << "clearMarks" << 10.0;
    QTest::newRow("all of the tool") << "resetRepair" << 5.0;
}

void TestRepairMarks::isForgottenByOneButton()
{
    QFETCH(QString, name);
    QFETCH(double, widest);
    const WindowFixture fixture;
    const auto window = openRepair({scratched(fixture)});
    QVERIFY(waits(*window));
    auto* forget = window->panel()->findChild<QPushButton*>(name);
    QVERIFY(!forget->isEnabled());
    draw(*window, scratchFrom, scratchTo);
    window->panel()->findChild<SliderRow*>("repair.widest")->field()->setValue(40); // of 100
    window->actions()[Command::Stronger]->trigger();
    QVERIFY(forget->isEnabled());
    const Recipe drawn = window->session()->shown()->recipe();
    QCOMPARE(drawn.repair.widest, 10.0);
    QTest::mouseClick(forget, Qt::LeftButton);
    const Recipe& now = window->session()->shown()->recipe();
    QVERIFY(now.repair.mask.isEmpty());
    QCOMPARE(now.repair.widest, widest);
    QCOMPARE(now.finish, drawn.finish); // another tool's
    window->actions()[Command::Undo]->trigger();
    QCOMPARE(window->session()->shown()->recipe(), drawn);
}

void TestRepairMarks::marksGoToNoOtherPhoto()
{
    const WindowFixture fixture;
    const auto window = openRepair({scratched(fixture), fixture.makePhoto("b.png", 300, 200)});
    QVERIFY(waits(*window));
    draw(*window, scratchFrom, scratchTo);
    Recipe recipe = window->session()->shown()->recipe();
    recipe.repair.widest = 7;
    window->session()->shown()->edit(recipe);
    PhotoDocument* from = window->session()->shown();
    window->actions()[Command::CopySettings]->trigger();
    window->actions()[Command::ApplyToAll]->trigger();
    for (PhotoDocument* document : window->session()->documents()) {
        QTRY_COMPARE_WITH_TIMEOUT(document->recipe().repair.widest, 7.0, patience);
        QCOMPARE(document->recipe().repair.mask.isEmpty(), document != from);
    }
    // Pasted onto marks, theirs stay.
    window->actions()[Command::PasteSettings]->trigger();
    QCOMPARE(from->recipe().repair.mask.strokes.size(), std::size_t(1));
}

void TestRepairMarks::savesWhatIsSeen()
{
    const WindowFixture fixture;
    const auto window = openRepair({scratched(fixture)});
    QVERIFY(waits(*window));
    draw(*window, scratchFrom, scratchTo);
    QVERIFY(waits(*window));
    const double share = window->session()->shown()->repair().share;
    window->actions()[Command::Export]->trigger();
    QVERIFY(QTest::qWaitFor([&] { return window->exportDialog() != nullptr; }, patience));
    const QString target = fixture.folder() + "/repaired.png";
    window->exportDialog()->target()->setText(target);
    window->exportDialog()->exportButton()->click();
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(target); }, patience));
    const cv::Mat written = cv::imread(target.toStdString(), cv::IMREAD_GRAYSCALE);
    QCOMPARE(written.size(), cv::Size(300, 200));
    for (int i = 10; i <= 90; ++i)
        QVERIFY(written.at<uchar>(scratchFrom + (scratchTo - scratchFrom) * (i / 100.0)) < 250);
    if (QStandardPaths::findExecutable("exiftool").isEmpty())
        QSKIP("exiftool is not installed");
    QProcess reader;
    reader.start("exiftool", {"-a", "-G1", "-s", target});
    QVERIFY(reader.waitForFinished());
    const QString told = QString::fromUtf8(reader.readAllStandardOutput());
    const auto found = QRegularExpression("FilledShare +: ([0-9.]+)").match(told);
    QVERIFY2(found.hasMatch(), qPrintable(told));
    QVERIFY(std::abs(found.captured(1).toDouble() - share) < 1e-5);
    QVERIFY(told.contains("mask-strokes=1"));
}

void TestRepairMarks::isKept()
{
    const WindowFixture fixture;
    const QString photo = scratched(fixture);
    cv::Mat before;
    Recipe recipe;
    {
        const auto window = openRepair({photo});
        QVERIFY(waits(*window));
        draw(*window, scratchFrom, scratchTo);
        draw(*window, {100, 90}, {110, 60}, Qt::RightButton);
        QVERIFY(waits(*window));
        before = window->session()->shown()->before()->pixels.clone();
        recipe = window->session()->shown()->recipe();
        QVERIFY(window->recipeKeeper()->finish().isEmpty());
    }
    const auto window = openWindow({photo});
    QCOMPARE(window->session()->shown()->recipe(), recipe);
    QCOMPARE(cv::norm(window->session()->shown()->before()->pixels, before, cv::NORM_INF), 0.0);
    window->actions()[Command::Repair]->trigger();
    window->actions()[Command::ShowFilled]->trigger();
    const cv::Point2d middle = (cv::Point2d(scratchFrom) + cv::Point2d(scratchTo)) / 2;
    QTRY_VERIFY_WITH_TIMEOUT(seenAt(*window, middle).alpha() > 0, patience);
}

QTEST_MAIN(TestRepairMarks)
#include "test_repair_marks.moc"
