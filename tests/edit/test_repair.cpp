#include "core/edit/repair/repair_stage.h"

#include "core/base/text.h"
#include "core/edit/recipe.h"
#include "core/edit/repair/damage_picture.h"
#include "tests/edit/made_photo.h"

#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>
#include <opencv2/imgcodecs.hpp>

using namespace autochrome;

namespace {

std::shared_ptr<const SearchedPhoto> turnedPhoto(const GeometrySettings& settings = {})
{
    const auto upright = std::make_shared<const Photo>(photoOf(100, 140, CV_8UC1));
    return std::make_shared<const SearchedPhoto>(
        SearchedPhoto{geometryStage.run(upright, settings, Progress()).value(), nullptr});
}

RepairSettings stroked(MaskStroke stroke)
{
    RepairSettings settings;
    settings.mask.strokes = {std::move(stroke)};
    return settings;
}

} // namespace

class TestRepair : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

    std::string file(const char* name, const cv::Mat& picture) const
    {
        std::string path = folder_.filePath(name).toStdString();
        cv::imwrite(path, picture);
        return path;
    }

private Q_SLOTS:
    void withoutAMaskItIsThePhotoItself()
    {
        const auto turned = turnedPhoto();
        const auto made = repairStage.run(turned, {}, Progress());
        QVERIFY(made);
        QCOMPARE(made->photo.get(), turned->photo.get());
        QCOMPARE(made->repair.filled, std::int64_t(0));
    }

    void fillsUnderAStroke()
    {
        const auto turned = turnedPhoto();
        const auto made =
            repairStage.run(turned, stroked({false, 2, {{20, 20}, {100, 60}}}), Progress());
        QVERIFY(made && made->repair.filled > 100 && made->repair.left == 0);
        QCOMPARE(made->repair.filled, std::int64_t(cv::countNonZero(made->repair.touched)));
        cv::Mat difference;
        cv::absdiff(turned->photo->pixels, made->photo->pixels, difference);
        difference.setTo(0, made->repair.touched);
        QCOMPARE(cv::countNonZero(difference), 0);
        QVERIFY(made->repair.share > 0 && made->repair.notices.empty());
    }

    // The mask lies over the upright source, whichever way the photo is turned.
    void turnsWithThePhoto()
    {
        const RepairSettings settings = stroked({false, 2, {{20, 20}, {100, 60}}});
        const auto straight = repairStage.run(turnedPhoto(), settings, Progress());
        for (const GeometrySettings& geometry :
             {GeometrySettings{Rotation::Quarter, Flip::None},
              GeometrySettings{Rotation::Half, Flip::Horizontal}}) {
            const auto turned = repairStage.run(turnedPhoto(geometry), settings, Progress());
            QVERIFY(straight && turned);
            const cv::Mat back = maskToSource(turned->repair.touched, turned->map);
            QCOMPARE(cv::norm(back, straight->repair.touched, cv::NORM_INF), 0.0);
        }
    }

    void aMaskThatCoversAllChangesNothing()
    {
        const auto turned = turnedPhoto();
        const auto made = repairStage.run(turned, stroked({false, 500, {{70, 50}}}), Progress());
        QVERIFY(made);
        QCOMPARE(made->photo.get(), turned->photo.get());
        QCOMPARE(made->repair.notices.size(), std::size_t(1));
        QCOMPARE(made->repair.left, std::int64_t(14000));
    }

    void whatIsTooWideIsSaid()
    {
        const auto turned = turnedPhoto();
        const auto made = repairStage.run(turned, stroked({false, 30, {{70, 50}}}), Progress());
        QVERIFY(made && made->repair.left > 1000);
        QCOMPARE(made->repair.notices.size(), std::size_t(1));
    }

    void readsAFile_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("grey 8") << CV_8UC1;
        QTest::newRow("grey 16") << CV_16UC1;
        QTest::newRow("RGB 8") << CV_8UC3;
    }

    void readsAFile()
    {
        QFETCH(int, type);
        cv::Mat picture(100, 140, type, cv::Scalar::all(0));
        picture(cv::Rect(10, 20, 5, 6)).setTo(cv::Scalar::all(1));
        const auto mask = maskOfFile(file("mask.png", picture));
        QVERIFY(mask && mask->sha256.size() == 64);
        const auto damaged = damagePicture(*mask, {140, 100});
        QVERIFY(damaged);
        QCOMPARE(cv::countNonZero(*damaged), 30);
        // Another content under the same name is another mask.
        file("mask.png", cv::Mat(100, 140, type, cv::Scalar::all(0)));
        QVERIFY(!damagePicture(*mask, {140, 100}));
    }

    void refusesWhatIsNoMask()
    {
        DamageMask mask;
        mask.file = file("small.png", cv::Mat(5, 5, CV_8U, cv::Scalar(0)));
        const auto small = damagePicture(mask, {140, 100});
        QVERIFY(!small && small.error().code == ErrorCode::Usage);
        QVERIFY(inWords(small.error().message).find("5 x 5") != std::string::npos);
        mask.file = file("smeared.jpg", cv::Mat(100, 140, CV_8U, cv::Scalar(0)));
        QCOMPARE(damagePicture(mask, {140, 100}).error().code, ErrorCode::Usage);
        QVERIFY(!maskOfFile(folder_.filePath("gone.png").toStdString()));
    }

    // The greatest that a recipe may hold can be drawn.
    void drawsTheWidestStroke()
    {
        Recipe recipe;
        recipe.repair.mask.strokes = {{false, 16000, {{-1e6, 1e6}, {1e6, -1e6}}}};
        const Recipe read = Recipe::fromJson(recipe.toJson()).value();
        QCOMPARE(cv::countNonZero(damagePicture(read.repair.mask, {140, 100}).value()), 14000);
    }

    void comesBackFromJson()
    {
        Recipe recipe;
        recipe.repair.mask = {"/a/mask.png", std::string(64, 'a'), {}};
        recipe.repair.mask.strokes = {{false, 3.25, {{1.5, 2.0 / 3}, {7, 8}}},
                                      {true, 0.1, {{1e-9, 5}}}};
        QCOMPARE(Recipe::fromJson(recipe.toJson()).value(), recipe);
        for (const char* wrong :
             {R"({"version": 2, "repair": {"mask": 7}})",
              R"({"version": 2, "repair": {"mask": {"version": 9}}})",
              R"({"version": 2, "repair": {"mask": {"version": 1, "strokes": [{"erases": false,
                  "radius": -1, "points": [1, 2]}]}}})",
              R"({"version": 2, "repair": {"mask": {"version": 1, "strokes": [{"erases": false,
                  "radius": 17000, "points": [1, 2]}]}}})",
              R"({"version": 2, "repair": {"mask": {"version": 1, "strokes": [{"erases": false,
                  "radius": 1, "points": [1, 2, 3]}]}}})"}) {
            const auto read = Recipe::fromJson(wrong);
            QVERIFY2(!read && read.error().code == ErrorCode::Usage, wrong);
        }
    }
};

QTEST_GUILESS_MAIN(TestRepair)
#include "test_repair.moc"
