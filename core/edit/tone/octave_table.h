#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace autochrome::inline edit {

/// A function of light as a table whose steps are as fine in the dark as they are in the light: 256
/// in every octave from 2^-30 to 2, with lines between. For roots and powers, which it gives to six
/// digits. A Value is a float, or a few of them that are added and scaled together.
template <class Value>
class OctaveTable
{
public:
    template <class Function>
    explicit OctaveTable(Function function) : values_(std::size_t(octaves) * steps + 1)
    {
        for (std::size_t i = 0; i < values_.size(); ++i)
            values_[i] = function(std::bit_cast<float>(first + (std::uint32_t(i) << shift)));
    }

    Value operator()(float light) const
    {
        constexpr float least = std::bit_cast<float>(first);
        constexpr float most = 1.999f;
        const auto bits = std::bit_cast<std::uint32_t>(std::clamp(light, least, most));
        const std::size_t i = (bits - first) >> shift;
        const float share = float(bits & ((1u << shift) - 1)) * (1.0f / (1u << shift));
        return values_[i] + (values_[i + 1] - values_[i]) * share;
    }

private:
    static constexpr int octaves = 31;
    static constexpr int steps = 256;
    static constexpr int shift = 23 - 8;
    static constexpr std::uint32_t first = (127u - 30u) << 23; // 2^-30

    std::vector<Value> values_;
};

} // namespace autochrome::inline edit
