#include "core/edit/detail/detail_stage.h"
#include "core/edit/detail/detailed_pixels.h"
#include "tests/edit/lightness_scene.h"

#include <QtTest/QTest>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

const cv::Size size(512, 416);

// Codes of 8 bits, as numbers between them too.
cv::Mat scene()
{
    cv::Mat codes;
    photoOfLightness(sceneLightness(size, 15, 85), CV_16U)
        .pixels.convertTo(codes, CV_32F, 1 / 257.0);
    return codes;
}

cv::Mat grainOf(cv::Size of, double deviation, double correlation)
{
    cv::Mat grain(of, CV_32F);
    cv::RNG(11).fill(grain, cv::RNG::NORMAL, 0, 1);
    if (correlation > 0)
        cv::GaussianBlur(grain, grain, {}, correlation);
    cv::Scalar mean, is;
    cv::meanStdDev(grain, mean, is);
    return (grain - mean[0]) * (deviation / is[0]);
}

// Every channel has a summand of its own, as the tint of paper has; alpha rises along the rows.
cv::Mat pixelsOf(const cv::Mat& codes, int type)
{
    const double unit = CV_MAT_DEPTH(type) == CV_8U ? 1 : 257;
    std::vector<cv::Mat> planes(std::size_t(CV_MAT_CN(type)));
    for (std::size_t c = 0; c < planes.size(); ++c) {
        cv::Mat plane = codes + 6.0 * double(c);
        if (c == 3)
            for (int x = 0; x < codes.cols; ++x)
                plane.col(x).setTo(x % 256);
        plane.convertTo(planes[c], CV_MAT_DEPTH(type), unit);
    }
    cv::Mat pixels;
    cv::merge(planes, pixels);
    return pixels;
}

std::shared_ptr<const RepairedPhoto> repairedOf(const cv::Mat& pixels)
{
    Photo photo;
    photo.source = "scene.png";
    photo.pixels = pixels;
    auto repaired = std::make_shared<RepairedPhoto>();
    repaired->photo = std::make_shared<const Photo>(std::move(photo));
    return repaired;
}

DetailedPhoto detailedOf(const cv::Mat& pixels, const DetailSettings& settings)
{
    return detailStage.run(repairedOf(pixels), settings, Progress()).value();
}

// Of the first channel, in codes of 8 bits.
double distance(const cv::Mat& pixels, const cv::Mat& codes)
{
    cv::Mat plane, scaled;
    cv::extractChannel(pixels, plane, 0);
    plane.convertTo(scaled, CV_32F, plane.depth() == CV_8U ? 1 : 1 / 257.0);
    return cv::norm(scaled, codes, cv::NORM_L2) / std::sqrt(double(codes.total()));
}

// As a newspaper prints it: black dots in a square lattice at an angle, seen by a scanner.
cv::Mat printed(const cv::Mat& codes, double period, double degrees)
{
    constexpr int fine = 3;
    cv::Mat large, ink(codes.size() * fine, CV_32F), seen;
    cv::resize(codes, large, ink.size(), 0, 0, cv::INTER_LINEAR);
    const double turn = degrees * CV_PI / 180;
    const double along = 2 * CV_PI / (period * fine);
    for (int y = 0; y < ink.rows; ++y)
        for (int x = 0; x < ink.cols; ++x) {
            const double u = (x * std::cos(turn) + y * std::sin(turn)) * along;
            const double v = (y * std::cos(turn) - x * std::sin(turn)) * along;
            const double threshold = 127.5 + 127.5 * (std::cos(u) + std::cos(v)) / 2;
            ink.at<float>(y, x) = double(large.at<float>(y, x)) > threshold ? 235.0F : 30.0F;
        }
    cv::GaussianBlur(ink, ink, {}, 0.6 * fine);
    cv::resize(ink, seen, codes.size(), 0, 0, cv::INTER_AREA);
    return seen;
}

} // namespace

