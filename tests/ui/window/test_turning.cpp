// Rotating and flipping in the window: both sides of the picture, its small picture and its file
// follow, and every turn can be taken back.
#include "core/photo/photo_reader.h"
#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/settings.h"
#include "ui/viewer/photo_view.h"
#include "ui/window/export_dialog.h"
#include "ui/window/film_strip.h"
#include "ui/window/film_strip_delegate.h"
#include "ui/window/main_window.h"
#include "ui/window/photo_stage.h"

#include <QLineEdit>
#include <QPushButton>
#include <QtTest>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

constexpr int patience = 60000;
using Commands = std::vector<Command>;

/// Which quarter of a picture is bright: 0 to 3, row by row from the top left.
int brightQuarter(const cv::Mat& pixels)
{
    cv::Mat grey = pixels;
    if (pixels.channels() > 1)
        cv::cvtColor(pixels, grey, cv::COLOR_RGB2GRAY);
    int brightest = -1;
    double most = -1;
    const cv::Size half(grey.cols / 2, grey.rows / 2);
    for (int i = 0; i < 4; ++i) {
        const cv::Rect part({i % 2 * half.width, i / 2 * half.height}, half);
        if (const double mean = cv::mean(grey(part))[0]; mean > most) {
            most = mean;
            brightest = i;
        }
    }
    return brightest;
}

int brightQuarter(const QImage& image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    return brightQuarter(cv::Mat(grey.height(), grey.width(), CV_8UC1,
                                 const_cast<uchar*>(grey.constBits()),
                                 std::size_t(grey.bytesPerLine())));
}

cv::Mat pixelsOf(const Rendering& rendering)
{
    cv::Mat pixels(rendering.size(), CV_8UC3);
    rendering.rows(8)->read(0, pixels);
    return pixels;
}

/// 120 x 80 pixels, bright at the top left.
QString makeCorner(const WindowFixture& fixture, const QString& name = "corner.png")
{
    cv::Mat picture(80, 120, CV_8UC1, cv::Scalar(60));
    picture(cv::Rect(0, 0, 60, 40)) = cv::Scalar(200);
    const QString path = fixture.folder() + "/photos/" + name;
    if (!cv::imwrite(path.toStdString(), picture))
        throw std::runtime_error("cannot write " + path.toStdString());
    return path;
}

QSize sizeOf(const PhotoDocument* document)
{
    return {document->before()->pixels.cols, document->before()->pixels.rows};
}

bool turn(MainWindow& window, Command command)
{
    QSignalSpy turned(window.session()->shown(), &PhotoDocument::beforeChanged);
    window.actions()[command]->trigger();
    return QTest::qWaitFor([&] { return !turned.isEmpty() && isColoured(window); }, patience);
}

} // namespace

class TestTurning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsBothSides_data();
    void turnsBothSides();
    void undoesEachTurn();
    void oneWayOfLyingIsOneRecipe();
    void keepsTheZoom();
    void turnsWithoutANetwork();
    void savesAsItLies();
    void turnsWhileItIsColoured();
    void showsATurnedResult();
    void whatIsTurnedStaysTurned();
};

void TestTurning::turnsBothSides_data()
{
    QTest::addColumn<Commands>("commands");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("bright"); // where the corner that was at the top left is now
    const QSize wide(120, 80);
    const QSize tall(80, 120);
    QTest::newRow("to the left") << Commands{Command::RotateLeft} << tall << 2;
    QTest::newRow("to the right") << Commands{Command::RotateRight} << tall << 1;
    QTest::newRow("horizontally") << Commands{Command::FlipHorizontally} << wide << 1;
    QTest::newRow("vertically") << Commands{Command::FlipVertically} << wide << 2;
    QTest::newRow("upside down") << Commands{Command::RotateRight, Command::RotateRight} << wide
                                 << 3;
    QTest::newRow("flipped after a turn")
        << Commands{Command::RotateRight, Command::FlipHorizontally} << tall << 0;
    QTest::newRow("turned after a flip")
        << Commands{Command::FlipHorizontally, Command::RotateRight} << tall << 3;
}

