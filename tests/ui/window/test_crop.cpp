// Cropping and straightening in the window, by mouse alone and by keyboard alone: what is seen,
// what is written, and what is taken back.
#include "core/photo/photo_reader.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/crop/crop_section.h"
#include "ui/crop/frame_handle.h"
#include "ui/crop/frame_overlay.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/fold_section.h"
#include "ui/tools/slider_row.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/export_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_stage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QtTest>

using namespace autochrome;

namespace {

constexpr int patience = 60000;
using Part = FrameDraft::Part;

FrameOverlay* overlayOf(const MainWindow& window)
{
    return window.stage()->view()->findChild<FrameOverlay*>(QString(), Qt::FindDirectChildrenOnly);
}

FrameHandle* handleOf(const MainWindow& window, Part part)
{
    for (auto* handle : overlayOf(window)->findChildren<FrameHandle*>())
        if (handle->part() == part)
            return handle;
    return nullptr;
}

QSize shownSize(const MainWindow& window)
{
    const cv::Mat& pixels = window.session()->shown()->before()->pixels;
    return {pixels.cols, pixels.rows};
}

QPoint placeOf(const MainWindow& window, double x, double y)
{
    return window.stage()->view()->fromPhoto({x, y}).toPoint();
}

void drag(QWidget* widget, QPoint from, QPoint to)
{
    QTest::mousePress(widget, Qt::LeftButton, {}, from);
    QTest::mouseMove(widget, (from + to) / 2);
    QTest::mouseMove(widget, to);
    QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
}

void keys(QWidget* widget, Qt::Key key, int times, Qt::KeyboardModifiers modifiers = {})
{
    for (int i = 0; i < times; ++i)
        QTest::keyClick(widget, key, modifiers);
}

} // namespace

class TestCrop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byMouse();
    void byKeyboard();
    void byTouch();
    void leavesAllAsItWas_data();
    void leavesAllAsItWas();
    void straightensByALine();
    void panelAndFrameAgree();
    void turnsWhileItIsDrawn();
    void goesOnFromTheFrameThatIsThere();
    void wheelAndDragsBesideGoToThePhoto();
    void savesWhatIsSeen();
    void goesToThePrintsEdge_data();
    void goesToThePrintsEdge();
};

namespace {

std::unique_ptr<MainWindow> cropping(const WindowFixture& fixture, const QString& name = "a.png")
{
    auto window = openWindow({fixture.makePhoto(name, 300, 200), fixture.makePhoto("b.png")});
    window->activateWindow();
    window->actions()[Command::Crop]->trigger();
    if (!QTest::qWaitFor([&] { return overlayOf(*window) && isColoured(*window); }, patience))
        return nullptr;
    return window;
}

bool crops(MainWindow& window, QSize size)
{
    return QTest::qWaitFor(
        [&] { return !overlayOf(window) && shownSize(window) == size && isColoured(window); },
        patience);
}

} // namespace

void TestCrop::byMouse()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    PhotoDocument* document = window->session()->shown();
    QWidget* overlay = overlayOf(*window);
    drag(overlay, placeOf(*window, 0, 0), placeOf(*window, 60, 40));
    drag(overlay, placeOf(*window, 300, 120), placeOf(*window, 200, 120));
    const cv::Size drawn = overlayOf(*window)->draft().frame().snapped().size();
    QVERIFY(std::abs(drawn.width - 140) < 4 && std::abs(drawn.height - 160) < 4);
    QTest::mouseClick(window->panel()->findChild<QPushButton*>("applyCrop"), Qt::LeftButton);
    QVERIFY(crops(*window, {drawn.width, drawn.height}));
    QVERIFY(window->stage()->view()->hasAfter());
    QVERIFY(!window->actions()[Command::Crop]->isChecked());
    // The pixels are the source's own.
    const cv::Rect kept = *document->recipe().geometry.frame->wholePixels();
    QCOMPARE(cv::norm(document->before()->pixels, document->photo()->pixels(kept), cv::NORM_INF),
             0.0);
    // One step, which can be taken back.
    QVERIFY(window->actions()[Command::Undo]->text().contains("crop"));
    window->actions()[Command::Undo]->trigger();
    QVERIFY(crops(*window, {300, 200}));
    window->actions()[Command::Redo]->trigger();
    QVERIFY(crops(*window, {drawn.width, drawn.height}));
}

void TestCrop::byKeyboard()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("a.png", 300, 200)});
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window.get(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(QTest::qWaitFor([&] { return overlayOf(*window) != nullptr; }, patience));
    QCOMPARE(QApplication::focusWidget(), handleOf(*window, Part::TopLeft));
    keys(QApplication::focusWidget(), Qt::Key_Right, 3, Qt::ShiftModifier);
    keys(QApplication::focusWidget(), Qt::Key_Down, 5);
    for (int i = 0; QApplication::focusWidget() != handleOf(*window, Part::Bottom) && i < 20; ++i)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), handleOf(*window, Part::Bottom));
    keys(QApplication::focusWidget(), Qt::Key_Up, 1, Qt::ShiftModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    // The arrows go by pixels of the photo, which is enlarged here.
    QVERIFY(crops(*window, {270, 185}));
    QCOMPARE(QApplication::focusWidget(), window->stage()->view());
}

