#pragma once

#include <cstdint>
#include <lcms2.h>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline photo {

struct ProfileCloser
{
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
using IccProfile = std::unique_ptr<void, ProfileCloser>;

struct TransformDeleter
{
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};
using IccTransform = std::unique_ptr<void, TransformDeleter>;

struct CurveDeleter
{
    void operator()(cmsToneCurve* curve) const { cmsFreeToneCurve(curve); }
};
using IccCurve = std::unique_ptr<cmsToneCurve, CurveDeleter>;

/// Opens a profile; null if the bytes are not one.
IccProfile openProfile(const std::vector<std::uint8_t>& bytes);

/// The bytes of a profile; empty if it cannot be saved.
std::vector<std::uint8_t> profileBytes(void* profile);

/// Why this profile cannot describe pixels of this many channels (1 grey, 3 RGB, 4 CMYK); nothing
/// if it can. A profile counts as damaged if no transform can be made of it.
enum class ProfileFault { Damaged, WrongChannels };
std::optional<ProfileFault> profileFault(const std::vector<std::uint8_t>& bytes, int channels);

/// Whether a file of any format may hold this RGB profile, so that a result can be in its space.
bool isEmbeddable(const std::vector<std::uint8_t>& bytes);

/// Linear-light sRGB, where this program's luminance is defined.
IccProfile linearSrgbProfile();

/// A matrix profile: white and primaries as CIE xy, one exponent.
std::vector<std::uint8_t> gammaProfile(cmsCIExyY white, const cmsCIExyYTRIPLE& primaries,
                                       double gamma, const char* name);

/// A grey profile with one exponent, D50.
std::vector<std::uint8_t> greyGammaProfile(double gamma, const char* name);

/// An RGB profile in which a neutral pixel has the luminance that its value has under this grey
/// profile, for grey pictures that become RGB; empty (sRGB) if the profile has no curve.
std::vector<std::uint8_t> rgbProfileOfGrey(const std::vector<std::uint8_t>& grey);

/// Replaces the profile of a grey picture that becomes RGB by rgbProfileOfGrey(). One that is unfit
/// stays, so that the check of profiles finds it.
void widenGreyProfile(std::vector<std::uint8_t>& profile);

/// Adobe RGB (1998), for cameras that only say so in Exif's interoperability index.
const std::vector<std::uint8_t>& adobeRgbProfile();

/// The primaries of sRGB (ITU-R BT.709).
cmsCIExyYTRIPLE srgbPrimaries();

} // namespace autochrome::inline photo
