#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace autochrome::inline photo {

/// A monotonic tone curve, device value [0, 1] -> linear light, as tables both ways.
class ToneCurve
{
public:
    /// Nothing if the curve is not increasing.
    static std::optional<ToneCurve> of(const std::function<double(double)>& curve);

    /// Linear light of code values, 256 and 65536 entries.
    const float* of8() const { return of8_.data(); }
    const float* of16() const { return of16_.data(); }

    /// Device value of a linear value; continued in a straight line beyond the curve's ends.
    float inverse(float linear) const
    {
        const float part = (linear - low_) * perRange_;
        if (part <= 0)
            return part * slopeBelow_;
        if (part >= 1)
            return 1 + (part - 1) * slopeAbove_;
        // Evenly spaced in the square root, as curves bend most in the shadows.
        const float at = __builtin_sqrtf(part) * steps;
        const int index = int(at);
        const float* entry = inverse_.data() + index;
        return entry[0] + (entry[1] - entry[0]) * (at - float(index));
    }

private:
    static constexpr int steps = 4096;
    std::vector<float> of8_;
    std::vector<float> of16_;
    std::vector<float> inverse_; ///< steps + 2 entries
    float low_ = 0;
    float perRange_ = 1;
    float slopeBelow_ = 1;
    float slopeAbove_ = 1;
};

} // namespace autochrome::inline photo
