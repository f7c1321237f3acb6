#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/main_window.h"
#include "ui/window/message_strip.h"
#include "ui/window/photo_stage.h"
#include "ui/window/status_line.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QtTest>

using namespace autochrome;

namespace {

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

Recipe strengthOf(double strength)
{
    Recipe recipe;
    recipe.finish.strength = strength;
    return recipe;
}

/// A window whose network is ready, and that has nothing else to do.
std::unique_ptr<MainWindow> readyWindow()
{
    auto window = std::make_unique<MainWindow>();
    window->resize(1000, 700);
    window->show();
    if (!QTest::qWaitFor([&] { return window->colorizerService()->colorizer() != nullptr; }, 30000))
        throw std::runtime_error("the network was not opened");
    return window;
}

/// Waits until a result, and no rendering, is there.
bool waitForResult(const PhotoDocument* document)
{
    return QTest::qWaitFor([&] { return document->result() && !document->work(); }, 30000) &&
           !document->rendering();
}

bool waitForRendering(const PhotoDocument* document)
{
    return QTest::qWaitFor([&] { return document->rendering() && !document->work(); }, 60000) &&
           !document->result() && document->resultPath().isEmpty();
}

} // namespace

class TestPhotoDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void strengthChangesPixelsWithoutTheNetwork();
    void moreEffortAsksTheNetworkAgain();
    void latestStrengthWins();
    void vividnessIsSeenWhileItIsDragged();
    void aStepDoesNotGoThroughTheWholePhoto();
    void undoesADragAsOne();
    void undoesKeysAndChoices();
    void givesMemoryBack();
    void showsAResultWithoutTheNetwork();
    void editingAResultAsksTheNetwork();
    void colourisingAResultAsksTheNetwork();
    void showsTheResultOfAColouredPhoto();
    void aNewModelLeavesTheResult();
    void fallsBackWithoutTheResult_data();
    void fallsBackWithoutTheResult();
    void whatWasWantedLastWins();
    void readsTheResultAgain();
};

void TestPhotoDocument::strengthChangesPixelsWithoutTheNetwork()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const PhotoDocument* document = window->session()->shown();
    QVERIFY(document->rendering()->networkRan());
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
    enter("25"); // of 100, where 50 is the default
    QTRY_VERIFY_WITH_TIMEOUT(rendered.size() >= 1 && !document->work(), 30000);
    QCOMPARE(document->recipe().finish.strength, 0.5);
    QVERIFY(!document->rendering()->networkRan());
    const double half = colourOf(pixelsOf(*document->rendering()));
    QVERIFY2(half < 0.8 * full && half > 0.2 * full, qPrintable(QString::number(half / full)));

    rendered.clear();
    enter("0");
    QTRY_VERIFY_WITH_TIMEOUT(rendered.size() >= 1 && !document->work(), 30000);
    QVERIFY(!document->rendering()->networkRan());
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
    QVERIFY(document->rendering()->networkRan());
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
    QCOMPARE(document->recipe().finish.strength, 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(!document->work(), 30000);
    QVERIFY(colourOf(pixelsOf(*document->rendering())) < 0.1);
    QVERIFY2(rendered.size() <= 3, "renderings that nobody wanted any more were made");
}

void TestPhotoDocument::vividnessIsSeenWhileItIsDragged()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 600, 400)});
    const PhotoDocument* document = window->session()->shown();
    const cv::Mat before = pixelsOf(*document->rendering());
    QSlider* slider = window->panel()->colour()->vividness()->slider();
    const int step = slider->value() > (slider->minimum() + slider->maximum()) / 2 ? -1 : 1;
    int pictures = 0;
    int networkRuns = 0;
    connect(document, &PhotoDocument::renderingChanged, slider, [&] {
        ++pictures;
        networkRuns += document->rendering()->networkRan();
    });
    // The hand is always faster: whatever is being made, the slider has moved on meanwhile.
    connect(document, &PhotoDocument::workChanged, slider, [&] {
        if (document->work())
            QMetaObject::invokeMethod(
                slider, [&] { slider->setValue(slider->value() + step); }, Qt::QueuedConnection);
    });
    slider->setValue(slider->value() + step);
    QTRY_VERIFY_WITH_TIMEOUT(pictures >= 5, 30000);
    QCOMPARE(networkRuns, 0);
    document->disconnect(slider);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 30000);
    QVERIFY(cv::norm(pixelsOf(*document->rendering()), before, cv::NORM_INF) > 0);
}

