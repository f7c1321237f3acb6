#pragma once

#include <opencv2/core/types.hpp>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// A line drawn by hand over damage, in coordinates of the upright source (see GeometryMap).
struct MaskStroke
{
    bool erases = false; ///< takes away from the mask what lies under it
    double radius = 0;   ///< pixels, half the line's width
    std::vector<cv::Point2d> points;

    bool operator==(const MaskStroke&) const = default;
};

/// The key of the mask among a recipe's parameters; the table of them has no row for it.
inline constexpr const char* maskKey = "repair.mask";

/// What of a photo is damaged: a picture of the upright source's size in which everything but black
/// is, and strokes that add to it or take away, in their order.
struct DamageMask
{
    std::string file;   ///< absolute path, UTF-8; empty: none
    std::string sha256; ///< of the file's bytes: another content is refused; empty: any
    std::vector<MaskStroke> strokes;

    bool operator==(const DamageMask&) const = default;
    bool isEmpty() const { return file.empty() && strokes.empty(); }
};

/// How damage is filled in.
struct RepairSettings
{
    DamageMask mask;
    /// How readily damage is found by itself, 0 to 100; 0: it is not looked for.
    double level = 0;
    /// Per cent of the photo's short side: damage that is wider stays, for nobody can know what was
    /// there.
    double widest = 5;
    bool smooth = false; ///< no grain is put back

    bool operator==(const RepairSettings&) const = default;
};

} // namespace autochrome::inline edit
