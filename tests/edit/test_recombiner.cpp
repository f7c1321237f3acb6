#include "core/edit/colour/recombiner.h"

#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"

#include <QtTest/QTest>
#include <cmath>
#include <map>

using namespace autochrome;

namespace {

using Bytes = std::vector<std::uint8_t>;

const Bytes& profile(const std::string& name)
{
    static const std::map<std::string, Bytes> profiles{
        {"none", {}},
        {"srgb", testSrgbProfile()},
        {"wide", testWideGamutProfile(2.19921875)},
        {"prophoto", testProPhotoProfile()},
        {"scanner", testScannerProfile()},
        {"grey22", testGreyProfile(2.2)},
        {"grey18", testGreyProfile(1.8)},
    };
    return profiles.at(name);
}

// Every code value as grey; for colour pictures also toned greys and random colours.
cv::Mat testPixels(int depth, int channels, int side)
{
    const double full = depth == CV_8U ? 255 : 65535;
    cv::Mat pixels(side, side, CV_MAKETYPE(depth, channels));
    cv::theRNG().state = 11;
    cv::randu(pixels, 0, full + 1);
    const int count = side * side;
    for (int i = 0; i < count; ++i) {
        const bool grey = channels == 1 || i % 2 == 0;
        if (!grey)
            continue;
        const double code = std::floor(double(i) / (count - 1) * full);
        const double toned[3] = {code, code * 0.94, code * 0.8};
        for (int c = 0; c < std::min(channels, 3); ++c) {
            const double value = i % 4 == 0 ? code : channels == 1 ? code : toned[c];
            if (depth == CV_8U)
                pixels.ptr<std::uint8_t>(i / side)[i % side * channels + c] = std::uint8_t(value);
            else
                pixels.ptr<std::uint16_t>(i / side)[i % side * channels + c] = std::uint16_t(value);
        }
    }
    return pixels;
}

ChromaField strongField(double range)
{
    ChromaMap map;
    map.ab.create(24, 32, CV_32FC2);
    cv::theRNG().state = 3;
    cv::randu(map.ab, -range, range);
    map.confidence = cv::Mat::ones(24, 32, CV_32F);
    cv::Mat lightness(96, 128, CV_32F);
    cv::randu(lightness, 0, 100);
    return ChromaField(map, lightness);
}

ChromaField plainField(float a, float b)
{
    ChromaMap map;
    map.ab = cv::Mat(4, 4, CV_32FC2, cv::Scalar(a, b));
    return ChromaField::bilinear(map);
}

ColourSpace spaceOf(const cv::Mat& pixels, const Bytes& icc)
{
    Photo photo;
    photo.pixels = pixels;
    photo.icc = icc;
    return ColourSpace::of(photo);
}

cv::Mat colourised(const cv::Mat& pixels, const Bytes& icc, const ChromaField& field,
                   double strength, TintHandling tint = TintHandling::Drop)
{
    cv::Mat result;
    Recombiner(spaceOf(pixels, icc), field, {.strength = strength, .tint = tint})
        .colourise(pixels, {0, 0, 1, 1}, result);
    return result;
}

double meanChroma(const cv::Mat& pixels, const Bytes& icc)
{
    const cv::Mat lab = referenceLab(pixels, icc);
    double sum = 0;
    for (const cv::Vec3d& value : cv::Mat_<cv::Vec3d>(lab))
        sum += std::hypot(value[1], value[2]);
    return sum / double(lab.total());
}

} // namespace

