#include "ui/viewer/compared_pictures.h"

#include "viewer_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace autochrome;

namespace {

constexpr int waitMilliseconds = 30000;

ViewTransform fitted(QSize photo, QSize view)
{
    ViewTransform transform;
    transform.setPhotoSize(photo);
    transform.setViewSize(view);
    return transform;
}

QImage painted(ComparedPictures& pictures, Side side, const ViewTransform& transform)
{
    QImage image(transform.viewSize(), QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    pictures.paint(painter, side, transform.photoRect().topLeft(), transform.visibleRect());
    return image;
}

/// Mean difference between red and blue: 0 for grey.
double colourfulness(const QImage& image)
{
    double sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += std::abs(qRed(image.pixel(x, y)) - qBlue(image.pixel(x, y)));
    return sum / (double(image.width()) * image.height());
}

} // namespace

class TestComparedPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photoAppears();
    void renderingAppears();
    void oldRenderingStaysUntilTheNewOneIsReady();
    void latestOfManyRenderingsWins();
    void renderingCanBeTakenAway();
    void renderingOfAnotherSizeIsRefused();
    void newPhotoForgetsTheOldOne();
    void canBeDestroyedAtAnyTime();
};

void TestComparedPictures::photoAppears()
{
    ViewedPhoto viewed({1500, 1000});
    ComparedPictures pictures;
    QVERIFY(!pictures.hasPhoto());
    QVERIFY(pictures.isSettled());
    QSignalSpy settled(&pictures, &ComparedPictures::settled);
    pictures.setPhoto(viewed.photo());
    QCOMPARE(pictures.photoSize(), QSize(1500, 1000));
    QVERIFY(!pictures.canPaint(Side::Before));
    const ViewTransform transform = fitted({1500, 1000}, {600, 400});
    pictures.look(transform);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QCOMPARE(settled.count(), 1);
    QVERIFY(pictures.canPaint(Side::Before));
    QVERIFY(!pictures.canPaint(Side::After));
    QCOMPARE(colourfulness(painted(pictures, Side::Before, transform)), 0.0);
}

void TestComparedPictures::renderingAppears()
{
    ViewedPhoto viewed({1500, 1000});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    const ViewTransform transform = fitted({1500, 1000}, {600, 400});
    pictures.look(transform);
    pictures.setRendering(viewed.rendering());
    QVERIFY(pictures.hasRendering());
    QVERIFY(!pictures.isSettled());
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QVERIFY(pictures.canPaint(Side::After));
    QVERIFY(colourfulness(painted(pictures, Side::After, transform)) > 4);
    QCOMPARE(colourfulness(painted(pictures, Side::Before, transform)), 0.0);
}

void TestComparedPictures::oldRenderingStaysUntilTheNewOneIsReady()
{
    ViewedPhoto viewed({3000, 2000});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    ViewTransform transform = fitted({3000, 2000}, {1500, 1000});
    transform.zoomTo(1, {750, 500}); // several tiles
    pictures.look(transform);
    pictures.setRendering(viewed.rendering(1));
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    const QImage first = painted(pictures, Side::After, transform);

    // Whatever is painted on the way is wholly the old or wholly the new one, the new one last.
    QList<QImage> seen;
    connect(&pictures, &ComparedPictures::changed, this, [&](Side side) {
        if (side == Side::After)
            seen.push_back(painted(pictures, Side::After, transform));
    });
    pictures.setRendering(viewed.rendering(0.3));
    QCOMPARE(painted(pictures, Side::After, transform), first);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    const QImage second = painted(pictures, Side::After, transform);
    QVERIFY(colourfulness(second) < 0.6 * colourfulness(first));
    QVERIFY(!seen.isEmpty());
    for (const QImage& image : std::as_const(seen))
        QVERIFY(image == first || image == second);
}

void TestComparedPictures::latestOfManyRenderingsWins()
{
    ViewedPhoto viewed({1500, 1000});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    const ViewTransform transform = fitted({1500, 1000}, {600, 400});
    pictures.look(transform);
    for (const double strength : {2.0, 1.5, 1.0, 0.5, 0.0})
        pictures.setRendering(viewed.rendering(strength));
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QVERIFY(colourfulness(painted(pictures, Side::After, transform)) < 0.5);
}

void TestComparedPictures::renderingCanBeTakenAway()
{
    ViewedPhoto viewed({600, 400});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    pictures.look(fitted({600, 400}, {600, 400}));
    pictures.setRendering(viewed.rendering());
    QTRY_VERIFY_WITH_TIMEOUT(pictures.canPaint(Side::After), waitMilliseconds);
    QSignalSpy changed(&pictures, &ComparedPictures::changed);
    pictures.setRendering(std::nullopt);
    QVERIFY(!pictures.hasRendering());
    QVERIFY(!pictures.canPaint(Side::After));
    QVERIFY(changed.count() > 0);
}

void TestComparedPictures::renderingOfAnotherSizeIsRefused()
{
    ViewedPhoto viewed({600, 400});
    ViewedPhoto other({400, 600});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    pictures.setRendering(other.rendering());
    QVERIFY(!pictures.hasRendering());
}

void TestComparedPictures::newPhotoForgetsTheOldOne()
{
    ViewedPhoto first({600, 400});
    auto white = std::make_shared<Photo>();
    white->pixels = cv::Mat(400, 600, CV_8UC1, cv::Scalar(255));
    ComparedPictures pictures;
    pictures.setPhoto(first.photo());
    const ViewTransform transform = fitted({600, 400}, {600, 400});
    pictures.look(transform);
    pictures.setRendering(first.rendering());
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    painted(pictures, Side::Before, transform);
    pictures.setPhoto(white);
    pictures.look(transform);
    QVERIFY(!pictures.hasRendering());
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QCOMPARE(painted(pictures, Side::Before, transform).pixelColor(300, 200), QColor(Qt::white));
    pictures.setPhoto(nullptr);
    QVERIFY(!pictures.hasPhoto());
    QVERIFY(!pictures.canPaint(Side::Before));
}

void TestComparedPictures::canBeDestroyedAtAnyTime()
{
    ViewedPhoto viewed({3000, 2000});
    const Rendering rendering = viewed.rendering();
    for (int wait = 0; wait < 12; ++wait) {
        ComparedPictures pictures;
        pictures.setPhoto(viewed.photo());
        pictures.look(fitted({3000, 2000}, {1500, 1000}));
        pictures.setRendering(rendering);
        if (wait % 2)
            pictures.setPhoto(viewed.photo());
        QTest::qWait(wait * 4);
    }
}

QTEST_MAIN(TestComparedPictures)
#include "test_compared_pictures.moc"
