#include "ui/viewer/compared_pictures.h"

#include "tests/support/profiles.h"
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

/// A picture that no rendering of a grey scene looks like: one colour left, another right.
std::shared_ptr<Photo> twoColours(cv::Size size, const cv::Scalar& left, const cv::Scalar& right)
{
    auto photo = std::make_shared<Photo>();
    photo->pixels = cv::Mat(size, CV_8UC3, left);
    photo->pixels.colRange(size.width / 2, size.width).setTo(right);
    return photo;
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
    void resultShowsItsOwnPixels();
    void resultHasItsOwnColourSpace();
    void resultOfAnotherSizeIsRefused();
    void resultAndRenderingReplaceEachOther();
    void sameResultIsNotMadeAgain();
    void otherTonesTakeItsPlaceAtOnce();
    void latestOfManyTonesWins();
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
    QVERIFY(pictures.hasAfter());
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
    QVERIFY(!pictures.hasAfter());
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
    QVERIFY(!pictures.hasAfter());
}

void TestComparedPictures::resultShowsItsOwnPixels()
{
    ViewedPhoto viewed({1500, 1000});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    ViewTransform transform = fitted({1500, 1000}, {600, 400});
    pictures.look(transform);
    pictures.setResult(twoColours({1500, 1000}, {200, 30, 10}, {10, 60, 250}));
    QVERIFY(pictures.hasAfter());
    QVERIFY(!pictures.isSettled());
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QImage after = painted(pictures, Side::After, transform);
    QCOMPARE(after.pixelColor(100, 200), QColor(200, 30, 10));
    QCOMPARE(after.pixelColor(500, 200), QColor(10, 60, 250));
    QCOMPARE(colourfulness(painted(pictures, Side::Before, transform)), 0.0);

    transform.zoomTo(1, {300, 200}); // its full pixels, from several tiles
    pictures.look(transform);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    after = painted(pictures, Side::After, transform);
    QCOMPARE(after.pixelColor(299, 200), QColor(200, 30, 10));
    QCOMPARE(after.pixelColor(300, 200), QColor(10, 60, 250));

    pictures.setResult(nullptr);
    QVERIFY(!pictures.hasAfter());
    QVERIFY(!pictures.canPaint(Side::After));
}

void TestComparedPictures::resultHasItsOwnColourSpace()
{
    ViewedPhoto viewed({300, 200}, CV_16UC1);
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    const ViewTransform transform = fitted({300, 200}, {300, 200});
    pictures.look(transform);
    const auto result = twoColours({300, 200}, {150, 100, 100}, {100, 100, 150});
    result->icc = testWideGamutProfile(2.2);
    pictures.setResult(result);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    const QColor left = painted(pictures, Side::After, transform).pixelColor(50, 100);
    QVERIFY2(left.red() > 155, qPrintable(left.name())); // more colourful in sRGB's numbers
}

void TestComparedPictures::resultOfAnotherSizeIsRefused()
{
    ViewedPhoto viewed({600, 400});
    ComparedPictures pictures;
    pictures.setResult(twoColours({600, 400}, {200, 0, 0}, {0, 0, 200})); // of no photo
    QVERIFY(!pictures.hasAfter());
    pictures.setPhoto(viewed.photo());
    pictures.setResult(twoColours({400, 600}, {200, 0, 0}, {0, 0, 200}));
    QVERIFY(!pictures.hasAfter());
    pictures.setRendering(viewed.rendering());
    pictures.setResult(std::make_shared<Photo>());
    QVERIFY(!pictures.hasAfter());
}

void TestComparedPictures::resultAndRenderingReplaceEachOther()
{
    ViewedPhoto viewed({1500, 1000});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    const ViewTransform transform = fitted({1500, 1000}, {600, 400});
    pictures.look(transform);
    QList<QImage> images;
    auto settle = [&] {
        QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
        images << painted(pictures, Side::After, transform);
    };
    pictures.setRendering(viewed.rendering());
    settle();
    pictures.setResult(twoColours({1500, 1000}, {200, 30, 10}, {10, 60, 250}));
    QCOMPARE(painted(pictures, Side::After, transform), images[0]); // until the other is ready
    settle();
    QCOMPARE(images[1].pixelColor(100, 200), QColor(200, 30, 10));
    pictures.setRendering(viewed.rendering());
    QCOMPARE(painted(pictures, Side::After, transform), images[1]);
    settle();
    QCOMPARE(images[2], images[0]);
    // Faster than they can be made: the last one wins, whatever it is.
    pictures.setResult(twoColours({1500, 1000}, {200, 30, 10}, {10, 60, 250}));
    pictures.setRendering(viewed.rendering(0));
    pictures.setResult(twoColours({1500, 1000}, {10, 90, 10}, {90, 10, 10}));
    settle();
    QCOMPARE(images[3].pixelColor(100, 200), QColor(10, 90, 10));
}

