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
    const cmsHPROFILE profile = cmsCreateProfilePlaceholder(nullptr);
    cmsSetProfileVersion(profile, 4.3);
    cmsSetDeviceClass(profile, cmsSigInputClass);
    cmsSetColorSpace(profile, cmsSigRgbData);
    cmsSetPCS(profile, cmsSigLabData);
    cmsPipeline* const pipeline = cmsPipelineAlloc(nullptr, 3, 3);
    cmsStage* const table = cmsStageAllocCLut16bit(nullptr, 17, 3, 3, nullptr);
    cmsStageSampleCLut16bit(table, scannerToLab, nullptr, 0);
    cmsToneCurve* const straight = cmsBuildGamma(nullptr, 1.0);
    cmsToneCurve* const curves[3] = {straight, straight, straight};
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, curves));
    cmsPipelineInsertStage(pipeline, cmsAT_END, table);
    cmsPipelineInsertStage(pipeline, cmsAT_END, cmsStageAllocToneCurves(nullptr, 3, curves));
    cmsWriteTag(profile, cmsSigAToB0Tag, pipeline);
    cmsWriteTag(profile, cmsSigMediaWhitePointTag, cmsD50_XYZ());
    cmsMLU* const name = cmsMLUalloc(nullptr, 1);
    cmsMLUsetASCII(name, "en", "US", "Test scanner");
    cmsWriteTag(profile, cmsSigProfileDescriptionTag, name);
    cmsMLUfree(name);
    cmsFreeToneCurve(straight);
    cmsPipelineFree(pipeline);
    return bytesOf(profile);
}

} // namespace autochrome
