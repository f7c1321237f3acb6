#include "tests/ui/window/window_fixture.h"
#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/window/main_window.h"
#include "ui/window/status_line.h"

#include <QTextDocument>
#include <QtTest>
#include <opencv2/core.hpp>

using namespace autochrome;

namespace {

QString tipOf(const MainWindow& window)
{
    QTextDocument document;
    document.setHtml(window.statusLine()->toolTip());
    return document.toPlainText();
}

} // namespace

class TestStatusLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void saysThatThereIsNoModel();
    void saysWhatIsReady();
    void speaksInWords();
    void hasTheFiguresInItsTooltip_data();
    void hasTheFiguresInItsTooltip();
    void namesAResult();
};

void TestStatusLine::saysThatThereIsNoModel()
{
    const WindowFixture fixture(WindowFixture::Models::None);
    MainWindow window;
    QTRY_COMPARE_WITH_TIMEOUT(window.statusLine()->text(), QString("There is no model."), 30000);
    QVERIFY(window.statusLine()->toolTip().isEmpty());
}

void TestStatusLine::saysWhatIsReady()
{
    const WindowFixture fixture;
    MainWindow window;
    QTRY_COMPARE_WITH_TIMEOUT(window.statusLine()->text(),
                              QString("test-model is ready on this computer's processor."), 30000);
    QVERIFY2(tipOf(window).contains("Device: CPU"), qPrintable(tipOf(window)));
}

void TestStatusLine::speaksInWords()
{
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto("grey.png")});
    const QString line = window->statusLine()->text();
    static const QRegularExpression words(
        "^Colour by test-model on this computer's processor in \\d+\\.\\d s\\. Lightness kept\\.$");
    QVERIFY2(words.match(line).hasMatch(), qPrintable(line));
    // A screen reader hears the sentence, not a name in its place, and the figures after it.
    QVERIFY(window->statusLine()->accessibleName().isEmpty());
    QVERIFY(window->statusLine()->accessibleDescription().contains("L*"));
}

void TestStatusLine::hasTheFiguresInItsTooltip_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("type");
    QTest::addColumn<double>("promise");
    QTest::addColumn<QString>("photo");
    QTest::newRow("8 bit") << "grey.png" << CV_8UC1 << 0.5
                           << "Photo: 1200 × 1000 pixels (1.2 megapixels), 8 bit";
    QTest::newRow("16 bit") << "deep.tif" << CV_16UC1 << 0.02
                            << "Photo: 1200 × 1000 pixels (1.2 megapixels), 16 bit";
}

void TestStatusLine::hasTheFiguresInItsTooltip()
{
    QFETCH(QString, name);
    QFETCH(int, type);
    QFETCH(double, promise);
    QFETCH(QString, photo);
    const WindowFixture fixture;
    const auto window = openWindow({fixture.makePhoto(name, 1200, 1000, type)});
    const QString tip = tipOf(*window);
    QVERIFY2(tip.contains(photo), qPrintable(tip));
    QVERIFY2(tip.contains("Model: test-model"), qPrintable(tip));
    static const QRegularExpression figure(
        "at most (\\d+\\.\\d+) L\\* \\(promised: (\\d+\\.\\d+)\\)");
    const auto found = figure.match(tip);
    QVERIFY2(found.hasMatch(), qPrintable(tip));
    QCOMPARE(found.captured(2).toDouble(), promise);
    QVERIFY(found.captured(1).toDouble() <= promise);
    const Rendering& rendering = *window->session()->shown()->rendering();
    QVERIFY(std::abs(found.captured(1).toDouble() - rendering.luminanceError()) <= 0.0006);
}

void TestStatusLine::namesAResult()
{
    const WindowFixture fixture;
    const QString source = fixture.makePhoto("grey.png");
    const QString result = fixture.makeResult("a & b <i>.png");
    MainWindow window;
    window.show();
    window.session()->openResult(source, result);
    QTRY_COMPARE_WITH_TIMEOUT(window.statusLine()->text(),
                              QString("This is the result “a & b <i>.png”, as it was saved."),
                              30000);
    QVERIFY2(tipOf(window).contains("File: a & b <i>.png"), qPrintable(tipOf(window)));
}

QTEST_MAIN(TestStatusLine)
#include "test_status_line.moc"