class TestDetail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesThePhotoAlone()
    {
        const auto repaired = repairedOf(pixelsOf(scene(), CV_8UC3));
        const auto made = detailStage.run(repaired, {}, Progress());
        QVERIFY(made && made->photo == repaired->photo && made->notices.empty());
    }

    void takesGrainOut_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<double>("deviation");
        QTest::addColumn<double>("correlation");
        QTest::newRow("fine, grey 8") << CV_8UC1 << 6.0 << 0.0;
        QTest::newRow("fine, grey 16") << CV_16UC1 << 6.0 << 0.0;
        QTest::newRow("strong, RGB 8") << CV_8UC3 << 14.0 << 0.0;
        QTest::newRow("coarse, RGB 16") << CV_16UC3 << 6.0 << 0.8;
        QTest::newRow("coarse, RGBA 16") << CV_16UC4 << 10.0 << 0.8;
    }

    void takesGrainOut()
    {
        QFETCH(int, type);
        QFETCH(double, deviation);
        QFETCH(double, correlation);
        const cv::Mat clean = scene();
        const cv::Mat grainy = pixelsOf(clean + grainOf(size, deviation, correlation), type);
        const cv::Mat pixels = detailedOf(grainy, {.grain = 1}).photo->pixels;
        QCOMPARE(pixels.type(), type);
        const double gain =
            20 * std::log10(distance(grainy, clean) / distance(pixels, clean)); // dB
        qInfo("%.2f dB", gain);
        // What a Wiener filter leaves of coarse grain is more.
        QVERIFY2(gain > (correlation > 0 ? 3.5 : 6), qPrintable(QString::number(gain)));

        // Half of it is half the way.
        const cv::Mat half = detailedOf(grainy, {.grain = 0.5}).photo->pixels;
        cv::Mat middle;
        cv::addWeighted(grainy, 0.5, pixels, 0.5, 0, middle);
        QVERIFY(cv::norm(half, middle, cv::NORM_INF) <= (CV_MAT_DEPTH(type) == CV_8U ? 1 : 2));
        if (CV_MAT_CN(type) < 3)
            return;
        std::vector<cv::Mat> before, after;
        cv::split(grainy, before);
        cv::split(pixels, after);
        cv::Mat tintBefore, tintAfter; // clipped nowhere in this scene, nearly
        cv::subtract(before[1], before[0], tintBefore, cv::noArray(), CV_32S);
        cv::subtract(after[1], after[0], tintAfter, cv::noArray(), CV_32S);
        QVERIFY(cv::countNonZero(cv::abs(tintBefore - tintAfter) > 1) < int(size.area()) / 1000);
        if (CV_MAT_CN(type) == 4)
            QCOMPARE(cv::norm(before[3], after[3], cv::NORM_INF), 0.0);
    }

    void keepsWhatHasNoGrain()
    {
        const cv::Mat pixels = pixelsOf(scene(), CV_8UC1);
        const cv::Mat made = detailedOf(pixels, {.grain = 1}).photo->pixels;
        QVERIFY(cv::norm(pixels, made, cv::NORM_INF) <= 1);
    }

    void takesPrintedDotsOut_data()
    {
        QTest::addColumn<double>("period");
        QTest::addColumn<double>("degrees");
        for (const double period : {3.5, 4.7, 6.0, 8.6, 11.3})
            for (const double degrees : {0.0, 15.0, 45.0, 67.0})
                QTest::addRow("%g pixels, %g degrees", period, degrees) << period << degrees;
    }

    void takesPrintedDotsOut()
    {
        QFETCH(double, period);
        QFETCH(double, degrees);
        const cv::Mat clean = scene();
        const cv::Mat dotted = printed(clean, period, degrees);
        const auto found = Halftone::find(pixelsOf(dotted, CV_8UC1));
        QVERIFY(found);
        QVERIFY2(std::abs(found->period() / period - 1) < 0.01,
                 qPrintable(QString::number(found->period())));
        const DetailedPhoto made =
            detailedOf(pixelsOf(dotted, CV_8UC3), {.dots = PrintedDots::Remove});
        QVERIFY(made.notices.empty());
        // What is left beside the dots: the ink has another scale of tones, edges are softer.
        cv::Mat soft, rest;
        cv::Mat plane, codes;
        cv::extractChannel(made.photo->pixels, plane, 0);
        plane.convertTo(codes, CV_32F);
        cv::GaussianBlur(codes, soft, {}, period);
        cv::GaussianBlur(dotted, rest, {}, period);
        const double dotsBefore = cv::norm(dotted, rest, cv::NORM_L2);
        const double dotsAfter = cv::norm(codes, soft, cv::NORM_L2);
        qInfo("%.3f of the dots", dotsAfter / dotsBefore);
        QVERIFY(dotsAfter < 0.3 * dotsBefore);
        QVERIFY(!Halftone::find(made.photo->pixels));
    }

    void saysThatThereAreNoDots_data()
    {
        QTest::addColumn<cv::Mat>("pixels");
        const cv::Mat clean = scene();
        QTest::newRow("a photo") << pixelsOf(clean, CV_8UC1);
        QTest::newRow("grainy") << pixelsOf(clean + grainOf(size, 10, 0.8), CV_16UC1);
        std::vector<std::uint8_t> jpeg;
        cv::imencode(".jpg", pixelsOf(clean, CV_8UC1), jpeg, {cv::IMWRITE_JPEG_QUALITY, 20});
        QTest::newRow("the blocks of JPEG") << cv::imdecode(jpeg, cv::IMREAD_GRAYSCALE);
        cv::Mat lines = clean.clone();
        for (int y = 0; y < lines.rows; y += 5)
            lines.row(y) *= 0.6;
        QTest::newRow("lines of a scanner") << pixelsOf(lines, CV_8UC1);
        QTest::newRow("small") << pixelsOf(clean, CV_8UC1)({0, 0, 100, 100});
        QTest::newRow("one colour") << cv::Mat(300, 300, CV_8UC1, cv::Scalar(90));
    }

    void saysThatThereAreNoDots()
    {
        QFETCH(cv::Mat, pixels);
        const auto repaired = repairedOf(pixels);
        const auto made = detailStage.run(repaired, {.dots = PrintedDots::Remove}, Progress());
        QVERIFY(made && made->photo == repaired->photo);
        QCOMPARE(made->notices.size(), std::size_t(1));
    }

    void sharpensEdgesOnly()
    {
        cv::Mat codes(size, CV_32F, cv::Scalar(60));
        codes.colRange(256, 512).setTo(180);
        cv::GaussianBlur(codes, codes, {}, 1.5);
        const cv::Mat soft = pixelsOf(codes + grainOf(size, 3, 0), CV_16UC1);
        const cv::Mat sharp = detailedOf(soft, {.sharpness = 1}).photo->pixels;
        const auto steepest = [](const cv::Mat& pixels) {
            cv::Mat row, slope;
            cv::reduce(pixels, row, 0, cv::REDUCE_AVG, CV_32F);
            cv::subtract(row.colRange(1, row.cols), row.colRange(0, row.cols - 1), slope);
            double most = 0;
            cv::minMaxLoc(slope, nullptr, &most);
            return most;
        };
        const double steeper = steepest(sharp) / steepest(soft);
        QVERIFY2(steeper > 1.3, qPrintable(QString::number(steeper)));
        cv::Mat row;
        cv::reduce(sharp, row, 0, cv::REDUCE_AVG, CV_32F);
        double least = 0, most = 0;
        cv::minMaxLoc(row, &least, &most);
        QVERIFY2(least > (60 - 12) * 257 && most < (180 + 12) * 257, "no halo");
        cv::Scalar mean, before, after;
        cv::meanStdDev(soft.colRange(20, 230), mean, before);
        cv::meanStdDev(sharp.colRange(20, 230), mean, after);
        QVERIFY2(after[0] < 1.25 * before[0], qPrintable(QString::number(after[0] / before[0])));
    }

    // Tiles have no seams: each pixel sees all that it has to.
    void knowsNoTiles()
    {
        cv::Mat codes = scene();
        cv::resize(codes, codes, {1300, 1100}, 0, 0, cv::INTER_CUBIC);
        const cv::Mat pixels = pixelsOf(codes + grainOf(codes.size(), 5, 0), CV_16UC1);
        DetailPlan plan;
        plan.halftone = Halftone{{cv::Point2d(4, 3), cv::Point2d(-3, 4)}, 1};
        plan.grain = GrainReduction(Grain::of(pixels, cv::Mat::zeros(pixels.size(), CV_8U)), 1);
        plan.sharpening = {1, 20};
        const cv::Mat whole = detailedPixels(pixels, plan, Progress());
        const cv::Point shift(137, 211);
        const cv::Mat shifted =
            detailedPixels(pixels({shift, cv::Point(pixels.cols, pixels.rows)}), plan, Progress());
        const cv::Rect inside(shift + cv::Point(64, 64), cv::Point(1300 - 64, 1100 - 64));
        QVERIFY(cv::norm(whole(inside), shifted(inside - shift), cv::NORM_INF) <= 1);
    }

    void takesTheSmallest_data()
    {
        QTest::addColumn<cv::Size>("of");
        for (const cv::Size of :
             {cv::Size(1, 1), cv::Size(2, 1), cv::Size(1, 3000), cv::Size(7, 5)})
            QTest::addRow("%d x %d", of.width, of.height) << of;
    }

    void takesTheSmallest()
    {
        QFETCH(cv::Size, of);
        cv::Mat pixels(of, CV_8UC3);
        cv::RNG(3).fill(pixels, cv::RNG::UNIFORM, 0, 256);
        const DetailedPhoto made =
            detailedOf(pixels, {.dots = PrintedDots::Remove, .grain = 1, .sharpness = 1});
        QCOMPARE(made.photo->pixels.size(), of);
    }
};

QTEST_GUILESS_MAIN(TestDetail)
#include "test_detail.moc"
