// What the geometry makes of a photo with a frame: pixels as they are where it can, one careful
// interpolation where it must.
#include "core/edit/geometry/geometry_stage.h"
#include "core/edit/geometry/resampling.h"
#include "tests/edit/every_geometry.h"

#include <QtTest/QTest>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <random>

using namespace autochrome;

namespace {

const cv::Size size(120, 80);

std::shared_ptr<const Photo> photoOf(const cv::Mat& pixels)
{
    auto photo = std::make_shared<Photo>();
    photo->pixels = pixels;
    return photo;
}

cv::Mat noise(int type)
{
    cv::Mat pixels(size, type);
    cv::RNG random(1);
    random.fill(pixels, cv::RNG::UNIFORM, 0, CV_MAT_DEPTH(type) == CV_8U ? 256 : 65536);
    return pixels;
}

// A picture that is known between its pixels too, of any depth.
double waves(cv::Point2d place)
{
    return 0.5 + 0.2 * std::sin(place.x / 5) + 0.2 * std::cos(place.y / 7 + place.x / 11);
}

cv::Mat waves(int type, double most)
{
    cv::Mat pixels(size, type);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const double value = most * waves(cv::Point2d(x + 0.5, y + 0.5));
            if (pixels.depth() == CV_8U)
                pixels.at<std::uint8_t>(y, x) = cv::saturate_cast<std::uint8_t>(value);
            else
                pixels.at<std::uint16_t>(y, x) = cv::saturate_cast<std::uint16_t>(value);
        }
    return pixels;
}

GeometrySettings framed(const Frame& frame, GeometrySettings turn = {})
{
    turn.frame = frame;
    return turn;
}

} // namespace

