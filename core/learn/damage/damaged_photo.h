#pragma once

#include "core/learn/data/random.h"
#include "core/network/damage/damage_kind.h"

#include <array>
#include <opencv2/core.hpp>

namespace autochrome::inline learn {

/// A grey photo with damage of which every pixel is known. All pictures have its size.
struct DamagedPhoto
{
    cv::Mat_<float> luminance; ///< in [0, 1], as 8-bit codes / 255, with damage, blur, grain, JPEG
    cv::Mat_<float> damaged;   ///< the same before grain and JPEG
    cv::Mat_<float> sound;     ///< as `damaged`, but without damage
    /// 255 where damage of that kind can be seen, else 0.
    std::array<cv::Mat_<std::uint8_t>, damageKinds> masks;
    /// 255 where it is so faint that either answer is right: soft edges, tone on the same tone.
    cv::Mat_<std::uint8_t> unsure;
};

/// From this difference on, of tones in [0, 1], damage counts as seen, and below the lesser one as
/// not there.
inline constexpr float seenDifference = 0.035f;
inline constexpr float unseenDifference = 0.01f;

enum class DamageShare {
    Mixed, ///< a fifth of the photos stays sound
    Always,
    Never
};

/// Gives a photo's tones the faults of old prints, and damage. Order: the photo (its size, softness
/// and contrast), what looks like damage in it, grain, damage, the scanner's blur and noise, JPEG.
/// The same numbers make the same photo.
/// @param luminance  CV_32F in [0, 1]
/// @param scale      how many of its pixels one of a small scan is: sizes of all that is drawn
DamagedPhoto damagePhoto(cv::Mat_<float> luminance, double scale, DamageShare share,
                         Random& random);

/// A square out of a photo, at a size drawn with the damage's own, then damaged.
/// @param bgr   CV_8UC3
/// @param size  pixels a side
DamagedPhoto makeDamagedSample(const cv::Mat& bgr, int size, Random& random);

/// The grey codes of a photo / 255.
cv::Mat_<float> greyOf(const cv::Mat& bgr);

} // namespace autochrome::inline learn
