#pragma once

#include "core/colour/lab.h"
#include "core/edit/tone/octave_table.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

namespace autochrome::inline edit {

/// Linear light of every sRGB code, and the code of linear light, for the inner loop.
template <class Code>
class SrgbCodes
{
public:
    SrgbCodes() : linear_(std::size_t(most) + 1), encoded_(linearToSrgb)
    {
        for (int code = 0; code <= most; ++code)
            linear_[std::size_t(code)] = srgbToLinear(float(code) / float(most));
        if constexpr (most == 255) {
            codes_.resize(((last - first) >> shift) + 1);
            for (std::size_t i = 0; i < codes_.size(); ++i) {
                const std::uint32_t bits = first + (std::uint32_t(i) << shift);
                codes_[i] = rounded(std::bit_cast<float>(bits + (1u << (shift - 1))));
            }
        }
    }

    float linearOf(Code code) const { return linear_[code]; }

    /// @param light  in [0, 1]
    Code of(float light) const
    {
        if constexpr (most == 255) {
            const float inside = std::clamp(light, std::bit_cast<float>(first), 1.0f);
            return codes_[(std::bit_cast<std::uint32_t>(inside) - first) >> shift];
        } else {
            return rounded(light);
        }
    }

private:
    static constexpr int most = std::numeric_limits<Code>::max();
    // For 8 bits: 2048 steps in every octave from 2^-14, a tenth of a code and less.
    static constexpr int shift = 23 - 11;
    static constexpr std::uint32_t first = (127u - 14u) << 23;
    static constexpr std::uint32_t last = 127u << 23; // 1

    Code rounded(float light) const
    {
        return Code(std::min(encoded_(light), 1.0f) * float(most) + 0.5f);
    }

    std::vector<float> linear_;
    OctaveTable<float> encoded_;
    std::vector<Code> codes_;
};

} // namespace autochrome::inline edit
