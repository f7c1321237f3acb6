#include "core/base/text.h"
#include "core/colour/lab.h"
#include "core/photo/profile/colour_space.h"
#include "core/photo/profile/icc.h"
#include "tests/support/profiles.h"

#include <QtTest>
#include <cmath>

using namespace autochrome;

using Profile = std::vector<std::uint8_t>;
Q_DECLARE_METATYPE(Profile)

namespace {

Photo photoOf(const Profile& icc, const cv::Mat& pixels)
{
    Photo photo;
    photo.icc = icc;
    photo.pixels = pixels;
    photo.source = "test.tif";
    return photo;
}

/// Pixels that cover a space: a grid of colours and a grey ramp.
cv::Mat samples(int depth, int channels)
{
    const double full = depth == CV_16U ? 65535 : 255;
    std::vector<cv::Vec3d> colours;
    constexpr int side = 15;
    for (int r = 0; r < side; ++r)
        for (int g = 0; g < side; ++g)
            for (int b = 0; b < side; ++b)
                colours.emplace_back(r / (side - 1.0), g / (side - 1.0), b / (side - 1.0));
    for (int i = 0; i < 1000; ++i)
        colours.push_back(cv::Vec3d::all(i / 999.0));
    cv::Mat pixels(1, int(colours.size()), CV_MAKETYPE(depth, channels));
    for (int x = 0; x < pixels.cols; ++x)
        for (int c = 0; c < channels; ++c) {
            const double value = std::round(full * (c < 3 ? colours[std::size_t(x)][c] : 0.5));
            if (depth == CV_16U)
                pixels.ptr<std::uint16_t>()[x * channels + c] = std::uint16_t(value);
            else
                pixels.ptr()[x * channels + c] = std::uint8_t(value);
        }
    return pixels;
}

cv::Mat asDevice(const cv::Mat& pixels)
{
    cv::Mat device;
    pixels.convertTo(device, CV_32F, pixels.depth() == CV_16U ? 1 / 65535.0 : 1 / 255.0);
    if (device.channels() == 4) {
        cv::Mat three(device.size(), CV_32FC3);
        const int pairs[] = {0, 0, 1, 1, 2, 2};
        cv::mixChannels(&device, 1, &three, 1, pairs, 3);
        return three;
    }
    return device;
}

/// lcms2 alone: the definition of L* in colour_space.h, in double precision after it.
std::vector<double> referenceLightness(const Profile& icc, const cv::Mat& device)
{
    const bool grey = device.channels() == 1;
    const auto ofY = [](double y) {
        return y > 216.0 / 24389 ? 116 * std::cbrt(y) - 16 : 24389.0 / 27 * y;
    };
    std::vector<double> lightness;
    if (grey && icc.empty()) { // the sRGB curve, IEC 61966-2-1
        for (int x = 0; x < device.cols; ++x) {
            const double v = device.at<float>(x);
            lightness.push_back(ofY(v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4)));
        }
        return lightness;
    }
    IccProfile from = openProfile(icc);
    if (!from)
        from.reset(cmsCreate_sRGBProfile());
    const IccTransform transform(cmsCreateTransform(
        from.get(), grey ? TYPE_GRAY_FLT : TYPE_RGB_FLT, linearSrgbProfile().get(), TYPE_RGB_DBL,
        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE));
    std::vector<cv::Vec3d> linear(std::size_t(device.cols));
    cmsDoTransform(transform.get(), device.ptr(), linear.data(), cmsUInt32Number(device.cols));
    for (const cv::Vec3d& rgb : linear)
        lightness.push_back(ofY(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]));
    return lightness;
}

} // namespace

class TestColourSpace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void luminance_data();
    void luminance();
    void linearAgrees_data();
    void linearAgrees();
    void roundTrip_data();
    void roundTrip();
    void movesChroma_data();
    void movesChroma();
    void tellsWhatDoesNotFit_data();
    void tellsWhatDoesNotFit();
    void knowsSrgb();
    void resultSpaces();
    void warns_data();
    void warns();
};

namespace {

void addProfiles(bool grey)
{
    QTest::addColumn<Profile>("icc");
    QTest::addColumn<int>("depth");
    QTest::addColumn<int>("channels");
    for (const auto& [name, depth] : {std::pair("8 bit", CV_8U), std::pair("16 bit", CV_16U)}) {
        QTest::addRow("none, %s", name) << Profile() << depth << 3;
        QTest::addRow("none with alpha, %s", name) << Profile() << depth << 4;
        QTest::addRow("sRGB, %s", name) << srgbProfile() << depth << 3;
        QTest::addRow("gamma 2.2 matrix, %s", name) << testWideGamutProfile(2.2) << depth << 3;
        QTest::addRow("gamma 1.0 matrix, %s", name) << testWideGamutProfile(1.0) << depth << 3;
        QTest::addRow("ProPhoto, %s", name) << testProPhotoProfile() << depth << 3;
        QTest::addRow("scanner table, %s", name) << testScannerProfile() << depth << 3;
        if (grey) {
            QTest::addRow("grey, %s", name) << Profile() << depth << 1;
            QTest::addRow("grey gamma 2.2, %s", name) << testGreyProfile(2.2) << depth << 1;
            QTest::addRow("grey gamma 1.0, %s", name) << testGreyProfile(1.0) << depth << 1;
        }
    }
}

} // namespace