void TestTurning::turnsBothSides()
{
    QFETCH(Commands, commands);
    QFETCH(QSize, size);
    QFETCH(int, bright);
    const WindowFixture fixture;
    const auto window = openWindow({makeCorner(fixture), fixture.makePhoto("other.png")});
    const PhotoDocument* document = window->session()->shown();
    for (const Command command : commands)
        QVERIFY(turn(*window, command));
    QCOMPARE(sizeOf(document), size);
    QCOMPARE(brightQuarter(document->before()->pixels), bright);
    QVERIFY(document->rendering()->before() == document->before());
    QCOMPARE(brightQuarter(pixelsOf(*document->rendering())), bright);
    QVERIFY(window->stage()->view()->hasAfter());
    // The source itself lies as it did.
    QCOMPARE(document->photo()->pixels.size(), cv::Size(120, 80));
    // And the small picture follows.
    const auto small =
        window->filmStrip()->item(0)->data(FilmStripDelegate::PictureRole).value<QImage>();
    QCOMPARE(small.width() > small.height(), size.width() > size.height());
    QCOMPARE(brightQuarter(small), bright);
}

void TestTurning::undoesEachTurn()
{
    const WindowFixture fixture;
    const auto window = openWindow({makeCorner(fixture)});
    const PhotoDocument* document = window->session()->shown();
    QVERIFY(turn(*window, Command::RotateRight));
    QVERIFY(turn(*window, Command::FlipVertically));
    const QAction* undo = window->actions()[Command::Undo];
    QVERIFY2(undo->text().contains("flip vertically"), qPrintable(undo->text()));
    QVERIFY(turn(*window, Command::Undo));
    QCOMPARE(brightQuarter(document->before()->pixels), 1);
    QVERIFY2(undo->text().contains("rotate right"), qPrintable(undo->text()));
    const QString redo = window->actions()[Command::Redo]->text();
    QVERIFY2(redo.contains("flip vertically"), qPrintable(redo));
    QVERIFY(turn(*window, Command::Undo));
    QCOMPARE(sizeOf(document), QSize(120, 80));
    QCOMPARE(document->recipe(), Recipe());
    QVERIFY(turn(*window, Command::Redo));
    QCOMPARE(sizeOf(document), QSize(80, 120));
    QVERIFY(turn(*window, Command::Reset));
    QCOMPARE(sizeOf(document), QSize(120, 80));
}

void TestTurning::oneWayOfLyingIsOneRecipe()
{
    const WindowFixture fixture;
    const auto window = openWindow({makeCorner(fixture)});
    const PhotoDocument* document = window->session()->shown();
    for (int i = 0; i < 4; ++i)
        QVERIFY(turn(*window, Command::RotateLeft));
    QCOMPARE(document->recipe(), Recipe()); // all around
    QVERIFY(!window->actions()[Command::Reset]->isEnabled());
    for (const Command command : {Command::FlipHorizontally, Command::FlipVertically,
                                  Command::RotateRight, Command::RotateRight})
        QVERIFY(turn(*window, command));
    QCOMPARE(document->recipe(), Recipe());
}

void TestTurning::keepsTheZoom()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("large.png", 2400, 1600)});
    PhotoView* view = window->stage()->view();
    QVERIFY(view->isFitted());
    const double fitted = view->zoom();
    QVERIFY(turn(*window, Command::RotateRight));
    QVERIFY(view->isFitted()); // the whole of it, which is taller now
    QVERIFY(view->zoom() < fitted);
    view->zoomTo(1.5);
    QVERIFY(turn(*window, Command::RotateLeft));
    QCOMPARE(view->zoom(), 1.5);
    QVERIFY(!view->isFitted());
    view->setSplitPosition(0.25);
    QVERIFY(turn(*window, Command::FlipHorizontally));
    QCOMPARE(view->splitPosition(), 0.25);
    QCOMPARE(view->zoom(), 1.5);
}

