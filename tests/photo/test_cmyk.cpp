#include "core/base/text.h"
#include "core/photo/photo_reader.h"
#include "picture_files.h"
#include "tests/support/profiles.h"
#include "tests/support/reference_lightness.h"

#include <QTemporaryDir>
#include <QtTest>
#include <lcms2.h>
#include <opencv2/imgproc.hpp>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

/// All inks from none to full, and every sort of black.
cv::Mat inkCard(int depth)
{
    constexpr int steps = 8;
    cv::Mat inks(steps * steps, steps * steps, CV_MAKETYPE(depth, 4));
    const double full = depth == CV_16U ? 65535 : 255;
    for (int y = 0; y < inks.rows; ++y) {
        for (int x = 0; x < inks.cols; ++x) {
            const int parts[] = {x % steps, x / steps, y % steps, y / steps};
            for (int c = 0; c < 4; ++c) {
                const double ink = full * parts[c] / (steps - 1);
                if (depth == CV_16U)
                    inks.ptr<std::uint16_t>(y)[4 * x + c] = cv::saturate_cast<std::uint16_t>(ink);
                else
                    inks.ptr<std::uint8_t>(y)[4 * x + c] = cv::saturate_cast<std::uint8_t>(ink);
            }
        }
    }
    return inks;
}

/// L* that the profile itself gives the inks: relative to the paper, with no compensation of its
/// black, by way of linear sRGB in doubles.
cv::Mat lightnessOfInks(const cv::Mat& inks, const Bytes& icc)
{
    cv::Mat perCent;
    inks.convertTo(perCent, CV_64F, inks.depth() == CV_16U ? 100 / 65535.0 : 100 / 255.0);
    const cmsHPROFILE from = cmsOpenProfileFromMem(icc.data(), cmsUInt32Number(icc.size()));
    cmsCIExyY white{0.3127, 0.3290, 1};
    cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    cmsToneCurve* const straight = cmsBuildGamma(nullptr, 1.0);
    cmsToneCurve* const curves[3] = {straight, straight, straight};
    const cmsHPROFILE to = cmsCreateRGBProfile(&white, &primaries, curves);
    const cmsHTRANSFORM transform =
        cmsCreateTransform(from, TYPE_CMYK_DBL, to, TYPE_RGB_DBL, INTENT_RELATIVE_COLORIMETRIC,
                           cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
    cv::Mat lightness(inks.size(), CV_64F);
    std::vector<cv::Vec3d> linear(std::size_t(inks.cols));
    for (int y = 0; y < inks.rows; ++y) {
        cmsDoTransform(transform, perCent.ptr(y), linear.data(), cmsUInt32Number(inks.cols));
        for (int x = 0; x < inks.cols; ++x) {
            const cv::Vec3d& rgb = linear[std::size_t(x)];
            const double Y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
            lightness.at<double>(y, x) =
                Y > 216.0 / 24389 ? 116 * std::cbrt(Y) - 16 : 24389.0 / 27 * Y;
        }
    }
    cmsDeleteTransform(transform);
    cmsCloseProfile(from);
    cmsCloseProfile(to);
    cmsFreeToneCurve(straight);
    return lightness;
}

} // namespace

class TestCmyk : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;

private Q_SLOTS:
    void keepsLightness_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("tolerance");
        // Less than what is promised: colouring needs its part of it.
        QTest::newRow("8 bit TIFF") << "tiff8" << 0.25;
        QTest::newRow("16 bit TIFF") << "tiff16" << 0.01;
        // Its quantisation moves the inks themselves, by a code or two.
        QTest::newRow("JPEG") << "jpeg" << 2.0;
        QTest::newRow("JPEG, Adobe's") << "adobe" << 2.0;
    }

    void keepsLightness()
    {
        QFETCH(QString, kind);
        QFETCH(double, tolerance);
        const Bytes icc = testPressProfile();
        cv::Mat inks = inkCard(kind == "tiff16" ? CV_16U : CV_8U);
        const fs::path path = fs::path(folder_.path().toStdString()) / kind.toStdString();
        if (kind.startsWith("tiff")) {
            writeTiffFile(path, inks, {.cmyk = true, .icc = icc});
        } else {
            cv::resize(inks, inks, {}, 16, 16, cv::INTER_NEAREST); // whole blocks of one colour
            const cv::Mat stored = kind == "adobe" ? cv::Mat(cv::Scalar::all(255) - inks) : inks;
            writeBytes(path, jpegBytes(stored, {.adobeInks = kind == "adobe", .icc = icc}));
        }
        const auto photo = readPhoto(path);
        QVERIFY2(photo, photo ? "" : inWords(photo.error().message).c_str());
        QCOMPARE(photo->pixels.type(), kind == "tiff16" ? CV_16UC3 : CV_8UC3);
        QVERIFY(photo->icc.empty());
        const cv::Mat meant = lightnessOfInks(inks, icc);
        const cv::Mat found = referenceLab(photo->pixels);
        double darkest = 100;
        for (int y = 0; y < meant.rows; ++y) {
            for (int x = 0; x < meant.cols; ++x) {
                const double off = std::abs(meant.at<double>(y, x) - found.at<cv::Vec3d>(y, x)[0]);
                QVERIFY2(off <= tolerance, qPrintable(QStringLiteral("%1 at %2, %3 of L* %4")
                                                          .arg(off)
                                                          .arg(x)
                                                          .arg(y)
                                                          .arg(meant.at<double>(y, x))));
                darkest = std::min(darkest, found.at<cv::Vec3d>(y, x)[0]);
            }
        }
        QVERIFY2(darkest > 0.1, "the black of the paper is not that of the screen");
    }
};

QTEST_GUILESS_MAIN(TestCmyk)
#include "test_cmyk.moc"