class TestFramedPhoto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWholePixels_data() { everyGeometry(); }
    void keepsWholePixels()
    {
        const cv::Rect part(11, 7, 50, 31);
        for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4}) {
            const auto photo = photoOf(noise(type));
            const auto whole = geometryStage.run(photoOf(photo->pixels(part).clone()),
                                                 fetchedGeometry(), Progress());
            const auto cut = geometryStage.run(
                photo, framed(Frame::ofRectangle(part), fetchedGeometry()), Progress());
            QVERIFY(cut);
            QCOMPARE(cut->photo->pixels.type(), type);
            QCOMPARE(cut->photo->pixels.size(), cut->map.preparedSize());
            QCOMPARE(cv::norm(cut->photo->pixels.reshape(1), whole->photo->pixels.reshape(1),
                              cv::NORM_INF),
                     0.0);
            // Nothing keeps the rest in memory.
            QVERIFY(cut->photo->pixels.isContinuous());
        }
    }

    // The value of each pixel is that of the source where the map says that it came from.
    void interpolatesWhereTheMapSays_data() { everyGeometry(); }
    void interpolatesWhereTheMapSays()
    {
        const Frame frames[] = {Frame::ofRectangle({30, 20, 60, 40}, 12),
                                Frame::ofRectangle({30.5, 20.25, 60, 40}),
                                {{{{20, 15}, {100, 22}, {95, 70}, {15, 60}}}}};
        for (const Frame& frame : frames) {
            for (const bool deep : {false, true}) {
                const double most = deep ? 65535 : 255;
                const auto photo = photoOf(waves(deep ? CV_16UC1 : CV_8UC1, most));
                const auto cut =
                    geometryStage.run(photo, framed(frame, fetchedGeometry()), Progress());
                QVERIFY(cut);
                const cv::Mat& pixels = cut->photo->pixels;
                QCOMPARE(pixels.size(), cut->map.preparedSize());
                double worst = 0;
                for (int y = 0; y < pixels.rows; ++y)
                    for (int x = 0; x < pixels.cols; ++x) {
                        const double found =
                            deep ? pixels.at<std::uint16_t>(y, x) : pixels.at<std::uint8_t>(y, x);
                        const double wanted =
                            most * waves(cut->map.toSource(cv::Point2d(x + 0.5, y + 0.5)));
                        worst = std::max(worst, std::abs(found - wanted));
                    }
                // Half a step of rounding, and what Lanczos leaves of such waves.
                QVERIFY2(worst < (deep ? 200 : 1.6), qPrintable(QString::number(worst)));
            }
        }
    }

    // However it is turned, each pixel is to the bit what it is unturned.
    void turnsWhatItInterpolates_data() { everyGeometry(); }
    void turnsWhatItInterpolates()
    {
        const Frame frames[] = {Frame::ofRectangle({30, 20, 60, 40}, 12),
                                {{{{20, 15}, {100, 22}, {95, 70}, {15, 60}}}},
                                Frame::ofRectangle({30.5, 20.25, 1, 40}, 1)};
        for (const Frame& frame : frames)
            for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4}) {
                const auto photo = photoOf(noise(type));
                const auto turned =
                    geometryStage.run(photo, framed(frame, fetchedGeometry()), Progress());
                const auto unturned = geometryStage.run(photo, framed(frame), Progress());
                const auto wanted =
                    geometryStage.run(unturned->photo, fetchedGeometry(), Progress());
                QVERIFY(turned && wanted);
                QCOMPARE(turned->photo->pixels.size(), wanted->photo->pixels.size());
                QCOMPARE(cv::norm(turned->photo->pixels.reshape(1),
                                  wanted->photo->pixels.reshape(1), cv::NORM_INF),
                         0.0);
            }
    }

    void evenStaysEven()
    {
        for (const int type : {CV_8UC3, CV_16UC1}) {
            const auto photo = photoOf(cv::Mat(size, type, cv::Scalar::all(201)));
            const auto cut = geometryStage.run(
                photo, framed(Frame::ofRectangle({20, 20, 60, 40}, 33)), Progress());
            QVERIFY(cut);
            const cv::Mat even(cut->photo->pixels.size(), type, cv::Scalar::all(201));
            QCOMPARE(cv::norm(cut->photo->pixels.reshape(1), even.reshape(1), cv::NORM_INF), 0.0);
        }
    }

    void straightensAnEdge()
    {
        // An edge that falls by three degrees.
        constexpr double degrees = 3;
        cv::Mat pixels(size, CV_16UC1);
        const double slope = std::tan(degrees * std::numbers::pi / 180);
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x) {
                const double above = std::clamp(y + 1 - 38 - slope * (x + 0.5), 0.0, 1.0);
                pixels.at<std::uint16_t>(y, x) = std::uint16_t(10000 + 40000 * above);
            }
        const Frame frame = Frame::straightening(size, -degrees);
        const auto cut = geometryStage.run(photoOf(pixels), framed(frame), Progress());
        QVERIFY(cut);
        // Where the edge crosses each column, from the sum of what is above.
        std::vector<double> heights;
        for (int x = 2; x < cut->photo->pixels.cols - 2; ++x) {
            double sum = 0;
            for (int y = 0; y < cut->photo->pixels.rows; ++y)
                sum += (cut->photo->pixels.at<std::uint16_t>(y, x) - 10000) / 40000.0;
            heights.push_back(sum);
        }
        const auto [least, most] = std::ranges::minmax(heights);
        QVERIFY2(most - least < 0.1, qPrintable(QString::number(most - least)));
    }

    // What cannot be seen does not show at an edge.
    void colourIsThatOfWhatIsSeen()
    {
        for (const int type : {CV_8UC4, CV_16UC4}) {
            const double most = CV_MAT_DEPTH(type) == CV_8U ? 255 : 65535;
            cv::Mat pixels(size, type, cv::Scalar(200, 100, 50, most));
            pixels.colRange(0, 60).setTo(cv::Scalar::all(0));
            const auto cut = geometryStage.run(photoOf(pixels),
                                               framed(Frame::straightening(size, 5)), Progress());
            QVERIFY(cut);
            cv::Mat found;
            cut->photo->pixels.convertTo(found, CV_32F);
            int half = 0;
            for (int y = 0; y < found.rows; ++y)
                for (int x = 0; x < found.cols; ++x) {
                    const auto pixel = found.at<cv::Vec4f>(y, x);
                    half += pixel[3] > 0.2 * most && pixel[3] < 0.8 * most;
                    if (pixel[3] > 0.2 * most)
                        QVERIFY(cv::norm(
                                    cv::Vec3f(pixel[0] - 200, pixel[1] - 100, pixel[2] - 50)) <= 2);
                }
            QVERIFY(half > 10);
        }
    }

    // Where a perspective shows the source smaller, fine lines become a grey, not coarse ones.
    void shrinksWithoutMoire()
    {
        cv::Mat lines(400, 400, CV_8UC1);
        for (int y = 0; y < lines.rows; ++y)
            lines.row(y).setTo(y % 2 == 0 ? 0 : 255);
        const Frame frame{{{{160, 40}, {240, 40}, {380, 380}, {20, 380}}}};
        const auto cut = geometryStage.run(photoOf(lines), framed(frame), Progress());
        QVERIFY(cut);
        const cv::Mat& pixels = cut->photo->pixels;
        cv::Scalar mean, deviation; // at the bottom two lines of the source or more are one
        cv::meanStdDev(pixels.rowRange(pixels.rows * 9 / 10, pixels.rows - 4), mean, deviation);
        QVERIFY2(deviation[0] < 6, qPrintable(QString::number(deviation[0])));
        QVERIFY(std::abs(mean[0] - 127.5) < 3);
    }

    // A recipe for another scan: the photo is whole.
    void passesByAFrameThatDoesNotFit()
    {
        const auto photo = photoOf(noise(CV_8UC1));
        const auto cut =
            geometryStage.run(photo, framed(Frame::ofRectangle({500, 500, 100, 100})), Progress());
        QVERIFY(cut);
        QVERIFY(cut->photo == photo);
        QVERIFY(cut->map.isIdentity());
    }

    void leadsThereAndBack_data() { everyGeometry(); }
    void leadsThereAndBack()
    {
        const Frame frames[] = {Frame::ofRectangle({30, 20, 60, 40}),
                                Frame::ofRectangle({30, 20, 60, 40}, 12),
                                {{{{20, 15}, {100, 22}, {95, 70}, {15, 60}}}}};
        for (const Frame& frame : frames) {
            const GeometryMap map(size, framed(frame, fetchedGeometry()));
            for (const cv::Point2d point : {cv::Point2d(30, 20), {60.5, 44}, {0, 80}}) {
                QVERIFY(cv::norm(map.toSource(map.toPrepared(point)) - point) < 1e-6);
                QVERIFY(cv::norm(map.toPrepared(map.toSource(point)) - point) < 1e-6);
            }
            // The frame fills what is seen.
            const cv::Size seen = map.preparedSize();
            for (const cv::Point2d corner : frame.corners) {
                const cv::Point2d place = map.toPrepared(corner);
                QVERIFY(std::min(std::abs(place.x), std::abs(place.x - seen.width)) < 1e-6);
                QVERIFY(std::min(std::abs(place.y), std::abs(place.y - seen.height)) < 1e-6);
            }
        }
    }

    void stopsWhenCancelled()
    {
        Progress progress;
        progress.cancel();
        QVERIFY_EXCEPTION_THROWN(resampled(noise(CV_8UC1), cv::Matx33d::eye(), size, {}, progress),
                                 std::exception);
    }
};

QTEST_GUILESS_MAIN(TestFramedPhoto)
#include "test_framed_photo.moc"
