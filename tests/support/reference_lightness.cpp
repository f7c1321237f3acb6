#include "tests/support/reference_lightness.h"

#include <lcms2.h>

#include <cmath>
#include <stdexcept>

namespace autochrome {
namespace {

// IEC 61966-2-1.
double linearOf(double encoded)
{
    return encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
}

double cubeRootOf(double t)
{
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

cv::Vec3d labOf(const cv::Vec3d& rgb)
{
    const double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.9504700;
    const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
    const double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.0888300;
    const double fx = cubeRootOf(x);
    const double fy = cubeRootOf(y);
    const double fz = cubeRootOf(z);
    return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

// Device values, 0-1, rows x cols x (1 or 3).
cv::Mat deviceValues(const cv::Mat& pixels)
{
    const int channels = pixels.channels() == 1 ? 1 : 3;
    cv::Mat all;
    pixels.convertTo(all, CV_64F, 1.0 / (pixels.depth() == CV_8U ? 255 : 65535));
    cv::Mat out(pixels.size(), CV_MAKETYPE(CV_64F, channels));
    for (int y = 0; y < pixels.rows; ++y)
        for (int x = 0; x < pixels.cols; ++x)
            for (int c = 0; c < channels; ++c)
                out.ptr<double>(y)[x * channels + c] =
                    all.ptr<double>(y)[x * pixels.channels() + c];
    return out;
}

void throughProfile(const cv::Mat& device, const std::vector<std::uint8_t>& icc, cv::Mat& linear)
{
    const cmsHPROFILE from = cmsOpenProfileFromMem(icc.data(), cmsUInt32Number(icc.size()));
    cmsCIExyY white{0.3127, 0.3290, 1};
    cmsCIExyYTRIPLE primaries{{0.64, 0.33, 1}, {0.30, 0.60, 1}, {0.15, 0.06, 1}};
    cmsToneCurve* const straight = cmsBuildGamma(nullptr, 1.0);
    cmsToneCurve* const curves[3] = {straight, straight, straight};
    const cmsHPROFILE to = cmsCreateRGBProfile(&white, &primaries, curves);
    const cmsHTRANSFORM transform = cmsCreateTransform(
        from, device.channels() == 1 ? TYPE_GRAY_DBL : TYPE_RGB_DBL, to, TYPE_RGB_DBL,
        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE | cmsFLAGS_NOCACHE);
    if (!transform)
        throw std::runtime_error("lcms2 refuses the profile");
    for (int y = 0; y < device.rows; ++y)
        cmsDoTransform(transform, device.ptr(y), linear.ptr(y), cmsUInt32Number(device.cols));
    cmsDeleteTransform(transform);
    cmsCloseProfile(from);
    cmsCloseProfile(to);
    cmsFreeToneCurve(straight);
}

} // namespace

cv::Mat referenceLab(const cv::Mat& pixels, const std::vector<std::uint8_t>& icc)
{
    const cv::Mat device = deviceValues(pixels);
    cv::Mat lab(pixels.size(), CV_64FC3);
    if (!icc.empty())
        throughProfile(device, icc, lab);
    for (int y = 0; y < lab.rows; ++y)
        for (int x = 0; x < lab.cols; ++x) {
            cv::Vec3d& value = lab.at<cv::Vec3d>(y, x);
            const double* codes = device.ptr<double>(y) + x * device.channels();
            if (icc.empty())
                for (int c = 0; c < 3; ++c)
                    value[c] = linearOf(codes[device.channels() == 1 ? 0 : c]);
            value = labOf(value);
        }
    return lab;
}

double lightnessDifference(const cv::Mat& a, const std::vector<std::uint8_t>& iccOfA,
                           const cv::Mat& b, const std::vector<std::uint8_t>& iccOfB)
{
    const cv::Mat first = referenceLab(a, iccOfA);
    const cv::Mat second = referenceLab(b, iccOfB);
    double greatest = 0;
    for (int y = 0; y < first.rows; ++y)
        for (int x = 0; x < first.cols; ++x)
            greatest = std::max(
                greatest, std::fabs(first.at<cv::Vec3d>(y, x)[0] - second.at<cv::Vec3d>(y, x)[0]));
    return greatest;
}

} // namespace autochrome
