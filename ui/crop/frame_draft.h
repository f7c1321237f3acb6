#pragma once

#include "core/edit/geometry/geometry_settings.h"

#include <array>
#include <optional>

namespace autochrome {

/// A frame while it is drawn, in the plane of the photo as it is seen: whole, rotated and flipped.
/// Whatever is done to it, it stays inside the photo. Pure arithmetic, in pixels of the photo.
class FrameDraft
{
public:
    /// What can be taken hold of: clockwise from the top left corner, then the frame as a whole.
    enum class Part { TopLeft, Top, TopRight, Right, BottomRight, Bottom, BottomLeft, Left, Whole };
    static constexpr int parts = 9;

    FrameDraft() = default;
    /// @param source    size of the upright source
    /// @param geometry  with the frame that it begins with
    FrameDraft(cv::Size source, const GeometrySettings& geometry);

    cv::Size photo() const { return photo_; } ///< as it is seen
    const Frame& frame() const { return frame_; }
    cv::Point2d place(Part part) const; ///< of a corner, the middle of a side, or the middle
    bool isWhole() const;               ///< nothing is cut away
    /// The settings that it began with, with this frame: none if nothing is cut away.
    GeometrySettings geometry() const;

    /// Width by height that dragging keeps; 0: as it comes. Setting it changes the frame.
    double ratio() const { return ratio_; }
    void setRatio(double ratio);

    /// By how much the photo is turned clockwise, (-45, 45]; of corners that are no rectangle, by
    /// their top side.
    double degrees() const;
    /// Turns about the middle of the frame, which gets smaller where it would leave the photo. What
    /// it lost comes back when the photo is turned back before anything else is done.
    void setDegrees(double degrees);
    /// Turns the photo so that a line of it becomes level, or plumb, whichever is nearer.
    void level(cv::Point2d from, cv::Point2d to);

    /// Whether each corner moves by itself, to take a perspective out. Without that the frame is a
    /// rectangle: switched off, it becomes the one around the same middle.
    bool hasFreeCorners() const { return hasFreeCorners_; }
    void setFreeCorners(bool free);

    /// Moves a part as far as the photo reaches. A corner or side of a rectangle draws it larger or
    /// smaller, and the other side stays.
    void drag(Part part, cv::Point2d by);
    void reset(); ///< the whole photo, or the most of it that has the ratio; not turned

private:
    using Corners = std::array<cv::Point2d, 4>;

    bool isInside(const Frame& frame) const;
    void goTowards(const Frame& wanted);
    void shrinkTo(const Frame& wanted);
    Frame dragged(Part part, cv::Point2d by) const;
    Frame draggedRectangle(Part part, cv::Point2d by) const;
    double frameDegrees() const { return frame_.degrees(); }

    cv::Size source_;
    GeometrySettings settings_;
    cv::Size photo_;
    Frame frame_;
    Frame unturned_; ///< what setDegrees() turns
    double ratio_ = 0;
    bool hasFreeCorners_ = false;
};

} // namespace autochrome
