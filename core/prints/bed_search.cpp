#include "core/prints/bed_search.h"

#include "core/prints/bed.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline prints {
namespace {

constexpr double leastArea = 0.004; // of the picture
constexpr double leastSide = 0.035; // of its longer side
constexpr double mostArea = 0.985;
constexpr std::array tolerances{3.5F, 6.0F, 10.0F}; // multiples of the bed's scatter
constexpr double farthest = 22;                     // L* from a bed that is still taken for it
constexpr double edgeStep = 4;                      // L* a* b* over two pixels, at least

cv::Mat opened(const cv::Mat& mask, int radius)
{
    cv::Mat result;
    const cv::Mat kernel =
        cv::getStructuringElement(cv::MORPH_RECT, {2 * radius + 1, 2 * radius + 1});
    cv::morphologyEx(mask, result, cv::MORPH_OPEN, kernel);
    return result;
}

// How much the colour changes at each pixel, over two pixels: CV_32F.
cv::Mat stepsOf(const cv::Mat& lab)
{
    cv::Mat result(lab.size(), CV_32F, cv::Scalar(0));
    for (int y = 1; y + 1 < lab.rows; ++y) {
        const auto* above = lab.ptr<cv::Vec3f>(y - 1);
        const auto* row = lab.ptr<cv::Vec3f>(y);
        const auto* below = lab.ptr<cv::Vec3f>(y + 1);
        auto* to = result.ptr<float>(y);
        for (int x = 1; x + 1 < lab.cols; ++x) {
            const cv::Vec3f across = row[x + 1] - row[x - 1];
            const cv::Vec3f down = below[x] - above[x];
            to[x] = std::sqrt(across.dot(across) + down.dot(down));
        }
    }
    return result;
}

// What of a mask hangs together with the picture's edge.
cv::Mat reachedFromEdge(const cv::Mat& mask)
{
    cv::Mat labels;
    const int count = cv::connectedComponents(mask, labels, 4, CV_32S);
    std::vector<char> reached(std::size_t(count), 0);
    const auto mark = [&](int y, int x) { reached[std::size_t(labels.at<int>(y, x))] = 1; };
    for (int x = 0; x < mask.cols; ++x) {
        mark(0, x);
        mark(mask.rows - 1, x);
    }
    for (int y = 0; y < mask.rows; ++y) {
        mark(y, 0);
        mark(y, mask.cols - 1);
    }
    reached[0] = 0; // what is not in the mask
    cv::Mat result(mask.size(), CV_8U);
    for (int y = 0; y < mask.rows; ++y)
        for (int x = 0; x < mask.cols; ++x)
            result.at<std::uint8_t>(y, x) = reached[std::size_t(labels.at<int>(y, x))] ? 255 : 0;
    return result;
}

double percentile(const cv::Mat& values, const cv::Mat& mask, double share)
{
    std::vector<float> chosen;
    for (int y = 0; y < values.rows; y += 2)
        for (int x = 0; x < values.cols; x += 2)
            if (mask.at<std::uint8_t>(y, x))
                chosen.push_back(values.at<float>(y, x));
    if (chosen.empty())
        return 0;
    const auto place = chosen.begin() + std::ptrdiff_t(share * double(chosen.size() - 1));
    std::ranges::nth_element(chosen, place);
    return *place;
}

std::vector<std::vector<cv::Point>> outlinesOf(const cv::Mat& mask)
{
    std::vector<std::vector<cv::Point>> outlines;
    cv::findContours(mask, outlines, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    const double side = leastSide * std::max(mask.rows, mask.cols);
    std::erase_if(outlines, [&](const std::vector<cv::Point>& outline) {
        const cv::Rect box = cv::boundingRect(outline);
        return std::min(box.width, box.height) < side ||
               cv::contourArea(outline) < leastArea * double(mask.total()) ||
               box.area() > mostArea * double(mask.total());
    });
    return outlines;
}

// From the middles of pixels to the plane.
Quad ofPixels(Quad quad)
{
    for (cv::Point2d& corner : quad)
        corner += cv::Point2d(0.5, 0.5);
    return quad;
}

std::vector<Quad> startsFor(const std::vector<cv::Point>& outline)
{
    std::vector<Quad> starts;
    std::array<cv::Point2f, 4> box;
    cv::minAreaRect(outline).points(box.data());
    starts.push_back(ordered(ofPixels({box[0], box[1], box[2], box[3]})));
    std::vector<cv::Point> hull, simple;
    cv::convexHull(outline, hull);
    cv::approxPolyDP(hull, simple, 2, true);
    if (const auto quad = quadAround(simple))
        starts.push_back(ofPixels(*quad));
    return starts;
}

} // namespace

std::vector<BedSearch> searchBeds(const LabPicture& picture, std::size_t most)
{
    cv::Mat smooth;
    cv::GaussianBlur(picture.lab, smooth, {}, 1.0);
    const cv::Mat steps = stepsOf(smooth);
    std::vector<BedSearch> searches;
    for (Bed& bed : Bed::candidates(smooth)) {
        if (searches.size() == most)
            break;
        cv::Mat distance = bed.distance(smooth);
        const cv::Mat first = reachedFromEdge(distance < tolerances[0]);
        bed.fit(smooth, first);
        distance = bed.distance(smooth);
        const double barrier = std::max(edgeStep, 1.3 * percentile(steps, first, 0.98));
        const cv::Mat isFlat = steps < barrier;
        BedSearch search;
        for (const float tolerance : tolerances) {
            const cv::Mat ground = reachedFromEdge((distance < tolerance) & isFlat);
            const cv::Mat lying = ~ground;
            for (const int radius : {2, 6})
                for (const auto& outline : outlinesOf(opened(lying, radius)))
                    for (const Quad& start : startsFor(outline))
                        if (auto fitted = fittedToBed(start, ground))
                            search.quads.push_back(*fitted);
        }
        // A bed that scatters much would swallow whatever is in a photo.
        const float widest = std::min(tolerances.back(), float(farthest / bed.scatter()));
        search.lying = opened(~reachedFromEdge(distance < widest), 2);
        const cv::Mat apart = opened(~reachedFromEdge((distance < tolerances[1]) & isFlat), 2);
        for (const auto& outline : outlinesOf(apart))
            search.blobs.push_back(startsFor(outline).front());
        search.colour = bed.colour();
        search.share = bed.share();
        search.scatter = bed.scatter();
        searches.push_back(std::move(search));
    }
    return searches;
}

} // namespace autochrome::inline prints
