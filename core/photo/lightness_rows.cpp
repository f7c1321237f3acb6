#include "core/photo/lightness_rows.h"

#include <bit>
#include <cstdint>

namespace autochrome::inline photo {

void lightnessOfRow(const float* luminanceY, float* lightness, int count)
{
    constexpr float epsilon = 216.0f / 24389.0f; // CIE 15
    constexpr float kappa = 24389.0f / 27.0f;
    for (int i = 0; i < count; ++i) {
        const float y = luminanceY[i];
        const float a = y > epsilon ? y : epsilon;
        // A third of the exponent is a cube root to 4 %; each step of Halley's method cubes the
        // error.
        const auto bits = std::int32_t(float(std::bit_cast<std::int32_t>(a)) * (1.0f / 3.0f));
        float x = std::bit_cast<float>(bits + 709921077);
        for (int step = 0; step < 2; ++step) {
            const float cube = x * x * x;
            x *= (cube + 2 * a) / (2 * cube + a);
        }
        const float above = 116.0f * x - 16.0f;
        const float below = kappa * y;
        lightness[i] = y > epsilon ? above : below;
    }
}

} // namespace autochrome::inline photo