void TestColourSpace::luminance_data()
{
    addProfiles(true);
}

void TestColourSpace::luminance()
{
    QFETCH(Profile, icc);
    QFETCH(int, depth);
    QFETCH(int, channels);
    const cv::Mat pixels = samples(depth, channels);
    const ColourSpace space = ColourSpace::of(photoOf(icc, pixels));
    cv::Mat lightness;
    space.luminance(pixels, lightness);
    QCOMPARE(lightness.type(), CV_32F);
    const std::vector<double> expected = referenceLightness(icc, asDevice(pixels));
    double worst = 0;
    for (int x = 0; x < pixels.cols; ++x)
        worst = std::max(worst, std::abs(lightness.at<float>(x) - expected[std::size_t(x)]));
    QVERIFY2(worst < 0.004, qPrintable(QString::number(worst)));
}

void TestColourSpace::linearAgrees_data()
{
    addProfiles(true);
}

void TestColourSpace::linearAgrees()
{
    QFETCH(Profile, icc);
    QFETCH(int, depth);
    QFETCH(int, channels);
    const cv::Mat pixels = samples(depth, channels);
    const ColourSpace space = ColourSpace::of(photoOf(icc, pixels));
    cv::Mat linear;
    cv::Mat fast;
    space.toLinearSrgb(pixels, linear);
    space.luminance(pixels, fast);
    QCOMPARE(linear.type(), CV_32FC3);
    for (int x = 0; x < pixels.cols; ++x) {
        const cv::Vec3f& rgb = linear.at<cv::Vec3f>(x);
        const float slow = autochrome::lightness(luminanceY({rgb[0], rgb[1], rgb[2]}));
        QVERIFY(std::abs(slow - fast.at<float>(x)) < 0.001f);
    }
}

void TestColourSpace::roundTrip_data()
{
    addProfiles(false);
}

void TestColourSpace::roundTrip()
{
    QFETCH(Profile, icc);
    QFETCH(int, depth);
    QFETCH(int, channels);
    const cv::Mat pixels = samples(depth, channels);
    const ColourSpace space = ColourSpace::of(photoOf(icc, pixels));
    cv::Mat linear;
    space.toLinearSrgb(pixels, linear);
    // Not from the answer itself: from somewhere near it.
    const cv::Mat truth = asDevice(pixels);
    cv::Mat start = truth * 0.85 + cv::Scalar(0.02, 0.1, 0.06);
    cv::Mat device;
    space.fromLinearSrgb(linear, start, device);
    QCOMPARE(device.type(), CV_32FC3);
    cv::Mat inside = cv::min(cv::max(device, 0.0), 1.0);
    const std::vector<double> before = referenceLightness(icc, truth);
    const std::vector<double> after = referenceLightness(icc, inside);
    double worst = 0;
    for (std::size_t x = 0; x < before.size(); ++x)
        worst = std::max(worst, std::abs(after[x] - before[x]));
    QVERIFY2(worst <= 0.005, qPrintable(QString::number(worst)));
}

void TestColourSpace::movesChroma_data()
{
    addProfiles(false);
}

/// What colouring does: grey in, a colour of the same L* out.
void TestColourSpace::movesChroma()
{
    QFETCH(Profile, icc);
    QFETCH(int, depth);
    cv::Mat pixels(1, 200, CV_MAKETYPE(depth, 3));
    for (int x = 0; x < 200; ++x)
        pixels.col(x).setTo(
            cv::Scalar::all((0.2 + 0.6 * x / 199) * (depth == CV_16U ? 65535 : 255)));
    const ColourSpace space = ColourSpace::of(photoOf(icc, pixels));
    cv::Mat linear;
    space.toLinearSrgb(pixels, linear);
    cv::Mat wanted = linear.clone();
    for (int x = 0; x < 200; ++x) {
        const cv::Vec3f& rgb = linear.at<cv::Vec3f>(x);
        const float L = autochrome::lightness(luminanceY({rgb[0], rgb[1], rgb[2]}));
        const float hue = float(x) * 0.7f;
        const LinearRgb coloured = toLinearRgb({L, 15 * std::cos(hue), 15 * std::sin(hue)});
        wanted.at<cv::Vec3f>(x) = {coloured.r, coloured.g, coloured.b};
    }
    cv::Mat device;
    space.fromLinearSrgb(wanted, asDevice(pixels), device);
    const std::vector<double> after = referenceLightness(icc, device);
    for (int x = 0; x < 200; ++x) {
        const cv::Vec3f& rgb = wanted.at<cv::Vec3f>(x);
        const double L = autochrome::lightness(luminanceY({rgb[0], rgb[1], rgb[2]}));
        QVERIFY2(std::abs(after[std::size_t(x)] - L) <= 0.005,
                 qPrintable(QString::number(after[std::size_t(x)] - L)));
    }
}

