#include "core/photo/profile/icc.h"

#include "core/photo/formats/png_profile.h"
#include "core/photo/profile/colour_space.h"

#include <algorithm>

namespace autochrome::inline photo {
namespace {

const cmsCIExyY whiteD65 = {0.3127, 0.3290, 1.0};

void nameProfile(void* profile, const char* name)
{
    using Text = std::unique_ptr<cmsMLU, decltype(&cmsMLUfree)>;
    const Text description(cmsMLUalloc(nullptr, 1), cmsMLUfree);
    cmsMLUsetASCII(description.get(), "en", "US", name);
    cmsWriteTag(profile, cmsSigProfileDescriptionTag, description.get());
    const Text copyright(cmsMLUalloc(nullptr, 1), cmsMLUfree);
    cmsMLUsetASCII(copyright.get(), "en", "US", "No copyright, use freely");
    cmsWriteTag(profile, cmsSigCopyrightTag, copyright.get());
}

/// The bytes of a profile made here, with a fixed date, so that equal results are equal files.
std::vector<std::uint8_t> madeProfile(void* profile, const char* name)
{
    nameProfile(profile, name);
    std::vector<std::uint8_t> bytes = profileBytes(profile);
    // ICC.1:2010, 7.2: six 16-bit numbers at byte 24: year, month, day, hours, minutes, seconds.
    const std::uint8_t date[12] = {2024 >> 8, 2024 & 255, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    if (bytes.size() > 36)
        std::copy(std::begin(date), std::end(date), bytes.begin() + 24);
    return bytes;
}

} // namespace

IccProfile openProfile(const std::vector<std::uint8_t>& bytes)
{
    if (bytes.size() < 128)
        return {};
    return IccProfile(cmsOpenProfileFromMem(bytes.data(), cmsUInt32Number(bytes.size())));
}

std::vector<std::uint8_t> profileBytes(void* profile)
{
    cmsUInt32Number size = 0;
    if (!profile || !cmsSaveProfileToMem(profile, nullptr, &size))
        return {};
    std::vector<std::uint8_t> bytes(size);
    if (!cmsSaveProfileToMem(profile, bytes.data(), &size))
        return {};
    bytes.resize(size);
    return bytes;
}

std::optional<ProfileFault> profileFault(const std::vector<std::uint8_t>& bytes, int channels)
{
    const IccProfile profile = openProfile(bytes);
    if (!profile)
        return ProfileFault::Damaged;
    const cmsColorSpaceSignature wanted = channels == 1   ? cmsSigGrayData
                                          : channels == 3 ? cmsSigRgbData
                                                          : cmsSigCmykData;
    // Out of the header itself (ICC.1:2010, 7.2.6): a damaged one may hold no signature that lcms2
    // knows.
    const std::uint32_t space = std::uint32_t(bytes[16]) << 24 | std::uint32_t(bytes[17]) << 16 |
                                std::uint32_t(bytes[18]) << 8 | bytes[19];
    if (space != std::uint32_t(wanted))
        return ProfileFault::WrongChannels;
    const cmsUInt32Number from = channels == 1   ? TYPE_GRAY_FLT
                                 : channels == 3 ? TYPE_RGB_FLT
                                                 : TYPE_CMYK_FLT;
    const IccTransform transform(cmsCreateTransform(profile.get(), from, linearSrgbProfile().get(),
                                                    TYPE_RGB_FLT, INTENT_RELATIVE_COLORIMETRIC,
                                                    cmsFLAGS_NOCACHE));
    if (!transform)
        return ProfileFault::Damaged;
    return std::nullopt;
}

bool isEmbeddable(const std::vector<std::uint8_t>& bytes)
{
    return fitsPng(bytes);
}

cmsCIExyYTRIPLE srgbPrimaries()
{
    return {{0.6400, 0.3300, 1.0}, {0.3000, 0.6000, 1.0}, {0.1500, 0.0600, 1.0}};
}

IccProfile linearSrgbProfile()
{
    const IccCurve curve(cmsBuildGamma(nullptr, 1.0));
    cmsToneCurve* curves[3] = {curve.get(), curve.get(), curve.get()};
    const cmsCIExyYTRIPLE primaries = srgbPrimaries();
    return IccProfile(cmsCreateRGBProfile(&whiteD65, &primaries, curves));
}

std::vector<std::uint8_t> gammaProfile(cmsCIExyY white, const cmsCIExyYTRIPLE& primaries,
                                       double gamma, const char* name)
{
    const IccCurve curve(cmsBuildGamma(nullptr, gamma));
    if (!curve)
        return {};
    cmsToneCurve* curves[3] = {curve.get(), curve.get(), curve.get()};
    const IccProfile profile(cmsCreateRGBProfile(&white, &primaries, curves));
    if (!profile)
        return {};
    return madeProfile(profile.get(), name);
}

std::vector<std::uint8_t> greyGammaProfile(double gamma, const char* name)
{
    const IccCurve curve(cmsBuildGamma(nullptr, gamma));
    const IccProfile profile(curve ? cmsCreateGrayProfile(cmsD50_xyY(), curve.get()) : nullptr);
    if (!profile)
        return {};
    return madeProfile(profile.get(), name);
}

std::vector<std::uint8_t> rgbProfileOfGrey(const std::vector<std::uint8_t>& grey)
{
    const IccProfile from = openProfile(grey);
    if (!from || profileFault(grey, 1))
        return {};
    auto* curve = static_cast<cmsToneCurve*>(cmsReadTag(from.get(), cmsSigGrayTRCTag));
    if (!curve)
        return {};
    cmsToneCurve* curves[3] = {curve, curve, curve};
    const cmsCIExyYTRIPLE primaries = srgbPrimaries();
    const IccProfile profile(cmsCreateRGBProfile(&whiteD65, &primaries, curves));
    return profile ? madeProfile(profile.get(), "sRGB primaries, tone curve of a grey profile")
                   : std::vector<std::uint8_t>();
}

void widenGreyProfile(std::vector<std::uint8_t>& profile)
{
    std::vector<std::uint8_t> wide = rgbProfileOfGrey(profile);
    if (!wide.empty())
        profile = std::move(wide);
}

const std::vector<std::uint8_t>& adobeRgbProfile()
{
    // Adobe RGB (1998) Color Image Encoding, version 2005-05: gamma 563/256.
    static const std::vector<std::uint8_t> bytes =
        gammaProfile(whiteD65, {{0.64, 0.33, 1}, {0.21, 0.71, 1}, {0.15, 0.06, 1}}, 563.0 / 256,
                     "Compatible with Adobe RGB (1998)");
    return bytes;
}

const std::vector<std::uint8_t>& srgbProfile()
{
    static const std::vector<std::uint8_t> bytes = [] {
        const IccProfile profile(cmsCreate_sRGBProfile());
        return madeProfile(profile.get(), "sRGB");
    }();
    return bytes;
}

} // namespace autochrome::inline photo
