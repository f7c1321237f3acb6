#pragma once

#include "core/photo/profile/colour_space.h"

#include <opencv2/core.hpp>
#include <vector>

namespace autochrome::inline edit {

/// The codes of a grey space and their L*, both ways.
class GreyTones
{
public:
    /// @param depth  CV_8U or CV_16U
    GreyTones(const ColourSpace& space, int depth);

    int codes() const { return int(lightness_.size()); }
    float lightnessOf(int code) const { return lightness_[std::size_t(code)]; }
    /// The code of an L*, between whole ones too.
    float codeOf(float lightness) const;

private:
    std::vector<float> lightness_; // never falls
};

} // namespace autochrome::inline edit