void TestComparedPictures::sameResultIsNotMadeAgain()
{
    ViewedPhoto viewed({600, 400});
    const auto result = twoColours({600, 400}, {200, 30, 10}, {10, 60, 250});
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    pictures.look(fitted({600, 400}, {600, 400}));
    pictures.setResult(result);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    pictures.setResult(result);
    QVERIFY(pictures.isSettled());
}

// Both sides change together, and neither is seen half way.
void TestComparedPictures::otherTonesTakeItsPlaceAtOnce()
{
    ViewedPhoto viewed({1500, 1000});
    const auto lighter = viewed.lighter(1);
    const Rendering plain = viewed.rendering();
    const auto photo = viewed.photo();
    ComparedPictures pictures;
    pictures.setPhoto(photo);
    const ViewTransform transform = fitted({1500, 1000}, {600, 400});
    pictures.look(transform);
    pictures.setRendering(plain);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    const QImage before = painted(pictures, Side::Before, transform);
    const QImage after = painted(pictures, Side::After, transform);

    int halves = 0;
    connect(&pictures, &ComparedPictures::afterShown, this, [&] {
        halves += (painted(pictures, Side::Before, transform) == before) !=
                  (painted(pictures, Side::After, transform) == after);
    });
    pictures.retone(lighter->photo);
    pictures.setRendering(plain.over(lighter));
    QVERIFY(!pictures.isSettled());
    QCOMPARE(painted(pictures, Side::Before, transform), before);
    QCOMPARE(painted(pictures, Side::After, transform), after);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QCOMPARE(halves, 0);
    const QImage lighterBefore = painted(pictures, Side::Before, transform);
    QVERIFY(qGray(lighterBefore.pixel(300, 200)) > qGray(before.pixel(300, 200)));
    QVERIFY(painted(pictures, Side::After, transform) != after);

    pictures.retone(photo);
    pictures.setRendering(plain);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QCOMPARE(painted(pictures, Side::Before, transform), before);
    QCOMPARE(painted(pictures, Side::After, transform), after);
}

// A slider in motion is seen, and what is seen in the end is where it came to rest.
void TestComparedPictures::latestOfManyTonesWins()
{
    ViewedPhoto viewed({1500, 1000});
    const Rendering plain = viewed.rendering();
    ComparedPictures pictures;
    pictures.setPhoto(viewed.photo());
    const ViewTransform transform = fitted({1500, 1000}, {600, 400});
    pictures.look(transform);
    pictures.setRendering(plain);
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QSignalSpy shown(&pictures, &ComparedPictures::afterShown);
    std::shared_ptr<const Prepared> last;
    for (int i = 1; i <= 12; ++i) {
        last = viewed.lighter(0.1 * i);
        pictures.retone(last->photo);
        pictures.setRendering(i % 4 == 0 ? plain : plain.over(last)); // one of other tones, too
        QTest::qWait(5);
    }
    pictures.setRendering(plain.over(last));
    QTRY_VERIFY_WITH_TIMEOUT(pictures.isSettled(), waitMilliseconds);
    QVERIFY(shown.count() >= 2);
    ComparedPictures anew;
    anew.setPhoto(last->photo);
    anew.look(transform);
    anew.setRendering(plain.over(last));
    QTRY_VERIFY_WITH_TIMEOUT(anew.isSettled(), waitMilliseconds);
    for (const Side side : {Side::Before, Side::After})
        QCOMPARE(painted(pictures, side, transform), painted(anew, side, transform));
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
    QVERIFY(!pictures.hasAfter());
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
        if (wait % 3)
            pictures.setRendering(rendering);
        if (wait % 3 < 2)
            pictures.setResult(twoColours({3000, 2000}, {200, 0, 0}, {0, 0, 200}));
        if (wait % 2)
            pictures.setPhoto(viewed.photo());
        QTest::qWait(wait * 4);
    }
}

QTEST_MAIN(TestComparedPictures)
#include "test_compared_pictures.moc"
