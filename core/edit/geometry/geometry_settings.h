#pragma once

namespace autochrome::inline edit {

/// Clockwise.
enum class Rotation { None, Quarter, Half, ThreeQuarters };

enum class Flip {
    None,
    Horizontal, ///< left and right exchanged
    Vertical    ///< top and bottom exchanged
};

/// How a photo is turned, beyond what its file says about its orientation: first rotated, then, as
/// it lies there, flipped.
struct GeometrySettings
{
    Rotation rotation = Rotation::None;
    Flip flip = Flip::None;

    bool operator==(const GeometrySettings&) const = default;

    // What is to be done when the picture, as it is seen under these settings, is turned or flipped
    // once more. There are eight ways to lie and twelve values: these give one for each way.
    GeometrySettings rotatedBy(int quarters) const; ///< clockwise; negative: the other way
    GeometrySettings flippedHorizontally() const;
    GeometrySettings flippedVertically() const;
    GeometrySettings normalised() const; ///< the same picture

    GeometrySettings inverse() const; ///< what leads back

    bool isIdentity() const;
    bool swapsSides() const { return int(rotation) % 2 != 0; }

    /// The Exif orientation (1-8) of a picture that these settings show upright.
    int exifOrientation() const;
};

} // namespace autochrome::inline edit
