#include "tests/ui/window/window_fixture.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/slider_row.h"
#include "ui/tools/stage_section.h"
#include "ui/window/main_window.h"

#include <QImage>
#include <QRandomGenerator>
#include <QSlider>
#include <QUndoStack>
#include <QtTest>

using namespace autochrome;

namespace {

// A photo with an edge and grain.
QString makeGrainyPhoto(const WindowFixture& fixture)
{
    const QString path = fixture.makePhoto("grey.png", 160, 120);
    QImage image(path);
    QRandomGenerator random(5);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.scanLine(y)[x] = uchar(image.scanLine(y)[x] + random.bounded(24));
    if (image.format() != QImage::Format_Grayscale8 || !image.save(path))
        qFatal("no photo of bytes");
    return path;
}

} // namespace

class TestDetailSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changesThePhoto_data();
    void changesThePhoto();
};

void TestDetailSection::changesThePhoto_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("grain") << QByteArray("detail.grain");
    QTest::newRow("sharpness") << QByteArray("detail.sharpness");
}

// The slider reaches the pixels that are seen, and undo takes it back.
void TestDetailSection::changesThePhoto()
{
    QFETCH(QByteArray, key);
    const WindowFixture fixture;
    const auto window = openWindow({makeGrainyPhoto(fixture)});
    PhotoDocument* document = window->session()->shown();
    const auto plain = document->before();
    auto* row = window->panel()->detail()->findChild<SliderRow*>(key.constData());
    QVERIFY(row);
    QCOMPARE(window->panel()->findChildren<SliderRow*>(key.constData()).size(), 1); // nowhere else
    row->slider()->setValue(row->slider()->maximum());
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && document->isUpToDate(), 30000);
    QVERIFY(document->before() != plain);
    QVERIFY(cv::norm(document->before()->pixels, plain->pixels, cv::NORM_INF) > 0);
    document->undoStack()->undo();
    QTRY_VERIFY_WITH_TIMEOUT(isColoured(*window) && document->isUpToDate(), 30000);
    QCOMPARE(document->before(), plain);
    QCOMPARE(row->slider()->value(), row->slider()->minimum());
}

QTEST_MAIN(TestDetailSection)
#include "test_detail_section.moc"
