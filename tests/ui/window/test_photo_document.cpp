#include "tests/ui/window/window_fixture.h"
#include "ui/adjust/adjust_panel.h"
#include "ui/adjust/colour_section.h"
#include "ui/adjust/slider_row.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_document.h"
#include "ui/window/photo_session.h"
#include "ui/window/photo_stage.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QtTest>

using namespace autochrome;

namespace {

bool networkRan(const Rendering& rendering)
{
    for (const StageTime& time : rendering.times()) {
        if (time.stage == "colour")
            return !time.cached;
    }
    return false;
}

cv::Mat pixelsOf(const Rendering& rendering)
{
    cv::Mat pixels(rendering.size(), CV_8UC3);
    rendering.rows(8)->read(0, pixels);
    return pixels;
}

/// Mean distance of the channels from one another: 0 for grey.
double colourOf(const cv::Mat& pixels)
{
    double sum = 0;
    for (int y = 0; y < pixels.rows; ++y) {
        for (int x = 0; x < pixels.cols; ++x) {
            const auto& pixel = pixels.at<cv::Vec3b>(y, x);
            sum += std::abs(pixel[0] - pixel[1]) + std::abs(pixel[1] - pixel[2]);
        }
    }
    return sum / double(pixels.total());
}

} // namespace

class TestPhotoDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strengthChangesPixelsWithoutTheNetwork();
    void moreEffortAsksTheNetworkAgain();
    void latestStrengthWins();
    void undoesADragAsOne();
    void undoesKeysAndChoices();
    void givesMemoryBack();
};

void TestPhotoDocument::strengthChangesPixelsWithoutTheNetwork()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoDocument* document = window->session()->shown();
    QVERIFY(networkRan(*document->rendering()));
    const double full = colourOf(pixelsOf(*document->rendering()));
    QVERIFY(full > 1);

    QDoubleSpinBox* field = window->panel()->colour()->strength()->field();
    auto enter = [&](const char* number) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, number);
        QTest::keyClick(field, Qt::Key_Return);
    };
    QSignalSpy rendered(document, &PhotoDocument::renderingChanged);
    enter("0.5");
    QTRY_VERIFY_WITH_TIMEOUT(rendered.size() >= 1 && !document->work(), 30000);
    QCOMPARE(document->recipe().recombine.strength, 0.5);
    QVERIFY(!networkRan(*document->rendering()));
    const double half = colourOf(pixelsOf(*document->rendering()));
    QVERIFY2(half < 0.8 * full && half > 0.2 * full, qPrintable(QString::number(half / full)));

    rendered.clear();
    enter("0");
    QTRY_VERIFY_WITH_TIMEOUT(rendered.size() >= 1 && !document->work(), 30000);
    QVERIFY(!networkRan(*document->rendering()));
    QVERIFY(colourOf(pixelsOf(*document->rendering())) < 0.1);
}

void TestPhotoDocument::moreEffortAsksTheNetworkAgain()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoDocument* document = window->session()->shown();
    QComboBox* effort = window->panel()->colour()->effort();
    QCOMPARE(effort->currentText(), QStringLiteral("Normal"));
    QSignalSpy rendered(document, &PhotoDocument::renderingChanged);
    effort->setFocus();
    QTest::keyClick(effort, Qt::Key_End);
    QCOMPARE(document->recipe().colour.effort, Effort::Best);
    QTRY_VERIFY_WITH_TIMEOUT(rendered.size() >= 1 && !document->work(), 30000);
    QVERIFY(networkRan(*document->rendering()));
    window->actions()[Command::Undo]->trigger();
    QCOMPARE(effort->currentText(), QStringLiteral("Normal"));
    QTRY_VERIFY_WITH_TIMEOUT(!document->work(), 30000);
}

void TestPhotoDocument::latestStrengthWins()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 400, 300)});
    const PhotoDocument* document = window->session()->shown();
    QSignalSpy rendered(document, &PhotoDocument::renderingChanged);
    QSlider* slider = window->panel()->colour()->strength()->slider();
    for (int value = 100; value >= 0; --value)
        slider->setValue(value); // far faster than it can be rendered
    QCOMPARE(document->recipe().recombine.strength, 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(!document->work(), 30000);
    QVERIFY(colourOf(pixelsOf(*document->rendering())) < 0.1);
    QVERIFY2(rendered.size() <= 3, "renderings that nobody wanted any more were made");
}

void TestPhotoDocument::undoesADragAsOne()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    PhotoDocument* document = window->session()->shown();
    QSlider* slider = window->panel()->colour()->strength()->slider();
    const QPoint middle = slider->rect().center();
    QTest::mousePress(slider, Qt::LeftButton, {}, middle);
    for (int step = 1; step <= 10; ++step)
        QTest::mouseMove(slider, middle + QPoint(4 * step, 0));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, middle + QPoint(40, 0));
    const double dragged = document->recipe().recombine.strength;
    QVERIFY(dragged > 1.1);
    QCOMPARE(document->undoStack()->count(), 1);
    QVERIFY(window->actions()[Command::Undo]->text().contains("strength"));

    window->actions()[Command::Undo]->trigger();
    QCOMPARE(document->recipe().recombine.strength, 1.0);
    QCOMPARE(window->panel()->colour()->strength()->value(), 1.0);
    QVERIFY(!window->actions()[Command::Undo]->isEnabled());
    window->actions()[Command::Redo]->trigger();
    QCOMPARE(document->recipe().recombine.strength, dragged);

    QTest::mouseDClick(slider, Qt::LeftButton, {}, QPoint(10, middle.y()));
    QCOMPARE(document->recipe().recombine.strength, 1.0);
}

void TestPhotoDocument::undoesKeysAndChoices()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    PhotoDocument* document = window->session()->shown();
    QTest::keyClick(window.get(), Qt::Key_T);
    QCOMPARE(document->recipe().tint, TintHandling::Keep);
    QTest::keyClick(window.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(document->recipe().recombine.strength, 1.1);
    QVERIFY(window->actions()[Command::Reset]->isEnabled());
    window->actions()[Command::Reset]->trigger();
    QVERIFY(document->recipe() == Recipe());
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document->recipe().recombine.strength, 1.1);
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document->recipe().recombine.strength, 1.0);
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document->recipe().tint, TintHandling::Drop);
    QTest::keyClick(window.get(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(document->recipe().tint, TintHandling::Keep);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
}

void TestPhotoDocument::givesMemoryBack()
{
    const WindowFixture fixture;
    const auto window =
        openWindow({fixture.makePhoto("a.png", 300, 200), fixture.makePhoto("b.png", 300, 200)});
    PhotoDocument* first = window->session()->shown();
    first->edit(RecipeCommand::Kind::Strength, [] {
        Recipe recipe;
        recipe.recombine.strength = 0.4;
        return recipe;
    }());
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
    window->session()->setMemoryBudget(1);
    window->session()->selectNext(1);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown() != first, 60000);
    QVERIFY(!first->isRead());
    QCOMPARE(first->bytes(), 0);
    window->session()->selectNext(1);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown() == first, 60000);
    QCOMPARE(first->recipe().recombine.strength, 0.4);
}

QTEST_MAIN(TestPhotoDocument)
#include "test_photo_document.moc"
