#include "core/learn/damage/damage_lines.h"
#include "core/learn/damage/damaged_photo.h"
#include "core/learn/damage/sound_details.h"

#include <QtTest>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

cv::Mat colourScene(int width, int height)
{
    cv::Mat scene(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            scene.at<cv::Vec3b>(y, x) = {std::uint8_t(60 + x % 100), std::uint8_t(80 + y % 90), 90};
    cv::circle(scene, {width / 2, height / 2}, height / 4, {200, 190, 180}, cv::FILLED);
    return scene;
}

bool areSame(const cv::Mat& a, const cv::Mat& b)
{
    return a.size() == b.size() && a.type() == b.type() && cv::norm(a, b, cv::NORM_INF) == 0;
}

} // namespace

class TestMadeDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameNumbersSamePhoto()
    {
        const cv::Mat scene = colourScene(220, 170);
        for (int seed = 0; seed < 20; ++seed) {
            Random a{std::uint64_t(seed)}, b{std::uint64_t(seed)};
            const DamagedPhoto one = makeDamagedSample(scene, 96, a);
            const DamagedPhoto other = makeDamagedSample(scene, 96, b);
            QVERIFY(areSame(one.luminance, other.luminance));
            for (std::size_t kind = 0; kind < one.masks.size(); ++kind)
                QVERIFY(areSame(one.masks[kind], other.masks[kind]));
        }
    }

    // Where the mask says nothing, nothing was changed, and where it says something, much was.
    void theMaskIsWhatWasChanged()
    {
        const cv::Mat scene = colourScene(220, 170);
        for (int seed = 0; seed < 60; ++seed) {
            Random random{std::uint64_t(seed)};
            const DamagedPhoto photo = makeDamagedSample(scene, 96, random);
            QCOMPARE(photo.luminance.size(), cv::Size(96, 96));
            QVERIFY(cv::checkRange(photo.luminance, true, nullptr, 0, 1 + 1e-6));
            cv::Mat difference;
            cv::absdiff(photo.damaged, photo.sound, difference);
            const cv::Mat& any = photo.masks[int(DamageKind::Any)];
            QVERIFY(cv::norm(difference, cv::NORM_INF, (any | photo.unsure) == 0) <=
                    unseenDifference);
            double least = 1;
            if (cv::countNonZero(any) > 0)
                cv::minMaxLoc(difference, &least, nullptr, nullptr, nullptr, any);
            QVERIFY(least > seenDifference);
            cv::Mat kinds = cv::Mat::zeros(any.size(), CV_8U);
            for (const DamageKind kind : {DamageKind::Line, DamageKind::Spot, DamageKind::Area})
                kinds |= photo.masks[std::size_t(kind)];
            QCOMPARE(cv::countNonZero(kinds & ~any), 0);
        }
    }

    void everyKindComesUpAndSomePhotosStaySound()
    {
        const cv::Mat scene = colourScene(220, 170);
        std::array<int, damageKinds> photos{};
        int sound = 0;
        double share = 0;
        constexpr int count = 150;
        for (int seed = 0; seed < count; ++seed) {
            Random random{std::uint64_t(seed)};
            const DamagedPhoto photo = makeDamagedSample(scene, 96, random);
            for (std::size_t kind = 0; kind < photos.size(); ++kind)
                photos[kind] += cv::countNonZero(photo.masks[kind]) > 0;
            sound += cv::countNonZero(photo.masks[0]) == 0;
            share += double(cv::countNonZero(photo.masks[0])) / photo.luminance.total() / count;
        }
        for (const int each : photos)
            QVERIFY2(each > count / 10, qPrintable(QString::number(each)));
        QVERIFY2(sound > count / 10 && sound < count / 2, qPrintable(QString::number(sound)));
        QVERIFY2(share > 0.01 && share < 0.2, qPrintable(QString::number(share)));
    }

    void neverAndAlways()
    {
        const cv::Mat_<float> grey = greyOf(colourScene(120, 90)); // no square
        for (int seed = 0; seed < 20; ++seed) {
            Random random{std::uint64_t(seed)};
            const DamagedPhoto sound = damagePhoto(grey.clone(), 1, DamageShare::Never, random);
            QCOMPARE(cv::countNonZero(sound.masks[0]), 0);
            QVERIFY(areSame(sound.damaged, sound.sound));
            QCOMPARE(damagePhoto(grey.clone(), 1.5, DamageShare::Always, random).luminance.size(),
                     grey.size());
        }
    }

    void aStrokeCoversItsWidth()
    {
        const Coverage wide = coverageOfStroke({{{10, 20}, 4, 1}, {{50, 20}, 4, 1}}, {64, 64});
        cv::Mat_<float> whole = cv::Mat_<float>::zeros(64, 64);
        wide.share.copyTo(whole(wide.where));
        QVERIFY(std::abs(cv::sum(whole.col(30))[0] - 4) < 0.01);
        // Thinner than a pixel, it covers a part of each.
        const Coverage thin =
            coverageOfStroke({{{10, 20}, 0.4f, 1}, {{50, 20}, 0.4f, 1}}, {64, 64});
        whole.setTo(0);
        thin.share.copyTo(whole(thin.where));
        QVERIFY(cv::sum(whole.col(30))[0] > 0.3 && cv::sum(whole.col(30))[0] < 1);
        // What lies outside is nothing.
        QVERIFY(coverageOfStroke({{{-90, 20}, 4, 1}, {{-50, 20}, 4, 1}}, {64, 64}).where.empty());
    }

    void whatLooksLikeDamageIsDrawn()
    {
        int changed = 0;
        for (int seed = 0; seed < 100; ++seed) {
            Random random{std::uint64_t(seed)};
            cv::Mat_<float> luminance(96, 96, 0.5f);
            drawSoundDetails(luminance, 1, random);
            QVERIFY(cv::checkRange(luminance, true, nullptr, -1e-5, 1 + 1e-5));
            changed += cv::countNonZero(luminance != 0.5f) > 0;
        }
        QVERIFY2(changed > 20 && changed < 70, qPrintable(QString::number(changed)));
    }
};

QTEST_GUILESS_MAIN(TestMadeDamage)
#include "test_made_damage.moc"