// What is not seen is not made anew: not at 100 megapixels for a thumbnail either.
void TestPhotoDocument::aStepDoesNotGoThroughTheWholePhoto()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png", 900, 600)});
    PhotoDocument* document = window->session()->shown();
    const QImage before = document->thumbnail();
    QSignalSpy rendered(document, &PhotoDocument::renderingChanged);
    // Whoever read all of the pixels again would see black now (the header is copied, they are
    // not).
    cv::Mat pixels = document->photo()->pixels;
    pixels.setTo(0);
    document->edit(strengthOf(0.5));
    QTRY_VERIFY_WITH_TIMEOUT(rendered.size() >= 1 && !document->work(), 30000);
    const QImage after = document->thumbnail();
    QCOMPARE(after.size(), before.size());
    QVERIFY(after != before);
    const QPoint middle = after.rect().center();
    QVERIFY(std::abs(qGray(after.pixel(middle)) - qGray(before.pixel(middle))) < 12);
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
    const double dragged = document->recipe().finish.strength;
    QVERIFY(dragged > 1.1);
    QCOMPARE(document->undoStack()->count(), 1);
    QVERIFY(window->actions()[Command::Undo]->text().contains("amount"));

    window->actions()[Command::Undo]->trigger();
    QCOMPARE(document->recipe().finish.strength, 1.0);
    QCOMPARE(window->panel()->colour()->strength()->value(), 1.0);
    QVERIFY(!window->actions()[Command::Undo]->isEnabled());
    window->actions()[Command::Redo]->trigger();
    QCOMPARE(document->recipe().finish.strength, dragged);

    QTest::mouseDClick(slider, Qt::LeftButton, {}, QPoint(10, middle.y()));
    QCOMPARE(document->recipe().finish.strength, 1.0);
}

void TestPhotoDocument::undoesKeysAndChoices()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    PhotoDocument* document = window->session()->shown();
    QTest::keyClick(window.get(), Qt::Key_T);
    QCOMPARE(document->recipe().finish.tint, TintHandling::Keep);
    QTest::keyClick(window.get(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(document->recipe().finish.strength, 1.1);
    QVERIFY(window->actions()[Command::Reset]->isEnabled());
    window->actions()[Command::Reset]->trigger();
    QVERIFY(document->recipe() == Recipe());
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document->recipe().finish.strength, 1.1);
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document->recipe().finish.strength, 1.0);
    QTest::keyClick(window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(document->recipe().finish.tint, TintHandling::Drop);
    QTest::keyClick(window.get(), Qt::Key_Y, Qt::ControlModifier);
    QCOMPARE(document->recipe().finish.tint, TintHandling::Keep);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
}

void TestPhotoDocument::givesMemoryBack()
{
    const WindowFixture fixture;
    const auto window =
        openWindow({fixture.makePhoto("a.png", 300, 200), fixture.makePhoto("b.png", 300, 200)});
    PhotoDocument* first = window->session()->shown();
    first->edit(strengthOf(0.4));
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), 60000);
    window->session()->setMemoryBudget(1);
    window->session()->selectNext(1);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown() != first, 60000);
    QVERIFY(!first->isRead());
    QCOMPARE(first->bytes(), 0);
    window->session()->selectNext(1);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown() == first, 60000);
    QCOMPARE(first->recipe().finish.strength, 0.4);
}