class TestRecombiner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsLuminance_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("channels");
        QTest::addColumn<QString>("icc");
        QTest::addColumn<double>("strength");
        QTest::addColumn<bool>("keepTint");
        for (const int depth : {8, 16})
            for (const double strength : {0.0, 0.4, 1.0, 2.0}) {
                for (const char* icc : {"none", "grey22", "grey18"})
                    QTest::addRow("%d bit, grey, %s, %.1f", depth, icc, strength)
                        << depth << 1 << icc << strength << false;
                for (const int channels : {3, 4})
                    for (const char* icc : {"none", "srgb", "wide", "prophoto", "scanner"})
                        for (const bool keep : {false, true})
                            QTest::addRow("%d bit, %d channels, %s, %.1f, %s", depth, channels, icc,
                                          strength, keep ? "keep" : "drop")
                                << depth << channels << icc << strength << keep;
            }
    }

    void keepsLuminance()
    {
        QFETCH(int, depth);
        QFETCH(int, channels);
        QFETCH(QString, icc);
        QFETCH(double, strength);
        QFETCH(bool, keepTint);
        const Bytes& bytes = profile(icc.toStdString());
        const bool grey = channels == 1;
        // A grey 16-bit picture holds every code once; a scanner's table is slow to turn round.
        const int side = grey && depth == 16 ? 256 : icc == "scanner" ? 48 : 96;
        const cv::Mat pixels = testPixels(depth == 8 ? CV_8U : CV_16U, channels, side);
        const cv::Mat result = colourised(pixels, bytes, strongField(110), strength,
                                          keepTint ? TintHandling::Keep : TintHandling::Drop);
        QCOMPARE(result.depth(), pixels.depth());
        QCOMPARE(result.channels(), channels == 4 ? 4 : 3);
        const double difference =
            lightnessDifference(pixels, bytes, result, grey ? Bytes() : bytes);
        QVERIFY2(difference <= (depth == 8 ? 0.5 : 0.02), qPrintable(QString::number(difference)));
        // Kept lightness would be cheap without colour.
        const double chroma = meanChroma(result, grey ? Bytes() : bytes);
        if (strength == 0 && !keepTint && icc != "scanner")
            QVERIFY2(chroma < 1.5, qPrintable(QString::number(chroma)));
        if (strength >= 1)
            QVERIFY2(chroma > 10, qPrintable(QString::number(chroma)));
    }

    void strengthScalesChroma()
    {
        const cv::Mat pixels(16, 16, CV_16UC1, cv::Scalar(30000));
        const ChromaField field = plainField(12, 9); // chroma 15, in gamut also when doubled
        QVERIFY(meanChroma(colourised(pixels, {}, field, 0), {}) < 0.01);
        QVERIFY(std::fabs(meanChroma(colourised(pixels, {}, field, 1), {}) - 15) < 0.05);
        QVERIFY(std::fabs(meanChroma(colourised(pixels, {}, field, 2), {}) - 30) < 0.05);
    }

    void greyStaysTheSameCodes()
    {
        for (const int depth : {CV_8U, CV_16U}) {
            const cv::Mat pixels = testPixels(depth, 1, 256);
            const cv::Mat result = colourised(pixels, {}, strongField(80), 0);
            cv::Mat expected;
            cv::merge(std::vector<cv::Mat>(3, pixels), expected);
            QVERIFY(cv::norm(result, expected, cv::NORM_INF) <= (depth == CV_8U ? 0 : 1));
        }
    }

    // A colour that does not fit keeps its hue and loses only chroma, up to the gamut's border.
    void shrinksAlongTheHue_data()
    {
        QTest::addColumn<QString>("icc");
        QTest::newRow("sRGB") << "none";
        QTest::newRow("wide gamut") << "wide";
        QTest::newRow("scanner") << "scanner";
    }

    void shrinksAlongTheHue()
    {
        QFETCH(QString, icc);
        const Bytes& bytes = profile(icc.toStdString());
        cv::Mat pixels(1, 60, CV_16UC3);
        for (int x = 0; x < pixels.cols; ++x)
            pixels.at<cv::Vec3w>(x) = cv::Vec3w::all(std::uint16_t(4000 + 1000 * x));
        for (int degrees = 0; degrees < 360; degrees += 15) {
            const double hue = degrees * CV_PI / 180;
            const cv::Mat result =
                colourised(pixels, bytes,
                           plainField(float(150 * std::cos(hue)), float(150 * std::sin(hue))), 1);
            const cv::Mat lab = referenceLab(result, bytes);
            for (int x = 0; x < pixels.cols; ++x) {
                const cv::Vec3d& value = lab.at<cv::Vec3d>(x);
                const double chroma = std::hypot(value[1], value[2]);
                const double across =
                    value[1] * std::sin(hue) - value[2] * std::cos(hue); // distance off the hue
                QVERIFY2(std::fabs(across) < 0.3,
                         qPrintable(QString("%1 degrees, column %2: %3 off the hue")
                                        .arg(degrees)
                                        .arg(x)
                                        .arg(across)));
                // Some channel is at its limit: no chroma was given away needlessly.
                const cv::Vec3w& codes = result.at<cv::Vec3w>(x);
                const int nearest =
                    std::min({int(codes[0]), int(codes[1]), int(codes[2]), 65535 - codes[0],
                              65535 - codes[1], 65535 - codes[2]});
                QVERIFY2(nearest < 2000 || chroma > 149.9,
                         qPrintable(QString("%1 degrees, column %2: %3 left, C %4")
                                        .arg(degrees)
                                        .arg(x)
                                        .arg(nearest)
                                        .arg(chroma)));
            }
        }
    }

    void keepsTheScansOwnTint()
    {
        cv::Mat sepia(8, 8, CV_16UC3, cv::Scalar(40000, 34000, 26000));
        const cv::Mat before = referenceLab(sepia);
        const cv::Mat kept = colourised(sepia, {}, plainField(5, -4), 1, TintHandling::Keep);
        const cv::Vec3d moved = referenceLab(kept).at<cv::Vec3d>(3, 3) - before.at<cv::Vec3d>(3, 3);
        QVERIFY(std::fabs(moved[1] - 5) < 0.05 && std::fabs(moved[2] + 4) < 0.05);
        const cv::Mat dropped = colourised(sepia, {}, plainField(5, -4), 1, TintHandling::Drop);
        const cv::Vec3d fresh = referenceLab(dropped).at<cv::Vec3d>(3, 3);
        QVERIFY(std::fabs(fresh[1] - 5) < 0.05 && std::fabs(fresh[2] + 4) < 0.05);
        // Without strength, keeping the tint means keeping the picture.
        const cv::Mat same = colourised(sepia, {}, plainField(5, -4), 0, TintHandling::Keep);
        QVERIFY(cv::norm(same, sepia, cv::NORM_INF) <= 1);
    }

    void keepsAlpha()
    {
        for (const int depth : {CV_8U, CV_16U})
            for (const char* icc : {"none", "wide"}) {
                const cv::Mat pixels = testPixels(depth, 4, 40);
                const cv::Mat result = colourised(pixels, profile(icc), strongField(60), 1);
                cv::Mat before, after;
                cv::extractChannel(pixels, before, 3);
                cv::extractChannel(result, after, 3);
                QCOMPARE(cv::norm(before, after, cv::NORM_INF), 0.0);
            }
    }

    void keepsLuminanceInAnotherSpace_data()
    {
        QTest::addColumn<int>("depth");
        QTest::newRow("8 bit") << CV_8U;
        QTest::newRow("16 bit") << CV_16U;
    }

    // A profile that no file may hold is left behind, and the result is in sRGB.
    void keepsLuminanceInAnotherSpace()
    {
        QFETCH(int, depth);
        Bytes bytes = profile("scanner");
        std::copy_n("abst", 4, bytes.begin() + 12); // its class
        const cv::Mat pixels = testPixels(depth, 3, 300);
        const Recombiner recombiner(spaceOf(pixels, bytes), strongField(60), {1});
        QVERIFY(!recombiner.space().isSrgb());
        QVERIFY(recombiner.resultSpace().isSrgb());
        cv::Mat result, before, after;
        recombiner.colourise(pixels, {0, 0, 1, 1}, result);
        recombiner.space().luminance(pixels, before);
        recombiner.resultSpace().luminance(result, after);
        QVERIFY(cv::norm(before, after, cv::NORM_INF) < (depth == CV_8U ? 0.5 : 0.02));
    }

    // Strips and tiles make the same pixels as the whole.
    void hasNoSeams_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<QString>("icc");
        QTest::newRow("grey") << 1 << "none";
        QTest::newRow("RGB") << 3 << "none";
        QTest::newRow("wide gamut") << 3 << "wide";
    }

    void hasNoSeams()
    {
        QFETCH(int, channels);
        QFETCH(QString, icc);
        const Bytes& bytes = profile(icc.toStdString());
        const cv::Mat square = testPixels(CV_8U, channels, 700);
        const cv::Mat pixels = square.rowRange(0, 333);
        const Recombiner recombiner(spaceOf(pixels, bytes), strongField(60), {1});
        cv::Mat whole;
        recombiner.colourise(pixels, {0, 0, 1, 1}, whole);
        for (const cv::Size tile : {cv::Size(700, 50), cv::Size(123, 77), cv::Size(256, 333)}) {
            cv::Mat pieced(whole.size(), whole.type());
            for (int y = 0; y < pixels.rows; y += tile.height)
                for (int x = 0; x < pixels.cols; x += tile.width) {
                    const cv::Rect where = cv::Rect({x, y}, tile) & cv::Rect({}, pixels.size());
                    const cv::Rect2d fractions(
                        double(where.x) / pixels.cols, double(where.y) / pixels.rows,
                        double(where.width) / pixels.cols, double(where.height) / pixels.rows);
                    cv::Mat result;
                    recombiner.colourise(pixels(where), fractions, result);
                    result.copyTo(pieced(where));
                }
            QCOMPARE(cv::norm(whole, pieced, cv::NORM_INF), 0.0);
        }
    }

    void takesAnyShape_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1x1") << QSize(1, 1);
        QTest::newRow("1x10000") << QSize(1, 10000);
        QTest::newRow("10000x1") << QSize(10000, 1);
        QTest::newRow("257x3") << QSize(257, 3);
    }

    void takesAnyShape()
    {
        QFETCH(QSize, size);
        for (const char* icc : {"none", "wide"})
            for (const int channels : {1, 3}) {
                if (channels == 1 && std::string(icc) != "none")
                    continue;
                cv::Mat pixels(size.height(), size.width(), CV_MAKETYPE(CV_8U, channels));
                cv::randu(pixels, 0, 256);
                const cv::Mat result = colourised(pixels, profile(icc), strongField(60), 1);
                QCOMPARE(result.size(), pixels.size());
                const Bytes& bytes = profile(icc);
                QVERIFY(lightnessDifference(pixels, bytes, result, bytes) <= 0.5);
            }
    }

    void worksWithoutChroma()
    {
        const cv::Mat pixels = testPixels(CV_8U, 3, 32);
        const cv::Mat result = colourised(pixels, {}, ChromaField(), 1);
        QVERIFY(lightnessDifference(pixels, {}, result, {}) <= 0.5);
        QVERIFY(meanChroma(result, {}) < 0.1);
    }
};

QTEST_GUILESS_MAIN(TestRecombiner)
#include "test_recombiner.moc"
