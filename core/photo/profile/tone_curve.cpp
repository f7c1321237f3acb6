#include "core/photo/profile/tone_curve.h"

#include <cmath>

namespace autochrome::inline photo {

std::optional<ToneCurve> ToneCurve::of(const std::function<double(double)>& curve)
{
    ToneCurve made;
    std::vector<double> table(65536);
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = curve(double(i) / 65535);
        if (!std::isfinite(table[i]) || (i > 0 && table[i] < table[i - 1]))
            return std::nullopt;
    }
    const double low = table.front();
    const double range = table.back() - low;
    if (range < 1e-3)
        return std::nullopt;
    made.of16_.assign(table.begin(), table.end());
    made.of8_.resize(256);
    for (std::size_t i = 0; i < 256; ++i)
        made.of8_[i] = made.of16_[i * 257];
    made.low_ = float(low);
    made.perRange_ = float(1 / range);

    made.inverse_.resize(steps + 2);
    std::size_t at = 0;
    for (int i = 0; i <= steps; ++i) {
        const double part = double(i) / steps;
        const double wanted = low + range * part * part;
        while (at + 2 < table.size() && table[at + 1] < wanted)
            ++at;
        const double rise = table[at + 1] - table[at];
        const double within = rise > 0 ? (wanted - table[at]) / rise : 0;
        made.inverse_[std::size_t(i)] = float((double(at) + std::min(1.0, within)) / 65535);
    }
    made.inverse_[steps] = 1;
    made.inverse_[steps + 1] = 1;
    made.slopeBelow_ = (made.inverse_[1] - made.inverse_[0]) * steps * steps;
    const double last = 1 - std::pow(1 - 1.0 / steps, 2);
    made.slopeAbove_ = float((1 - made.inverse_[steps - 1]) / last);
    return made;
}

} // namespace autochrome::inline photo