void TestPhotoDocument::showsAResultWithoutTheNetwork()
{
    const WindowFixture fixture;
    const QString result = fixture.makeResult("grey_colour.png");
    const auto window = readyWindow();
    const PhotoDocument* document =
        window->session()->openResult(fixture.makePhoto("grey.png"), result);
    QVERIFY(waitForResult(document));
    QCOMPARE(document->resultPath(), result);
    QCOMPARE(document->colourSeconds(), 0.0);
    QCOMPARE(document->bytes(), 96 * 64 + 3 * 96 * 64);
    QCOMPARE(document->thumbnail().pixelColor(5, 5), WindowFixture::resultColour());
    QVERIFY(window->statusLine()->text().contains("grey_colour.png"));
    QVERIFY(!window->statusLine()->text().contains("test-model"));
    QVERIFY(!window->actions()[Command::Export]->isEnabled());
    QVERIFY(window->actions()[Command::Colourise]->isEnabled());

    PhotoView* view = window->stage()->view();
    QVERIFY(view->hasAfter());
    QTRY_VERIFY_WITH_TIMEOUT(view->isSettled(), 30000);
    const QImage seen = view->grab().toImage();
    const QPoint right(seen.width() / 2 + 40, seen.height() / 2);
    QCOMPARE(seen.pixelColor(right), WindowFixture::resultColour());
    QCOMPARE(seen.pixelColor(seen.width() / 2 - 40, seen.height() / 2).saturation(), 0);
}

void TestPhotoDocument::editingAResultAsksTheNetwork()
{
    const WindowFixture fixture;
    const auto window = readyWindow();
    PhotoDocument* document = window->session()->openResult(fixture.makePhoto("grey.png"),
                                                            fixture.makeResult("grey_colour.png"));
    QVERIFY(waitForResult(document));
    document->edit(strengthOf(0.5));
    QVERIFY(document->resultPath().isEmpty());
    QVERIFY(document->result()); // seen until there is something else to see
    QVERIFY(waitForRendering(document));
    QVERIFY(document->rendering()->networkRan());
    QVERIFY(window->stage()->view()->hasAfter());
    QVERIFY(window->actions()[Command::Export]->isEnabled());
    QVERIFY(window->statusLine()->text().contains("test-model"));
    QVERIFY(document->thumbnail().pixelColor(5, 5) != WindowFixture::resultColour());
    document->undoStack()->undo(); // of the recipe: the result is not a state of it
    QVERIFY(waitForRendering(document));
}

void TestPhotoDocument::colourisingAResultAsksTheNetwork()
{
    const WindowFixture fixture;
    const auto window = readyWindow();
    const PhotoDocument* document = window->session()->openResult(
        fixture.makePhoto("grey.png"), fixture.makeResult("grey_colour.png"));
    QVERIFY(waitForResult(document));
    window->actions()[Command::Colourise]->trigger();
    QVERIFY(waitForRendering(document));
    QVERIFY(document->rendering()->networkRan());
}

void TestPhotoDocument::showsTheResultOfAColouredPhoto()
{
    const WindowFixture fixture;
    const QString source = fixture.makePhoto("grey.png");
    const auto window = openWindow({source});
    const PhotoDocument* document = window->session()->shown();
    const auto photo = document->photo();
    window->session()->openResult(source, fixture.makeResult("grey_colour.png"));
    QVERIFY(waitForResult(document));
    QCOMPARE(document->photo(), photo); // not read again
    QVERIFY(!window->actions()[Command::Export]->isEnabled());

    // One that was written again meanwhile is read again.
    const auto first = document->result();
    window->session()->openResult(source, fixture.makeResult("grey_colour.png"));
    QTRY_VERIFY_WITH_TIMEOUT(document->result() != first, 30000);
    QVERIFY(waitForResult(document));
}

void TestPhotoDocument::aNewModelLeavesTheResult()
{
    const WindowFixture fixture;
    const auto window = readyWindow();
    const PhotoDocument* document = window->session()->openResult(
        fixture.makePhoto("grey.png"), fixture.makeResult("grey_colour.png"));
    QVERIFY(waitForResult(document));
    QSignalSpy changed(window->colorizerService(), &ColorizerService::changed);
    window->colorizerService()->reopen();
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30000);
    QVERIFY(!document->work());
    QVERIFY(waitForResult(document));
}