void TestColourSpace::tellsWhatDoesNotFit_data()
{
    addProfiles(false);
}

void TestColourSpace::tellsWhatDoesNotFit()
{
    QFETCH(Profile, icc);
    QFETCH(int, depth);
    const cv::Mat pixels(1, 1, CV_MAKETYPE(depth, 3), cv::Scalar::all(100));
    const ColourSpace space = ColourSpace::of(photoOf(icc, pixels));
    // A green far beyond every one of these spaces.
    const cv::Mat wanted(1, 1, CV_32FC3, cv::Scalar(-1.5, 1.2, -1.0));
    const cv::Mat start(1, 1, CV_32FC3, cv::Scalar::all(0.5));
    cv::Mat device;
    space.fromLinearSrgb(wanted, start, device);
    const cv::Vec3f found = device.at<cv::Vec3f>(0);
    QVERIFY(std::min({found[0], found[1], found[2]}) < -0.001f ||
            std::max({found[0], found[1], found[2]}) > 1.001f);
}

void TestColourSpace::knowsSrgb()
{
    const cv::Mat rgb(1, 1, CV_8UC3);
    QVERIFY(ColourSpace::of(photoOf({}, rgb)).isSrgb());
    QVERIFY(ColourSpace::of(photoOf(srgbProfile(), rgb)).isSrgb());
    QVERIFY(ColourSpace::of(photoOf(testSrgbProfile(), rgb)).isSrgb());
    QVERIFY(!ColourSpace::of(photoOf(testWideGamutProfile(2.2), rgb)).isSrgb());
    QVERIFY(!ColourSpace::of(photoOf(testScannerProfile(), rgb)).isSrgb());
    QVERIFY(!ColourSpace::of(photoOf(srgbProfile(), rgb)).isGrey());
    QVERIFY(ColourSpace::of(photoOf({}, cv::Mat(1, 1, CV_8UC1))).isGrey());
    QCOMPARE(QString::fromStdString(ColourSpace::of(photoOf(srgbProfile(), rgb)).name()),
             QString("sRGB"));
}

void TestColourSpace::resultSpaces()
{
    const cv::Mat rgb(1, 1, CV_8UC3);
    const cv::Mat grey(1, 1, CV_16UC1);
    const Profile wide = testWideGamutProfile(2.2);
    QVERIFY(ColourSpace::of(photoOf(wide, rgb)).resultSpace().profile() == wide);
    const ColourSpace ofGrey = ColourSpace::of(photoOf(testGreyProfile(2.2), grey)).resultSpace();
    QVERIFY(ofGrey.isSrgb() && !ofGrey.isGrey() && ofGrey.profile().empty());
    QVERIFY(ColourSpace::of(photoOf({}, rgb)).resultSpace().isSrgb());
}

void TestColourSpace::warns_data()
{
    QTest::addColumn<Profile>("icc");
    QTest::addColumn<int>("channels");
    QTest::addColumn<bool>("warning");
    Profile damaged = srgbProfile();
    std::fill(damaged.begin() + 128, damaged.end(), std::uint8_t(0xEE));
    QTest::newRow("good") << srgbProfile() << 3 << false;
    QTest::newRow("none") << Profile() << 3 << false;
    QTest::newRow("damaged") << damaged << 3 << true;
    QTest::newRow("nonsense") << Profile(500, 3) << 3 << true;
    QTest::newRow("tiny") << Profile(5, 3) << 3 << true;
    QTest::newRow("grey profile, rgb pixels") << testGreyProfile(2.2) << 3 << true;
    QTest::newRow("rgb profile, grey pixels") << srgbProfile() << 1 << true;
}

void TestColourSpace::warns()
{
    QFETCH(Profile, icc);
    QFETCH(int, channels);
    QFETCH(bool, warning);
    Message said;
    const ColourSpace space = ColourSpace::of(photoOf(icc, cv::Mat(1, 1, CV_8UC(channels))), &said);
    QCOMPARE(!said.isEmpty(), warning);
    if (warning) {
        QVERIFY(QString::fromStdString(inWords(said)).contains("test.tif"));
        QVERIFY(space.profile().empty());
        QVERIFY(space.isSrgb());
    }
}

QTEST_GUILESS_MAIN(TestColourSpace)
#include "test_colour_space.moc"
