#include "core/edit/rendering.h"

#include "core/edit/restoration.h"
#include "core/edit/tone/tone_stage.h"
#include "tests/edit/made_photo.h"
#include "tests/support/make_model.h"
#include "tests/support/reference_lightness.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace autochrome;

namespace {

constexpr GeometrySettings toTheRight{Rotation::Quarter, Flip::None};

Recipe recipeOf(const GeometrySettings& geometry)
{
    Recipe recipe;
    recipe.geometry = geometry;
    recipe.colour.size = 128;
    return recipe;
}

cv::Mat rightTurned(const cv::Mat& pixels)
{
    cv::Mat turned;
    cv::rotate(pixels, turned, cv::ROTATE_90_CLOCKWISE);
    return turned;
}

bool areEqual(const cv::Mat& one, const cv::Mat& other)
{
    return one.type() == other.type() && one.size() == other.size() &&
           cv::norm(one, other, cv::NORM_INF) == 0;
}

} // namespace

class TestRendering : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    std::shared_ptr<Colorizer> colorizer_;

private Q_SLOTS:
    void initTestCase()
    {
        colorizer_ =
            Colorizer::open(makeTestModel(folder_.path().toStdString()).string(), "cpu").value();
    }

    void knowsWhatMadeIt()
    {
        Restoration restoration(photoOf(90, 120, CV_8UC1));
        Recipe recipe = recipeOf(toTheRight);
        recipe.finish.strength = 0.7;
        const auto rendering = restoration.render(recipe, *colorizer_);
        QVERIFY(rendering);
        recipe.finish.strength = 1.4;
        const auto later = restoration.render(recipe, *colorizer_);
        QVERIFY(later);
        QCOMPARE(rendering->recipe().finish.strength, 0.7); // whatever was made since
        QCOMPARE(rendering->recipe().geometry, toTheRight);
        QCOMPARE(rendering->model().name, std::string("test-model"));
        QCOMPARE(rendering->model().sha256, colorizer_->modelSha256());
        QCOMPARE(rendering->source(), std::filesystem::path("a.png"));
        QCOMPARE(later->recipe(), recipe);
        QCOMPARE(later->before(), rendering->before()); // the very same
    }

    void isTurned_data()
    {
        QTest::addColumn<int>("type");
        for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4})
            QTest::addRow("%d bit, %d channels", CV_MAT_DEPTH(type) == CV_8U ? 8 : 16,
                          CV_MAT_CN(type))
                << type;
    }

    void isTurned()
    {
        QFETCH(int, type);
        Photo photo = photoOf(90, 120, type);
        photo.orientation = 6; // its file's own turn comes first
        const cv::Mat upright = rightTurned(photo.pixels);
        Restoration restoration(photo);
        const auto rendering = restoration.render(recipeOf(toTheRight), *colorizer_);
        QVERIFY(rendering);
        QCOMPARE(rendering->size(), cv::Size(120, 90));
        QVERIFY(areEqual(rendering->before()->pixels, rightTurned(upright)));
        QVERIFY(areEqual(restoration.upright()->pixels, upright));
        QCOMPARE(rendering->map().sourceSize(), cv::Size(90, 120));
        QCOMPARE(rendering->map().preparedSize(), cv::Size(120, 90));
        const int depth = rendering->before()->bitDepth();
        const cv::Mat whole = wholeOf(*rendering, depth, 32);
        QCOMPARE(whole.size(), cv::Size(120, 90));
        QVERIFY(lightnessDifference(rendering->before()->pixels, {}, whole, {}) <=
                (depth == 8 ? 0.5 : 0.02));
        QVERIFY(rendering->luminanceError() <= (depth == 8 ? 0.5 : 0.02));
        if (whole.channels() == 4) {
            cv::Mat before, after;
            cv::extractChannel(rendering->before()->pixels, before, 3);
            cv::extractChannel(whole, after, 3);
            QVERIFY(areEqual(before, after));
        }
    }

    // Turning a photo in its recipe is turning it before.
    void isThatOfThePhotoTurnedBefore()
    {
        const Photo photo = photoOf(90, 120, CV_8UC3);
        Photo other = photo;
        other.pixels = rightTurned(photo.pixels);
        const auto one = Restoration(photo).render(recipeOf(toTheRight), *colorizer_);
        const auto two = Restoration(other).render(recipeOf({}), *colorizer_);
        QVERIFY(one && two);
        QVERIFY(areEqual(wholeOf(*one, 8, 64), wholeOf(*two, 8, 64)));
    }

    void fourTurnsGiveTheSame()
    {
        Restoration restoration(photoOf(90, 120, CV_8UC3));
        const auto first = restoration.render(recipeOf({}), *colorizer_);
        QVERIFY(first);
        GeometrySettings geometry;
        for (int turn = 0; turn < 4; ++turn) {
            geometry = geometry.rotatedBy(1);
            const auto rendering = restoration.render(recipeOf(geometry), *colorizer_);
            QVERIFY(rendering && rendering->networkRan());
            QCOMPARE(rendering->before() == restoration.upright(), turn == 3);
            QCOMPARE(wholeOf(*rendering, 8, 64).size() == cv::Size(120, 90), turn % 2 == 1);
        }
        const auto last = restoration.render(recipeOf(geometry), *colorizer_);
        QVERIFY(last && areEqual(wholeOf(*first, 8, 64), wholeOf(*last, 8, 64)));
    }

    void whatIsShownBeforeNeedsNoNetwork()
    {
        Restoration restoration(photoOf(90, 120, CV_8UC3));
        const auto prepared = restoration.prepare(recipeOf(toTheRight));
        QVERIFY(prepared);
        QCOMPARE((*prepared)->photo->pixels.size(), cv::Size(90, 120));
        QCOMPARE(restoration.needs(recipeOf(toTheRight)), Rework::Network);
        const auto rendering = restoration.render(recipeOf(toTheRight), *colorizer_);
        QVERIFY(rendering);
        QCOMPARE(rendering->before(), (*prepared)->photo);
        Progress progress;
        progress.cancel();
        const auto stopped = restoration.prepare(recipeOf({}), progress);
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
    }

    // The turned pixels are memory of their own.
    void countsTheTurnedPixels()
    {
        Restoration restoration(photoOf(90, 120, CV_16UC3));
        QVERIFY(restoration.prepare(recipeOf({})));
        QCOMPARE(restoration.keptBytes(), std::size_t(0));
        QVERIFY(restoration.prepare(recipeOf(toTheRight)));
        QCOMPARE(restoration.keptBytes(), std::size_t(90 * 120 * 6));
        QVERIFY(restoration.prepare(recipeOf({})));
        QCOMPARE(restoration.keptBytes(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestRendering)
#include "test_rendering.moc"