void TestCrop::byTouch()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    QWidget* overlay = overlayOf(*window);
    std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const QPoint from = placeOf(*window, 300, 200);
    QTest::touchEvent(overlay, screen.get()).press(0, from, overlay);
    QTest::touchEvent(overlay, screen.get()).move(0, placeOf(*window, 250, 150), overlay);
    QTest::touchEvent(overlay, screen.get()).release(0, placeOf(*window, 250, 150), overlay);
    const cv::Size drawn = overlayOf(*window)->draft().frame().snapped().size();
    QVERIFY(std::abs(drawn.width - 250) < 4 && std::abs(drawn.height - 150) < 4);
}

void TestCrop::leavesAllAsItWas_data()
{
    QTest::addColumn<QString>("how");
    for (const char* how : {"Escape", "button", "Escape in the panel", "another photo"})
        QTest::newRow(how) << QString(how);
}

void TestCrop::leavesAllAsItWas()
{
    QFETCH(QString, how);
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    PhotoDocument* document = window->session()->shown();
    handleOf(*window, Part::TopLeft)->setFocus();
    keys(QApplication::focusWidget(), Qt::Key_Right, 3, Qt::ShiftModifier);
    if (how == "Escape") {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    } else if (how == "button") {
        QTest::mouseClick(window->panel()->findChild<QPushButton*>("cancelCrop"), Qt::LeftButton);
    } else if (how == "Escape in the panel") {
        window->panel()->findChild<CropSection*>()->findChild<QComboBox*>()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    } else {
        const bool isFirst = window->session()->documents().first() == document;
        window->actions()[isFirst ? Command::NextPhoto : Command::PreviousPhoto]->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window->session()->shown() != document, patience);
    }
    QVERIFY(QTest::qWaitFor([&] { return !overlayOf(*window) && isColoured(*window); }, patience));
    QVERIFY(!window->actions()[Command::Crop]->isChecked());
    QVERIFY(window->actions()[Command::Split]->isEnabled());
    QCOMPARE(document->recipe(), Recipe());
    QVERIFY(!document->undoStack()->canUndo());
    QVERIFY(window->panel()->sections().front()->isVisible());
    QVERIFY(QTest::qWaitFor([&] { return window->stage()->view()->hasAfter(); }, patience));
}

void TestCrop::straightensByALine()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    auto* section = window->panel()->findChild<CropSection*>();
    auto* line = section->findChild<QPushButton*>("drawLine");
    QTest::mouseClick(line, Qt::LeftButton);
    drag(overlayOf(*window), placeOf(*window, 50, 100), placeOf(*window, 250, 110));
    QVERIFY(!line->isChecked());
    QVERIFY(std::abs(overlayOf(*window)->draft().degrees() + 2.86) < 0.3);
    QTest::keyClick(handleOf(*window, Part::Whole), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return !overlayOf(*window) && isColoured(*window); }, patience));
    QVERIFY(std::abs(window->session()->shown()->recipe().geometry.frame->degrees() - 2.86) < 0.3);
    QVERIFY(shownSize(*window).width() < 300);
}

void TestCrop::panelAndFrameAgree()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    auto* section = window->panel()->findChild<CropSection*>();
    QVERIFY(section->isVisible());
    QVERIFY(!window->panel()->sections().front()->isVisible());
    auto* ratio = section->findChild<QComboBox*>();
    const int square = ratio->findText("1 : 1");
    ratio->setCurrentIndex(square);
    Q_EMIT ratio->activated(square);
    const FrameDraft& draft = overlayOf(*window)->draft();
    QCOMPARE(draft.frame().size(), cv::Size(200, 200));
    section->findChild<QDoubleSpinBox*>()->setValue(5);
    QVERIFY(std::abs(draft.degrees() - 5) < 1e-6);
    section->findChild<QCheckBox*>()->click();
    QVERIFY(draft.hasFreeCorners());
    QCOMPARE(ratio->currentIndex(), 0);
    drag(overlayOf(*window),
         placeOf(*window, draft.place(Part::Right).x, draft.place(Part::Right).y),
         placeOf(*window, 295, 110));
    QVERIFY(section->findChild<QCheckBox*>()->isChecked());
}

/// What is drawn turns along with the photo.
void TestCrop::turnsWhileItIsDrawn()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    drag(overlayOf(*window), placeOf(*window, 0, 100), placeOf(*window, 100, 100));
    window->actions()[Command::RotateRight]->trigger();
    QVERIFY(QTest::qWaitFor(
        [&] { return overlayOf(*window)->draft().photo() == cv::Size(200, 300); }, patience));
    const double top = overlayOf(*window)->draft().place(Part::Top).y;
    QVERIFY2(std::abs(top - 100) < 3, qPrintable(QString::number(top)));
    QTest::keyClick(handleOf(*window, Part::Top), Qt::Key_Return);
    QVERIFY(crops(*window, {200, int(std::lround(300 - top))}));
}

