#pragma once

#include "core/edit/repair/grain.h"

#include <array>
#include <opencv2/core.hpp>

namespace autochrome::inline edit {

/// Takes grain out of a photo. What the photo shows is told from grain by how strong it is at each
/// of four scales: an undecimated wavelet transform (Starck, Murtagh, Bijaoui 1998, B3 spline),
/// whose coefficients get the gain of a Wiener filter, from their own power in the neighbourhood at
/// first, then from what that has left.
class GrainReduction
{
public:
    static constexpr int reach = 38; ///< how far a pixel of the result sees, pixels

    /// @param grain  of the photo; none: nothing is taken out
    /// @param share  how much of what is found is taken out, 0 to 1
    GrainReduction(const Grain& grain, double share);

    bool isIdentity() const { return share_ == 0 || grain_.isNone(); }

    /// @param plane  CV_32F, brightness in code values of 8 bits; changed
    void apply(cv::Mat& plane) const;

private:
    static constexpr int scales = 4;

    Grain grain_;
    float share_;
    std::array<float, scales> power_{}; // of grain of variance 1 at each scale
};

} // namespace autochrome::inline edit
