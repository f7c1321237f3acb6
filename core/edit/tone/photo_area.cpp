#include "core/edit/tone/photo_area.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr int mostFrames = 3;
constexpr double frameShade = 4;     // L*, that the pixels of a frame differ by from its corner
constexpr double leastOfEdge = 0.85; // of the edge's pixels, that a frame takes
constexpr double leastPhoto = 0.05;  // of the area, that is left within a frame
constexpr int smallestSide = 16;     // pixels, of what a frame is looked for in

// The frame at the edge of a picture (CV_8U, 255), empty if there is none.
cv::Mat frameOf(const cv::Mat& lightness)
{
    const cv::Size size = lightness.size();
    cv::Mat mask = cv::Mat::zeros(size.height + 2, size.width + 2, CV_8U);
    const cv::Rect inner(1, 1, size.width, size.height);
    cv::Mat picture = lightness.clone();
    const int flags = 4 | (255 << 8) | cv::FLOODFILL_FIXED_RANGE | cv::FLOODFILL_MASK_ONLY;
    const cv::Point corners[] = {
        {0, 0}, {size.width - 1, 0}, {0, size.height - 1}, {size.width - 1, size.height - 1}};
    for (const cv::Point& corner : corners)
        if (mask.at<std::uint8_t>(corner.y + 1, corner.x + 1) == 0)
            cv::floodFill(picture, mask, corner, {}, nullptr, cv::Scalar::all(frameShade),
                          cv::Scalar::all(frameShade), flags);
    cv::Mat frame = mask(inner).clone();
    const int atEdge = cv::countNonZero(frame.row(0)) +
                       cv::countNonZero(frame.row(size.height - 1)) +
                       cv::countNonZero(frame.col(0)) + cv::countNonZero(frame.col(size.width - 1));
    return atEdge >= leastOfEdge * 2 * (size.width + size.height) ? frame : cv::Mat();
}

// The largest piece that is no frame; empty if that is next to nothing.
cv::Mat largestWithin(const cv::Mat& frame)
{
    cv::Mat free;
    cv::bitwise_not(frame, free);
    // The pixels along a frame are half frame, half photo.
    const int margin = 2 * std::max(1, std::min(frame.rows, frame.cols) / 100) + 1;
    cv::erode(free, free, cv::Mat::ones(margin, margin, CV_8U));
    cv::Mat labels, stats, centres;
    const int pieces = cv::connectedComponentsWithStats(free, labels, stats, centres, 4);
    int largest = 0;
    for (int i = 1; i < pieces; ++i)
        if (largest == 0 ||
            stats.at<int>(i, cv::CC_STAT_AREA) > stats.at<int>(largest, cv::CC_STAT_AREA))
            largest = i;
    if (largest == 0 ||
        stats.at<int>(largest, cv::CC_STAT_AREA) < leastPhoto * double(frame.total()))
        return {};
    return labels == largest;
}

} // namespace

cv::Mat photoArea(const cv::Mat& lightness)
{
    cv::Mat area(lightness.size(), CV_8U, cv::Scalar::all(255));
    cv::Rect within({0, 0}, lightness.size());
    for (int i = 0; i < mostFrames; ++i) {
        if (std::min(within.width, within.height) < smallestSide)
            break;
        const cv::Mat frame = frameOf(lightness(within));
        const cv::Mat left = frame.empty() ? cv::Mat() : largestWithin(frame);
        if (left.empty())
            break;
        area.setTo(0);
        left.copyTo(area(within));
        within = cv::boundingRect(left) + within.tl();
    }
    return area;
}

} // namespace autochrome::inline edit
