#pragma once

#include "core/network/damage/damage_kind.h"

#include <array>
#include <cstdint>
#include <opencv2/core.hpp>

namespace autochrome::inline learn {

/// How well damage was found, in pixels, added up over photos. A pixel counts as right when what it
/// should meet lies at most `tolerance` pixels away.
class DamageScore
{
public:
    static constexpr int tolerance = 2;

    /// @param found   CV_8U, not 0 where damage was found
    /// @param kinds   CV_8U, the DamageKind that it is taken for
    /// @param truth   masks by kind
    /// @param unsure  where finding something is no fault
    void add(const cv::Mat& found, const cv::Mat& kinds,
             const std::array<cv::Mat_<std::uint8_t>, damageKinds>& truth, const cv::Mat& unsure);

    /// Of what was found and taken for that kind, the share that is damage; Any: of all.
    double precision(DamageKind kind) const;
    /// Of the damage of that kind, the share that was found, as whatever; Any: of all.
    double recall(DamageKind kind) const;
    double f1() const;
    /// Of all pixels, the share that was found to be damaged.
    double touched() const;

private:
    struct Counts
    {
        double found = 0;
        double foundRight = 0;
        double truth = 0;
        double truthFound = 0;
    };
    std::array<Counts, damageKinds> counts_;
    double pixels_ = 0;
};

} // namespace autochrome::inline learn
