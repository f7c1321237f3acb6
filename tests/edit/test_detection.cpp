#include "core/base/text.h"
#include "core/edit/repair/damage_detector.h"
#include "core/edit/repair/damage_finding.h"
#include "core/edit/restoration.h"
#include "core/edit/restored.h"
#include "tests/edit/made_photo.h"
#include "tests/support/make_detector.h"

#include <QTemporaryDir>
#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

/// A mid-grey photo with a white scratch across it.
Photo scratched(int width = 160, int height = 120, int type = CV_8UC1)
{
    Photo photo = photoOf(height, width, type);
    const double white = photo.bitDepth() == 16 ? 65535 : 255;
    photo.pixels = photo.pixels * 0.5;
    cv::line(photo.pixels, {width / 4, height / 3}, {3 * width / 4, height / 3},
             cv::Scalar::all(white), std::max(2, width / 200));
    return photo;
}

Recipe repairing(double level)
{
    Recipe recipe;
    recipe.repair.level = level;
    recipe.repair.smooth = true;
    return recipe;
}

bool wasCached(const Restored& restored, const std::string& stage)
{
    for (const StageTime& time : restored.times())
        if (time.stage == stage)
            return time.cached;
    return false;
}

} // namespace

class TestDetection : public QObject
{
    Q_OBJECT

    QTemporaryDir home_;

private Q_SLOTS:
    void initTestCase() { makeWhiteDetector(home_.path().toStdString()); }
    void init() { qputenv("AUTOCHROME_MODELS", home_.path().toUtf8()); }

    void offByDefault()
    {
        qputenv("AUTOCHROME_MODELS", "/nowhere");
        Restoration restoration(scratched());
        const auto restored = restoration.restore(Recipe());
        QVERIFY(restored && restored->repair().filled == 0);
    }

    void findsAndFills_data()
    {
        QTest::addColumn<int>("type");
        QTest::newRow("grey") << CV_8UC1;
        QTest::newRow("grey 16") << CV_16UC1;
        QTest::newRow("colour") << CV_8UC3;
        QTest::newRow("alpha 16") << CV_16UC4;
    }

    void findsAndFills()
    {
        QFETCH(int, type);
        Restoration restoration(scratched(160, 120, type));
        const auto restored = restoration.restore(repairing(50));
        QVERIFY2(restored, restored ? "" : inWords(restored.error().message).c_str());
        const Repair& repair = restored->repair();
        QVERIFY(repair.filled >= 160 && repair.filled < 700);
        QVERIFY(repair.touched.at<std::uint8_t>(40, 80) == 255);
        QVERIFY(repair.touched.at<std::uint8_t>(60, 80) == 0);
        cv::Mat difference;
        cv::absdiff(restored->photo()->pixels, restoration.upright()->pixels, difference);
        QVERIFY(cv::countNonZero(difference.reshape(1).row(40)) > 60);
        difference.setTo(cv::Scalar::all(0), repair.touched);
        QCOMPARE(cv::countNonZero(difference.reshape(1)), 0);
    }

    // What was looked at smaller than it is, is found in its place.
    void findsInALargePhoto()
    {
        Restoration restoration(scratched(3300, 900));
        const auto restored = restoration.restore(repairing(50));
        QVERIFY(restored);
        const cv::Mat& touched = restored->repair().touched;
        QCOMPARE(touched.size(), cv::Size(3300, 900));
        QVERIFY(cv::countNonZero(touched(cv::Rect(900, 294, 1500, 12))) > 1500 * 11);
        QVERIFY(cv::countNonZero(touched) < 1700 * 60);
        QCOMPARE(cv::countNonZero(touched.rowRange(0, 240)), 0);
    }

    void anotherLevelDoesNotAskAgain()
    {
        Restoration restoration(scratched());
        QVERIFY(!wasCached(restoration.restore(repairing(50)).value(), "detection"));
        const auto again = restoration.restore(repairing(70));
        QVERIFY(again && wasCached(*again, "detection") && !wasCached(*again, "repair"));
    }

    // Strokes have the last word, and add to what was found.
    void strokesEraseAndAdd()
    {
        Recipe recipe = repairing(50);
        recipe.repair.mask.strokes = {{true, 30, {{80, 40}}}, {false, 3, {{20, 100}, {60, 100}}}};
        for (const Rotation rotation : {Rotation::None, Rotation::Quarter}) {
            recipe.geometry.rotation = rotation;
            Restoration restoration(scratched());
            const auto restored = restoration.restore(recipe);
            QVERIFY(restored);
            cv::Mat touched = restored->repair().touched;
            if (rotation == Rotation::Quarter)
                cv::rotate(touched, touched, cv::ROTATE_90_COUNTERCLOCKWISE);
            QCOMPARE(touched.at<std::uint8_t>(40, 80), std::uint8_t(0));
            QCOMPARE(touched.at<std::uint8_t>(40, 118), std::uint8_t(255));
            QCOMPARE(touched.at<std::uint8_t>(100, 40), std::uint8_t(255));
        }
    }

    void saysThatNoneIsInstalled()
    {
        QTemporaryDir empty;
        qputenv("AUTOCHROME_MODELS", empty.path().toUtf8());
        if (DamageDetector::installed())
            QSKIP("a detector is installed with the program");
        Restoration restoration(scratched());
        const auto restored = restoration.restore(repairing(50));
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::ModelMissing);
        QCOMPARE(inWords(restored.error().message),
                 std::string("Damage cannot be found: no detector is installed."));
    }

    // Whatever is found at one level is found at a higher one.
    void theLevelIsMonotone()
    {
        DamageFinding finding;
        cv::theRNG().state = 4;
        for (cv::Mat& probability : finding.probability) {
            probability.create(60, 80, CV_8U);
            cv::randu(probability, 0, 256);
            cv::GaussianBlur(probability, probability, {}, 2);
            cv::normalize(probability, probability, 0, 255, cv::NORM_MINMAX);
        }
        for (const cv::Size size : {cv::Size(80, 60), cv::Size(240, 181)}) {
            cv::Mat before = cv::Mat::zeros(size, CV_8U);
            for (const double level : {1, 10, 30, 50, 70, 90, 100}) {
                const cv::Mat found = damagedPlaces(finding, level, size);
                QCOMPARE(found.size(), size);
                QCOMPARE(cv::countNonZero(before & ~found), 0);
                before = found;
            }
            QVERIFY(cv::countNonZero(before) > 0);
        }
        QVERIFY(std::abs(damageThreshold(50) - 0.5) < 1e-12);
        QVERIFY(damageThreshold(0) > 0.98 && damageThreshold(100) < 0.02);
    }
};

QTEST_GUILESS_MAIN(TestDetection)
#include "test_detection.moc"