void TestCrop::goesOnFromTheFrameThatIsThere()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    drag(overlayOf(*window), placeOf(*window, 0, 100), placeOf(*window, 100, 100));
    const int left = int(std::lround(overlayOf(*window)->draft().place(Part::Left).x));
    QTest::keyClick(handleOf(*window, Part::Top), Qt::Key_Return);
    QVERIFY(crops(*window, {300 - left, 200}));
    window->actions()[Command::Crop]->trigger();
    QVERIFY(QTest::qWaitFor([&] { return overlayOf(*window) != nullptr; }, patience));
    QCOMPARE(overlayOf(*window)->draft().photo(), cv::Size(300, 200));
    QCOMPARE(int(overlayOf(*window)->draft().place(Part::Left).x), left);
    auto* whole = window->panel()->findChild<CropSection*>()->findChild<QPushButton*>("wholePhoto");
    QTest::mouseClick(whole, Qt::LeftButton);
    QTest::keyClick(handleOf(*window, Part::Top), Qt::Key_Return);
    QVERIFY(crops(*window, {300, 200}));
    QVERIFY(!window->session()->shown()->recipe().geometry.frame);
}

void TestCrop::wheelAndDragsBesideGoToThePhoto()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    PhotoView* view = window->stage()->view();
    const double before = view->zoom();
    QWidget* overlay = overlayOf(*window);
    const QPointF middle = QRectF(overlay->rect()).center();
    QWheelEvent wheel(middle, overlay->mapToGlobal(middle), {}, {0, 240}, Qt::NoButton,
                      Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&wheel); // only such a one goes through what ignores it
    qApp->notify(overlay, &wheel);
    QVERIFY(view->zoom() > before);
    // The handles go along.
    const QPointF corner = view->fromPhoto({0, 0});
    const QRect handle = handleOf(*window, Part::TopLeft)->geometry();
    QVERIFY((QRectF(handle).center() - corner).manhattanLength() < 2);
}

void TestCrop::savesWhatIsSeen()
{
    const WindowFixture fixture;
    const auto window = cropping(fixture);
    QVERIFY(window);
    drag(overlayOf(*window), placeOf(*window, 0, 0), placeOf(*window, 60, 40));
    QTest::keyClick(handleOf(*window, Part::Top), Qt::Key_Return);
    QVERIFY(QTest::qWaitFor([&] { return !overlayOf(*window) && isColoured(*window); }, patience));
    const QSize seen = shownSize(*window);
    QVERIFY(seen.width() < 260);
    window->actions()[Command::Export]->trigger();
    QVERIFY(QTest::qWaitFor([&] { return window->exportDialog() != nullptr; }, patience));
    const QString target = fixture.folder() + "/photos/cropped.png";
    window->exportDialog()->target()->setText(target);
    window->exportDialog()->exportButton()->click();
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(target); }, patience));
    const auto written = readPhoto(target.toStdString());
    QVERIFY(written);
    QCOMPARE(QSize(written->pixels.cols, written->pixels.rows), seen);
}

void TestCrop::goesToThePrintsEdge_data()
{
    QTest::addColumn<QRect>("print"); // of the scan; empty: there is none
    QTest::newRow("a print") << QRect(60, 40, 160, 110);
    QTest::newRow("none") << QRect();
}

// What is found is a frame like one that was drawn; unsure, a sentence says so.
void TestCrop::goesToThePrintsEdge()
{
    QFETCH(QRect, print);
    const WindowFixture fixture;
    QImage scan(300, 200, QImage::Format_Grayscale8);
    scan.fill(245);
    QRandomGenerator random(5);
    for (int y = print.top(); y <= print.bottom(); ++y)
        for (int x = print.left(); x <= print.right(); ++x)
            scan.scanLine(y)[x] = uchar(60 + random.bounded(60));
    const QString path = fixture.makePhoto("a.png", 300, 200);
    QVERIFY(scan.save(path));
    const auto window = openWindow({path});
    window->activateWindow();
    window->actions()[Command::Crop]->trigger();
    QVERIFY(QTest::qWaitFor([&] { return overlayOf(*window) != nullptr; }, patience));
    const auto* section = window->findChild<CropSection*>();
    const auto* told = section->findChild<QLabel*>("cropNotice");
    section->findChild<QPushButton*>("toPrint")->click();
    if (print.isEmpty()) {
        QVERIFY(QTest::qWaitFor([&] { return !told->text().isEmpty(); }, patience));
        QVERIFY(told->text().contains("a.png"));
        QVERIFY(overlayOf(*window)->draft().isWhole());
        return;
    }
    QVERIFY(QTest::qWaitFor([&] { return !overlayOf(*window)->draft().isWhole(); }, patience));
    QVERIFY(told->text().isEmpty());
    const cv::Size found = overlayOf(*window)->draft().frame().size();
    QVERIFY(std::abs(found.width - print.width()) <= 2);
    QVERIFY(std::abs(found.height - print.height()) <= 2);
}

QTEST_MAIN(TestCrop)
#include "test_crop.moc"
