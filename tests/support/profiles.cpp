#include "tests/support/profiles.h"

#include <lcms2.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

namespace autochrome {
namespace {

using Profile = std::unique_ptr<void, decltype(&cmsCloseProfile)>;
using Curve = std::unique_ptr<cmsToneCurve, decltype(&cmsFreeToneCurve)>;

std::vector<std::uint8_t> bytesOf(cmsHPROFILE handle)
{
    const Profile profile(handle, &cmsCloseProfile);
    cmsUInt32Number size = 0;
    if (!profile || !cmsSaveProfileToMem(profile.get(), nullptr, &size))
        throw std::runtime_error("lcms2 cannot make the profile");
    std::vector<std::uint8_t> bytes(size);
    if (!cmsSaveProfileToMem(profile.get(), bytes.data(), &size))
        throw std::runtime_error("lcms2 cannot save the profile");
    return bytes;
}

std::vector<std::uint8_t> matrixProfile(cmsCIExyY white, cmsCIExyYTRIPLE primaries, double gamma)
{
    const Curve curve(cmsBuildGamma(nullptr, gamma), &cmsFreeToneCurve);
    cmsToneCurve* const curves[3] = {curve.get(), curve.get(), curve.get()};
    return bytesOf(cmsCreateRGBProfile(&white, &primaries, curves));
}

// Device RGB to PCS Lab: gamma 1.9 and filters that leak into one another, as a scanner's do.
cmsInt32Number scannerToLab(const cmsUInt16Number in[], cmsUInt16Number out[], void*)
{
    double linear[3];
    for (int c = 0; c < 3; ++c)
        linear[c] = std::pow(in[c] / 65535.0, 1.9);
    const double r = 0.86 * linear[0] + 0.10 * linear[1] + 0.04 * linear[2];
    const double g = 0.07 * linear[0] + 0.85 * linear[1] + 0.08 * linear[2];
    const double b = 0.02 * linear[0] + 0.09 * linear[1] + 0.89 * linear[2];
    // sRGB primaries adapted to the PCS's D50.
    const cmsCIEXYZ xyz{0.4360747 * r + 0.3850649 * g + 0.1430804 * b,
                        0.2225045 * r + 0.7168786 * g + 0.0606169 * b,
                        0.0139322 * r + 0.0971045 * g + 0.7141733 * b};
    cmsCIELab lab;
    cmsXYZ2Lab(nullptr, &lab, &xyz);
    cmsFloat2LabEncoded(out, &lab);
    return TRUE;
}

// Inks to PCS Lab: each takes its share of light away, none of them all.
cmsInt32Number pressToLab(const cmsUInt16Number in[], cmsUInt16Number out[], void*)
{
    double ink[4];
    for (int c = 0; c < 4; ++c)
        ink[c] = in[c] / 65535.0;
    const double black = 1 - 0.985 * ink[3];
    const double r = (1 - 0.98 * ink[0]) * (1 - 0.06 * ink[1]) * (1 - 0.02 * ink[2]) * black;
    const double g = (1 - 0.35 * ink[0]) * (1 - 0.93 * ink[1]) * (1 - 0.05 * ink[2]) * black;
    const double b = (1 - 0.08 * ink[0]) * (1 - 0.40 * ink[1]) * (1 - 0.94 * ink[2]) * black;
    // Adobe RGB's primaries adapted to the PCS's D50.
    const cmsCIEXYZ xyz{0.6097559 * r + 0.2052401 * g + 0.1492240 * b,
                        0.3111242 * r + 0.6256560 * g + 0.0632197 * b,
                        0.0194811 * r + 0.0608902 * g + 0.7448387 * b};
    cmsCIELab lab;
    cmsXYZ2Lab(nullptr, &lab, &xyz);
    cmsFloat2LabEncoded(out, &lab);
    return TRUE;
}

// A profile that says what a table makes of `channels` device values.
std::vector<std::uint8_t> tableProfile(cmsProfileClassSignature kind, cmsColorSpaceSignature space,
                                       int channels, int nodes, cmsSAMPLER16 toLab,
                                       const char* description)
{
    const cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 4.3);
    cmsSetDeviceClass(profile, kind);
    cmsSetColorSpace(profile, space);
    cmsSetPCS(profile, cmsSigLabData);
    const auto inputs = cmsUInt32Number(channels);
    cmsPipeline* const pipeline = cmsPipelineAlloc(nullptr, inputs, 3);
    cmsStage* const table =
        cmsStageAllocCLut16bit(nullptr, cmsUInt32Number(nodes), inputs, 3, nullptr);
    cmsStageSampleCLut16bit(table, toLab, nullptr, 0);
    cmsToneCurve* const straight = cmsBuildGamma(nullptr, 1.0);
    cmsToneCurve* const curves[4] = {straight, straight, straight, straight};
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, inputs, curves));
    cmsPipelineInsertStage(pipeline, cmsAT_END, table);
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, curves));
    cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
    cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
    cmsMLU* const name = cmsMLUalloc(nullptr, 1);
    cmsMLUsetASCII(name, "en", "US", description);
    cmsWriteTag(profile, cmsSigProfileDescriptionTag, name);
    cmsMLUfree(name);
    cmsFreeToneCurve(straight);
    cmsPipelineFree(pipeline);
    return bytesOf(profile);
}

} // namespace

std::vector<std::uint8_t> testSrgbProfile()
{
    return bytesOf(cmsCreate_sRGBProfile());
}

std::vector<std::uint8_t> testWideGamutProfile(double gamma)
{
    return matrixProfile({0.3127, 0.3290, 1}, {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}},
                         gamma);
}

std::vector<std::uint8_t> testProPhotoProfile()
{
    return matrixProfile({0.3457, 0.3585, 1},
                         {{0.7347, 0.2653, 1}, {0.1596, 0.8404, 1}, {0.0366, 0.0001, 1}}, 1.8);
}

std::vector<std::uint8_t> testGreyProfile(double gamma)
{
    const Curve curve(cmsBuildGamma(nullptr, gamma), &cmsFreeToneCurve);
    return bytesOf(cmsCreateGrayProfile(cmsD50_xyY(), curve.get()));
}

std::vector<std::uint8_t> testScannerProfile()
{
    return tableProfile(cmsSigInputClass, cmsSigRgbData, 3, 17, scannerToLab, "Test scanner");
}

std::vector<std::uint8_t> testPressProfile()
{
    return tableProfile(cmsSigOutputClass, cmsSigCmykData, 4, 11, pressToLab, "Test press");
}

} // namespace autochrome