void TestPhotoDocument::fallsBackWithoutTheResult_data()
{
    QTest::addColumn<bool>("isOpen");
    QTest::addColumn<QString>("name");
    QTest::addRow("missing") << false << "gone.png";
    QTest::addRow("broken") << false << "broken.png";
    QTest::addRow("of another size") << false << "small.png";
    QTest::addRow("missing, of an open photo") << true << "gone.png";
    QTest::addRow("of another size, of an open photo") << true << "small.png";
}

void TestPhotoDocument::fallsBackWithoutTheResult()
{
    QFETCH(bool, isOpen);
    QFETCH(QString, name);
    const WindowFixture fixture;
    fixture.makeBrokenPhoto("broken.png");
    fixture.makeResult("small.png", 95, 64);
    const QString source = fixture.makePhoto("grey.png");
    const auto window = readyWindow();
    PhotoDocument* document = nullptr;
    if (isOpen) {
        document = window->session()->openResult(source, fixture.makeResult("grey_colour.png"));
        QVERIFY(waitForResult(document));
    }
    document = window->session()->openResult(source, fixture.folder() + "/photos/" + name);
    QSignalSpy failed(document, &PhotoDocument::resultFailed);
    QVERIFY(QTest::qWaitFor([&] { return !failed.isEmpty(); }, 30000));
    QVERIFY(waitForRendering(document));
    QCOMPARE(failed.size(), 1);
    const MessageStrip* strip = window->stage()->messages();
    QVERIFY2(strip->sentence().contains(name), qPrintable(strip->sentence()));

    // Told no longer once there is one to be seen.
    window->session()->openResult(source, fixture.makeResult("grey_colour.png"));
    QVERIFY(waitForResult(document));
    QVERIFY(strip->sentence().isEmpty());
}

void TestPhotoDocument::whatWasWantedLastWins()
{
    const WindowFixture fixture;
    const QString source = fixture.makePhoto("grey.png", 400, 300);
    const QString one = fixture.makeResult("one.png", 400, 300);
    const QString two = fixture.makeResult("two.png", 400, 300);
    const auto window = readyWindow();
    PhotoDocument* document = window->session()->openResult(source, one);
    document->colour(); // while both are read
    QVERIFY(waitForRendering(document));
    document->showResult(one);
    document->colour();
    QVERIFY(waitForRendering(document));
    document->showResult(one);
    document->showResult(two);
    QVERIFY(waitForResult(document));
    QCOMPARE(document->result()->source.name(), "two.png");
    document->colour();
    document->showResult(one); // while the network runs
    QTRY_COMPARE_WITH_TIMEOUT(document->result()->source.name(), "one.png", 30000);
    QVERIFY(waitForResult(document));

    document->showResult(two);
    document->cancel();
    QTRY_VERIFY_WITH_TIMEOUT(!document->work(), 30000);
    QVERIFY(!document->rendering()); // whoever stops it does not want to wait for the network
    document->colour();
    QVERIFY(waitForRendering(document));
}

void TestPhotoDocument::readsTheResultAgain()
{
    const WindowFixture fixture;
    const auto window = readyWindow();
    window->openFiles({fixture.makePhoto("b.png")});
    const QString result = fixture.makeResult("a_colour.png");
    const PhotoDocument* document =
        window->session()->openResult(fixture.makePhoto("a.png"), result);
    QVERIFY(waitForResult(document));
    QTRY_COMPARE_WITH_TIMEOUT(window->session()->documents().size(), 2, 30000);
    window->session()->setMemoryBudget(1);
    window->session()->selectNext(1);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown() != document, 60000);
    QCOMPARE(document->bytes(), 0);
    QVERIFY(!document->result());
    QCOMPARE(document->resultPath(), result);
    window->session()->selectNext(1);
    QTRY_COMPARE_WITH_TIMEOUT(window->session()->shown(), document, 30000);
    QVERIFY(waitForResult(document));
}

QTEST_MAIN(TestPhotoDocument)
#include "test_photo_document.moc"
