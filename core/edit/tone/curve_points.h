#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace autochrome::inline edit {

/// A curve that a person draws from L* to L*, through points: the monotone cubic of Fritsch and
/// Carlson (SIAM J. Numer. Anal. 17, 1980), level beyond the first and the last of them. It never
/// turns back and never overshoots a point. Without any points it changes nothing.
class CurvePoints
{
public:
    static constexpr std::size_t fewest = 2;
    static constexpr std::size_t most = 16;
    static constexpr const char* none = "none";

    /// Reads "none" or "0,0 50,60 100,100": L* before and after of 2 to 16 points in [0, 100] with
    /// blanks between, the one before rising from point to point, the one after never falling.
    static std::optional<CurvePoints> fromText(std::string_view text);
    static bool isValid(std::string_view text) { return fromText(text).has_value(); }

    double at(double lightness) const;

private:
    struct Point
    {
        double before = 0;
        double after = 0;
        double slope = 0;
    };

    void findSlopes();

    std::vector<Point> points_;
};

} // namespace autochrome::inline edit
