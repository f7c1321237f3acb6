#pragma once

#include "core/edit/geometry/frame.h"

#include <optional>

namespace autochrome::inline edit {

/// Clockwise.
enum class Rotation { None, Quarter, Half, ThreeQuarters };

enum class Flip {
    None,
    Horizontal, ///< left and right exchanged
    Vertical    ///< top and bottom exchanged
};

/// How a photo is cut and turned, beyond what its file says about its orientation: first what lies
/// in the frame is made upright, then it is rotated, then, as it lies there, flipped.
struct GeometrySettings
{
    Rotation rotation = Rotation::None;
    Flip flip = Flip::None;
    std::optional<Frame> frame = std::nullopt; ///< none: the whole photo

    bool operator==(const GeometrySettings&) const = default;

    // What is to be done when the picture, as it is seen under these settings, is turned or flipped
    // once more. There are eight ways to lie and twelve values: these give one for each way. The
    // frame stays.
    GeometrySettings rotatedBy(int quarters) const; ///< clockwise; negative: the other way
    GeometrySettings flippedHorizontally() const;
    GeometrySettings flippedVertically() const;
    GeometrySettings normalised() const; ///< the same picture

    bool isIdentity() const; ///< the whole photo as it is

    // Of rotation and flip alone.
    GeometrySettings turn() const { return {rotation, flip}; }
    GeometrySettings inverse() const; ///< what leads back
    bool swapsSides() const { return int(rotation) % 2 != 0; }
    /// The Exif orientation (1-8) of a picture that they show upright.
    int exifOrientation() const;
};

} // namespace autochrome::inline edit
