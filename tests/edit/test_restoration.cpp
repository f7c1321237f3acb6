#include "core/edit/restoration.h"

#include "tests/edit/made_photo.h"
#include "tests/support/make_model.h"
#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <thread>

using namespace autochrome;

namespace {

Recipe recipeOf(double strength, int size = 128)
{
    Recipe recipe;
    recipe.colour.size = size;
    recipe.finish.strength = strength;
    return recipe;
}

bool isCached(const Rendering& rendering, const std::string& stage)
{
    for (const StageTime& time : rendering.times())
        if (time.stage == stage)
            return time.cached;
    return false;
}

} // namespace

class TestRestoration : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    std::shared_ptr<Colorizer> colorizer_;
    std::shared_ptr<Colorizer> neutral_;

private Q_SLOTS:
    void initTestCase()
    {
        const std::filesystem::path folder = folder_.path().toStdString();
        colorizer_ = Colorizer::open(makeTestModel(folder).string(), "cpu").value();
        neutral_ =
            Colorizer::open(makeTestModel(folder, TestModel::Neutral).string(), "cpu").value();
    }

    void runsEveryStageOnce()
    {
        Restoration restoration(photoOf(200, 300, CV_8UC1));
        const auto first = restoration.render(recipeOf(1), *colorizer_);
        QVERIFY(first);
        QStringList names;
        for (const StageTime& time : first->times()) {
            names << QString::fromStdString(time.stage);
            QVERIFY(!time.cached);
            QVERIFY(time.seconds >= 0);
        }
        QCOMPARE(names, QStringList({"geometry", "detection", "repair", "detail", "inspection",
                                     "tone", "lightness", "colour", "vividness", "finish"}));
        QCOMPARE(first->size(), cv::Size(300, 200));
        QCOMPARE(first->chroma().modelName, std::string("test-model"));
    }

    void aSliderDoesNotRerunTheNetwork()
    {
        Restoration restoration(photoOf(200, 300, CV_8UC1));
        const auto first = restoration.render(recipeOf(1), *colorizer_);
        const auto second = restoration.render(recipeOf(1.5), *colorizer_);
        QVERIFY(first && second);
        QVERIFY(isCached(*second, "geometry") && isCached(*second, "tone") &&
                isCached(*second, "colour"));
        QVERIFY(!isCached(*second, "finish"));
        QCOMPARE(&first->chroma(), &second->chroma());
        QVERIFY(cv::norm(wholeOf(*first, 8, 64), wholeOf(*second, 8, 64), cv::NORM_INF) > 0);

        Recipe keep = recipeOf(1.5);
        keep.finish.tint = TintHandling::Keep;
        QVERIFY(isCached(*restoration.render(keep, *colorizer_), "colour"));
        // The same recipe again costs nothing at all.
        QVERIFY(isCached(*restoration.render(keep, *colorizer_), "finish"));
    }

    void whatTheNetworkIsAskedRerunsIt()
    {
        Restoration restoration(photoOf(200, 300, CV_8UC1));
        QVERIFY(restoration.render(recipeOf(1), *colorizer_));
        const auto larger = restoration.render(recipeOf(1, 160), *colorizer_);
        QVERIFY(larger && !isCached(*larger, "colour") && isCached(*larger, "tone"));
        QCOMPARE(larger->chroma().networkSize, 160);
    }

    void vividnessDoesNotRerunTheNetwork()
    {
        const Photo photo = photoOf(200, 300, CV_8UC1);
        Restoration restoration(photo);
        const auto vivid = restoration.render(recipeOf(1), *colorizer_);
        QVERIFY(vivid);
        QVERIFY(restoration.keptBytes() > 0);
        Recipe calmer = recipeOf(1);
        calmer.vividness.temperature = 1;
        const auto calm = restoration.render(calmer, *colorizer_);
        QVERIFY(calm);
        QVERIFY(isCached(*calm, "colour") && !isCached(*calm, "vividness"));
        // What the network itself would have given, and the first one is as it was.
        const auto anew = Restoration(photo).render(calmer, *colorizer_);
        QVERIFY(anew);
        QCOMPARE(cv::norm(wholeOf(*calm, 8, 64), wholeOf(*anew, 8, 64), cv::NORM_INF), 0.0);
        QVERIFY(cv::norm(wholeOf(*calm, 8, 64), wholeOf(*vivid, 8, 64), cv::NORM_INF) > 0);
    }

    // At 1024 pixels the network says so much that it is asked again instead.
    void doesNotKeepTooMuch()
    {
        Restoration restoration(photoOf(200, 300, CV_8UC1));
        const auto first = restoration.render(recipeOf(1, 1024), *colorizer_);
        QVERIFY(first);
        QCOMPARE(restoration.keptBytes(), std::size_t(0));
        Recipe calmer = recipeOf(1, 1024);
        calmer.vividness.temperature = 1;
        const auto calm = restoration.render(calmer, *colorizer_);
        QVERIFY(calm);
        QVERIFY(cv::norm(calm->chroma().ab, first->chroma().ab, cv::NORM_INF) > 0.1);
        calmer.finish.strength = 0.5;
        QVERIFY(isCached(*restoration.render(calmer, *colorizer_), "vividness"));
    }

    void stripsEqualTheWhole_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("grey 8") << CV_8UC1;
        QTest::newRow("RGB 8") << CV_8UC3;
        QTest::newRow("grey 16") << CV_16UC1;
        QTest::newRow("RGBA 16") << CV_16UC4;
    }

    void stripsEqualTheWhole()
    {
        QFETCH(int, type);
        Restoration restoration(photoOf(333, 290, type));
        const auto rendering = restoration.render(recipeOf(1.3), *colorizer_);
        QVERIFY(rendering);
        const int depth = rendering->before()->bitDepth();
        const cv::Mat whole = wholeOf(*rendering, depth, 333);
        for (const int rows : {1, 17, 64})
            QCOMPARE(cv::norm(whole, wholeOf(*rendering, depth, rows), cv::NORM_INF), 0.0);
        cv::Mat direct;
        rendering->recombiner().colourise(rendering->before()->pixels, {0, 0, 1, 1}, direct);
        QCOMPARE(cv::norm(whole, direct, cv::NORM_INF), 0.0);
        QVERIFY(lightnessDifference(rendering->before()->pixels, {}, whole, {}) <=
                (depth == 8 ? 0.5 : 0.02));
    }

    void sixteenBitComesDownToEight()
    {
        Restoration restoration(photoOf(100, 120, CV_16UC3));
        const auto rendering = restoration.render(recipeOf(1), *colorizer_);
        QVERIFY(rendering);
        const cv::Mat eight = wholeOf(*rendering, 8, 32);
        QCOMPARE(eight.type(), CV_8UC3);
        QVERIFY(lightnessDifference(rendering->before()->pixels, {}, eight, {}) <= 0.5);
    }

    void reportsTheLuminanceError()
    {
        for (const int type : {CV_8UC1, CV_16UC3}) {
            Restoration restoration(photoOf(240, 200, type));
            const auto rendering = restoration.render(recipeOf(2), *colorizer_);
            QVERIFY(rendering);
            const double reported = rendering->luminanceError();
            const int depth = rendering->before()->bitDepth();
            const double true_ = lightnessDifference(rendering->before()->pixels, {},
                                                     wholeOf(*rendering, depth, 64), {});
            QVERIFY(reported > 0);
            QVERIFY(reported <= true_ + 0.001);
            QVERIFY(reported <= (depth == 8 ? 0.5 : 0.02));
        }
    }

    void turnsThePhotoUpright()
    {
        Photo photo = photoOf(40, 60, CV_8UC1);
        photo.orientation = 6;
        Restoration restoration(std::move(photo));
        QCOMPARE(restoration.upright()->pixels.size(), cv::Size(40, 60));
        QCOMPARE(restoration.upright()->orientation, 1);
        const auto rendering = restoration.render(recipeOf(1), *colorizer_);
        QVERIFY(rendering);
        QCOMPARE(rendering->size(), cv::Size(40, 60));
    }

    void takesExtremeShapes_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1x1") << QSize(1, 1);
        QTest::newRow("1x10000") << QSize(1, 10000);
        QTest::newRow("10000x1") << QSize(10000, 1);
    }

    void takesExtremeShapes()
    {
        QFETCH(QSize, size);
        Restoration restoration(photoOf(size.height(), size.width(), CV_8UC3));
        const auto rendering = restoration.render(recipeOf(1), *colorizer_);
        QVERIFY(rendering);
        const cv::Mat whole = wholeOf(*rendering, 8, 64);
        QCOMPARE(whole.size(), cv::Size(size.width(), size.height()));
        QVERIFY(lightnessDifference(rendering->before()->pixels, {}, whole, {}) <= 0.5);
    }

    void errorsAreValues()
    {
        Restoration restoration(photoOf(100, 120, CV_8UC1));
        const auto grey = restoration.render(recipeOf(1), *neutral_);
        QVERIFY(!grey);
        QCOMPARE(grey.error().code, ErrorCode::Internal);
        Progress progress;
        progress.cancel();
        const auto stopped = restoration.render(recipeOf(1), *colorizer_, progress);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
        // Neither has left anything behind that spoils the next.
        QVERIFY(restoration.render(recipeOf(1), *colorizer_));
    }

    void canBeCancelledBetweenStages()
    {
        Restoration restoration(photoOf(100, 120, CV_8UC1));
        Progress* self = nullptr;
        Progress listening([&self](double, const Message&) { self->cancel(); });
        self = &listening;
        const auto stopped = restoration.render(recipeOf(1), *colorizer_, listening);
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    }

    void tellsWhatAnEditNeeds()
    {
        Restoration restoration(photoOf(200, 300, CV_8UC1));
        const Recipe recipe = recipeOf(1);
        QCOMPARE(restoration.needs(recipe), Rework::Before); // nothing is there yet
        QVERIFY(restoration.render(recipe, *colorizer_));
        QCOMPARE(restoration.needs(recipe), Rework::Nothing);
        QCOMPARE(restoration.needs(recipeOf(0.5)), Rework::Finish);
        Recipe calmer = recipe;
        calmer.vividness.temperature = 1;
        QCOMPARE(restoration.needs(calmer), Rework::Colours);
        QCOMPARE(restoration.needs(recipeOf(1, 160)), Rework::Network);
        Recipe longer = recipe;
        longer.colour.effort = Effort::Best;
        QCOMPARE(restoration.needs(longer), Rework::Network);
        Recipe turned = calmer;
        turned.geometry.rotation = Rotation::Quarter;
        QCOMPARE(restoration.needs(turned), Rework::Before);
        // Which is what then happens.
        const auto calm = restoration.render(calmer, *colorizer_);
        QVERIFY(calm && !calm->networkRan() && restoration.needs(calmer) == Rework::Nothing);
        const auto anew = restoration.render(recipeOf(1, 160), *colorizer_);
        QVERIFY(anew && anew->networkRan());
    }

    // What was too much to be kept has to be asked for again.
    void tellsWhatAnEditNeedsAfterForgetting()
    {
        Restoration restoration(photoOf(200, 300, CV_8UC1));
        Recipe recipe = recipeOf(1, 1024);
        QVERIFY(restoration.render(recipe, *colorizer_));
        recipe.finish.strength = 0.5;
        QCOMPARE(restoration.needs(recipe), Rework::Finish);
        recipe.vividness.temperature = 1;
        QCOMPARE(restoration.needs(recipe), Rework::Network);
        const auto calm = restoration.render(recipe, *colorizer_);
        QVERIFY(calm && calm->networkRan());
        QCOMPARE(restoration.needs(recipe), Rework::Nothing);
    }

    void answersAtOnceWhileItRenders()
    {
        Restoration restoration(photoOf(100, 120, CV_8UC1));
        QVERIFY(restoration.render(recipeOf(1), *colorizer_));
        std::vector<Rework> answers;
        const Recipe other = recipeOf(1, 160);
        const Progress listening([&](double, const Message&) {
            if (!answers.empty())
                return;
            std::thread asking([&] {
                answers.push_back(restoration.needs(recipeOf(2, 160)));
                answers.push_back(restoration.needs(recipeOf(1)));
            });
            asking.join();
        });
        QVERIFY(restoration.render(other, *colorizer_, listening));
        QCOMPARE(answers, std::vector<Rework>({Rework::Finish, Rework::Network}));
    }

    void outlivesItsRestoration()
    {
        std::optional<Rendering> rendering;
        {
            Restoration restoration(photoOf(60, 80, CV_8UC1));
            rendering = restoration.render(recipeOf(1), *colorizer_).value();
        }
        QCOMPARE(wholeOf(*rendering, 8, 16).size(), cv::Size(80, 60));
    }
};

QTEST_GUILESS_MAIN(TestRestoration)
#include "test_restoration.moc"