void TestTurning::turnsWithoutANetwork()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    setSetting(setting::model, QString("no such model")); // the source tree may have one
    MainWindow window;
    window.show();
    window.openFiles({makeCorner(fixture)});
    QTRY_VERIFY_WITH_TIMEOUT(window.session()->shown(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!window.colorizerService()->isOpening(), patience);
    const PhotoDocument* document = window.session()->shown();
    window.actions()[Command::RotateRight]->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(sizeOf(document), QSize(80, 120), patience);
    QTRY_VERIFY(!document->work());
    QCOMPARE(brightQuarter(document->thumbnail()), 1);
}

void TestTurning::savesAsItLies()
{
    const WindowFixture fixture;
    const QString source = makeCorner(fixture);
    const QByteArray before = WindowFixture::contentOf(source);
    const auto window = openWindow({source});
    QVERIFY(turn(*window, Command::RotateRight));
    window->actions()[Command::Export]->trigger();
    ExportDialog* dialog = window->exportDialog();
    QVERIFY(dialog);
    const QString target = fixture.folder() + "/photos/turned.png";
    dialog->target()->setText(target);
    dialog->exportButton()->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), patience);
    const cv::Mat written = cv::imread(target.toStdString());
    QCOMPARE(written.size(), cv::Size(80, 120));
    QCOMPARE(brightQuarter(written), 1);
    QCOMPARE(WindowFixture::contentOf(source), before);
    QTRY_VERIFY(window->session()->shown()->isExported());
}

void TestTurning::turnsWhileItIsColoured()
{
    const WindowFixture fixture;
    const auto window = openWindow({makeCorner(fixture)});
    PhotoDocument* document = window->session()->shown();
    for (const Command command : {Command::RotateLeft, Command::Colourise, Command::RotateLeft,
                                  Command::FlipHorizontally, Command::RotateLeft})
        window->actions()[command]->trigger(); // one upon the other
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && document->isUpToDate(), patience);
    QCOMPARE(sizeOf(document), QSize(80, 120));
    QVERIFY(document->rendering()->before() == document->before());
    QCOMPARE(brightQuarter(pixelsOf(*document->rendering())),
             brightQuarter(document->before()->pixels));
}

/// A result has the size that its photo was turned to.
void TestTurning::showsATurnedResult()
{
    const WindowFixture fixture;
    const QString source = makeCorner(fixture);
    const auto window = openWindow({source});
    QVERIFY(turn(*window, Command::RotateRight));
    const PhotoDocument* document =
        window->session()->openResult(source, fixture.makeResult("corner_colour.png", 80, 120));
    QTRY_VERIFY_WITH_TIMEOUT(document->result() && !document->work(), patience);
    QVERIFY(window->stage()->view()->hasAfter());
    window->actions()[Command::RotateLeft]->trigger(); // edits, and so leaves the result
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window), patience);
    QVERIFY(!document->result());
    QCOMPARE(sizeOf(document), QSize(120, 80));
}

void TestTurning::whatIsTurnedStaysTurned()
{
    const WindowFixture fixture;
    const auto window = openWindow({makeCorner(fixture), fixture.makePhoto("b.png")});
    const PhotoDocument* document = window->session()->shown();
    QVERIFY(turn(*window, Command::RotateLeft));
    window->session()->setMemoryBudget(1);
    window->session()->selectNext(1);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown() != document,
                             patience);
    QVERIFY(!document->isRead());
    window->session()->selectNext(1);
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && window->session()->shown() == document,
                             patience);
    QCOMPARE(sizeOf(document), QSize(80, 120));
    QCOMPARE(brightQuarter(pixelsOf(*document->rendering())), 2);
}

QTEST_MAIN(TestTurning)
#include "test_turning.moc"
