#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace autochrome {

/// A mask of a photo that can be looked at from any distance: what is damaged is never lost
/// between two pixels of the screen, however thin. Immutable; made by a worker.
class MaskLayer
{
public:
    MaskLayer() = default; ///< nothing is marked
    /// @param mask  CV_8U, shared and not written to: 255 where something is; empty: nowhere
    explicit MaskLayer(const cv::Mat& mask);

    bool isEmpty() const { return levels_.empty(); }

    /// What a screen shows of it: CV_8U, 255 or 0; nothing beside the photo.
    /// @param size    of the screen's part, device pixels
    /// @param corner  where its top left corner lies, pixels of the photo
    /// @param step    from one device pixel to the next, pixels of the photo
    cv::Mat seen(cv::Size size, cv::Point2d corner, double step) const;

private:
    std::vector<cv::Mat> levels_; ///< each half as large as the one before, the greater value kept
};

} // namespace autochrome
