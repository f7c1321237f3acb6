#include "core/prints/print_finder.h"

#include "core/prints/bed_search.h"
#include "core/prints/seams.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline prints {
namespace {

constexpr int searched = 1000; // pixels a side
constexpr int measured = 2000;
constexpr int smallest = 48; // pixels: a scan that nobody cuts prints from
constexpr int searchedInside = 700;
constexpr int beside = 24; // pixels around a print that are looked at with it

constexpr double rightAngle = 0.006; // cosine: what passes for one
constexpr double unturned = 0.04;    // degrees that are not worth a resampling

constexpr double leastScore = 0.75;
constexpr double leastWeakest = 0.55;
constexpr double leastShare = 0.3;

struct Found
{
    Quad quad; // in pixels of the fine picture
    double certainty = 0;
    PrintKind kind = PrintKind::Loose;
};

struct OnBed
{
    std::vector<FittedQuad> quads; // that do not overlap, in pixels of the picture searched
    double unexplained = 1;        // of the picture: what is neither bed nor one of them
    double unexplainedEdge = 1;    // of its outermost pixels
    double area = 0;               // of the picture: theirs
};

// A quadrilateral seen from straight above, in Lab.
struct Upright
{
    LabPicture picture;
    cv::Matx33d toFine;
};

Upright uprighted(const LabPicture& fine, const Quad& quad, int largestSide, double inset)
{
    const Frame frame{quad};
    const cv::Size size = frame.size();
    const double factor = std::min(1.0, largestSide / double(std::max(size.width, size.height)));
    const double away = inset * std::min(size.width, size.height);
    const cv::Size small(std::max(8, cvRound((size.width - 2 * away) * factor)),
                         std::max(8, cvRound((size.height - 2 * away) * factor)));
    Upright result;
    result.toFine =
        frame.toSource() * cv::Matx33d((size.width - 2 * away) / small.width, 0, away, 0,
                                       (size.height - 2 * away) / small.height, away, 0, 0, 1);
    result.picture.scale = factor;
    // warpPerspective takes the middles of pixels.
    const cv::Matx33d half(1, 0, 0.5, 0, 1, 0.5, 0, 0, 1);
    const std::vector<cv::Point2f> corners(quad.begin(), quad.end());
    const cv::Rect around = cv::boundingRect(corners);
    const cv::Rect box = cv::Rect(around.x - beside, around.y - beside, around.width + 2 * beside,
                                  around.height + 2 * beside) &
                         cv::Rect({}, fine.lab.size());
    cv::Mat source = fine.lab(box);
    if (factor < 0.75) {
        cv::Mat soft; // the picture itself stays sharp
        cv::GaussianBlur(source, soft, {}, 0.4 / factor);
        source = soft;
    }
    const cv::Matx33d toBox(1, 0, -box.x, 0, 1, -box.y, 0, 0, 1);
    cv::warpPerspective(source, result.picture.lab, half.inv() * toBox * result.toFine * half,
                        small, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    return result;
}

bool overlapsAny(const std::vector<FittedQuad>& quads, const Quad& quad)
{
    return std::ranges::any_of(quads, [&quad](const FittedQuad& other) {
        return sharedArea(other.quad, quad) > 0.1 * std::min(areaOf(other.quad), areaOf(quad));
    });
}

// Prints that touch, and together are no quadrilateral.
std::vector<FittedQuad> touchingIn(const Quad& blob, const BedSearch& search,
                                   const LabPicture& fine, const cv::Matx33d& toFine, double reach)
{
    const Upright upright = uprighted(fine, mapped(blob, toFine), searched, -0.01);
    cv::Mat lying;
    const cv::Matx33d half(1, 0, 0.5, 0, 1, 0.5, 0, 0, 1);
    cv::warpPerspective(search.lying, lying, half.inv() * toFine.inv() * upright.toFine * half,
                        upright.picture.lab.size(), cv::INTER_LINEAR | cv::WARP_INVERSE_MAP);
    cv::threshold(lying, lying, 127, 255, cv::THRESH_BINARY);
    std::vector<FittedQuad> parts;
    for (const cv::Rect& part : partsBySeams(upright.picture.lab, lying)) {
        FittedQuad fitted{mapped(Frame::ofRectangle(part).corners, upright.toFine), {}};
        fitToEdges(fitted, fine, reach * 1.5);
        for (FittedQuad::Side& side : fitted.sides)
            side.bedShare = side.edgeShare;
        parts.push_back(fitted);
    }
    return parts;
}

// Of several that are all but the same, the first; fitting takes its time.
void forgetTwins(std::vector<FittedQuad>& quads)
{
    std::vector<FittedQuad> kept;
    for (const FittedQuad& fitted : quads) {
        const auto isTwin = [&fitted](const FittedQuad& other) {
            for (std::size_t i = 0; i < 4; ++i)
                if (cv::norm(fitted.quad[i] - other.quad[i]) > 1.2 ||
                    fitted.sides[i].bedShare > other.sides[i].bedShare + 0.05)
                    return false;
            return true;
        };
        if (std::ranges::none_of(kept, isTwin))
            kept.push_back(fitted);
    }
    quads = std::move(kept);
}

// Of all quadrilaterals those that speak most for themselves and do not overlap.
OnBed chosen(BedSearch& search, const LabPicture& picture, const LabPicture& fine,
             const cv::Matx33d& toFine, double reach, int mostCutOff)
{
    OnBed result;
    forgetTwins(search.quads);
    for (FittedQuad& fitted : search.quads) {
        fitted.quad = mapped(fitted.quad, toFine);
        fitToEdges(fitted, fine, reach);
    }
    std::erase_if(search.quads, [&](const FittedQuad& fitted) {
        return fitted.cutOff() > mostCutOff || !isConvex(fitted.quad);
    });
    std::ranges::stable_sort(search.quads, std::greater(), &FittedQuad::score);
    const auto isGood = [](const FittedQuad& fitted) {
        return fitted.score() >= leastScore && fitted.weakest() >= leastWeakest;
    };
    for (const FittedQuad& fitted : search.quads)
        if (isGood(fitted) && !overlapsAny(result.quads, fitted.quad))
            result.quads.push_back(fitted);
    for (const Quad& blob : search.blobs) {
        if (overlapsAny(result.quads, mapped(blob, toFine)))
            continue;
        const std::vector<FittedQuad> parts = touchingIn(blob, search, fine, toFine, reach);
        if (parts.size() > 1)
            for (const FittedQuad& part : parts)
                if (isGood(part) && !overlapsAny(result.quads, part.quad))
                    result.quads.push_back(part);
    }
    cv::Mat left = search.lying.clone();
    const cv::Matx33d back = toFine.inv();
    for (const FittedQuad& fitted : result.quads) {
        const Quad here = mapped(fitted.quad, back);
        std::vector<cv::Point> corners;
        for (const cv::Point2d& corner : here)
            corners.emplace_back(cvRound(corner.x - 0.5), cvRound(corner.y - 0.5));
        cv::fillConvexPoly(left, corners, cv::Scalar(0));
        cv::polylines(left, corners, true, cv::Scalar(0), 9);
        result.area += areaOf(here) / double(picture.lab.total());
    }
    const auto share = [](const cv::Mat& mask) {
        return double(cv::countNonZero(mask)) / double(mask.total());
    };
    result.unexplained = share(left);
    const int wide = std::max(2, cvRound(0.01 * std::max(left.cols, left.rows)));
    result.unexplainedEdge =
        (share(left.rowRange(0, wide)) + share(left.rowRange(left.rows - wide, left.rows)) +
         share(left.colRange(0, wide)) + share(left.colRange(left.cols - wide, left.cols))) /
        4;
    return result;
}

// What a quadrilateral that was found is: one print, with or without a mount, or several.
std::vector<Found> resolved(const FittedQuad& outer, const LabPicture& fine, double reach)
{
    const Found whole{outer.quad, outer.score(), PrintKind::Loose};
    const double area = areaOf(outer.quad);
    const double side = shorterSide(outer.quad);
    const cv::Size size = Frame{outer.quad}.size();
    const bool isStrip =
        std::max(size.width, size.height) > 1.7 * std::min(size.width, size.height);
    if (isStrip) {
        const Upright strip = uprighted(fine, outer.quad, searched, 0);
        std::vector<Found> pictures;
        for (const cv::Rect& part : picturesOnFilm(strip.picture.lab))
            pictures.push_back({mapped(Frame::ofRectangle(part).corners, strip.toFine),
                                outer.score(), PrintKind::Film});
        if (!pictures.empty())
            return pictures;
    }
    {
        const Upright inside = uprighted(fine, outer.quad, searchedInside, 0.012);
        for (BedSearch& search : searchBeds(inside.picture, isStrip ? 2 : 1)) {
            if (search.share < (isStrip ? 0.45 : 0.85))
                continue;
            const OnBed lying = chosen(search, inside.picture, fine, inside.toFine, reach, 0);
            if (lying.quads.empty())
                continue;
            if (lying.quads.size() == 1) {
                if (search.share < 0.85 || lying.unexplained > 0.12 || lying.area < 0.25)
                    continue;
                const FittedQuad& inner = lying.quads.front();
                const double margin = (side - shorterSide(inner.quad)) / 2 / side;
                const bool isBorder =
                    margin < 0.09 && areaOf(inner.quad) > 0.6 * area && search.colour[0] > 65;
                if (isBorder)
                    return {{outer.quad, outer.score(), PrintKind::Framed}};
                return {{inner.quad, inner.score(), PrintKind::Mounted}};
            }
            if (lying.unexplained > (isStrip || search.scatter < 2.5 ? 0.2 : 0.12) ||
                lying.area < 0.15)
                continue;
            std::vector<Found> all;
            for (const FittedQuad& inner : lying.quads)
                all.push_back(
                    {inner.quad, inner.score(),
                     isStrip && search.colour[0] < 75 ? PrintKind::Film : PrintKind::Loose});
            return all;
        }
    }
    const Upright inside = uprighted(fine, outer.quad, searched, 0);
    const std::vector<cv::Rect> parts = partsBySeams(
        inside.picture.lab, cv::Mat(inside.picture.lab.size(), CV_8U, cv::Scalar(255)));
    if (parts.size() < 2)
        return {whole};
    std::vector<Found> all;
    all.reserve(parts.size());
    for (const cv::Rect& part : parts)
        all.push_back({mapped(Frame::ofRectangle(part).corners, inside.toFine), outer.score(),
                       PrintKind::Loose});
    return all;
}

// Whether it is a bed with prints, rather than a photo with a window in a wall.
bool isBelievable(const BedSearch& search, const OnBed& lying)
{
    double best = 0;
    int cutOff = 0;
    for (const FittedQuad& quad : lying.quads) {
        best = std::max(best, quad.score());
        cutOff = std::max(cutOff, quad.cutOff());
    }
    if (lying.area < 0.03 || search.share < leastShare)
        return false;
    const bool isClean = search.scatter < (cutOff < 2 ? 3.5 : 1.5) && search.share > 0.6 &&
                         lying.unexplainedEdge < 0.1;
    const bool isAllAround =
        isClean && search.share > 0.8 && cutOff < 2 && (lying.area > 0.15 || search.scatter < 2.2);
    if (isAllAround && best > 0.78)
        return lying.unexplained < (best > 0.9 ? 0.5 : 0.3);
    if (isClean && lying.area > 0.1)
        return lying.unexplained < std::min(0.3, lying.area);
    return lying.unexplained < 0.03 && lying.unexplainedEdge < 0.05 && best > 0.9 &&
           search.scatter < 9 && lying.area > 0.15 && cutOff == 0;
}

// A print is a rectangle where it looks like one; what lies a little beyond the scan ends at it.
Frame frameOf(const Quad& quad, cv::Size scan)
{
    Frame frame{ordered(quad)};
    const auto side = [&quad = frame.corners](std::size_t i) {
        return quad[(i + 1) % 4] - quad[i];
    };
    bool isRectangle = true;
    for (std::size_t i = 0; i < 4; ++i) {
        const cv::Point2d here = side(i), next = side((i + 1) % 4);
        isRectangle &= std::abs(here.dot(next)) < rightAngle * cv::norm(here) * cv::norm(next);
    }
    if (isRectangle) {
        const cv::Point2d across = side(0) - side(2);
        const cv::Point2d down = side(1) - side(3);
        // Both pairs of sides say by how much it is turned, the longer ones more exactly.
        const cv::Point2d along = across + cv::Point2d(down.y, -down.x);
        const double degrees = std::atan2(along.y, along.x) * 180 / std::numbers::pi;
        const cv::Size2d size(cv::norm(across) / 2, cv::norm(down) / 2);
        const cv::Point2d middle = frame.centre();
        frame = Frame::ofRectangle({middle - cv::Point2d(size.width / 2, size.height / 2), size},
                                   std::abs(degrees) < unturned ? 0 : degrees);
        if (frame.isUpright())
            frame = frame.snapped();
    }
    for (cv::Point2d& corner : frame.corners)
        corner = {std::clamp(corner.x, 0.0, double(scan.width)),
                  std::clamp(corner.y, 0.0, double(scan.height))};
    return frame;
}

// Rows from the top, each from the left.
void sortAsRead(std::vector<FoundPrint>& prints)
{
    const auto middle = [](const FoundPrint& print) { return print.frame.centre(); };
    std::ranges::sort(prints, {}, [&](const FoundPrint& print) { return middle(print).y; });
    for (auto row = prints.begin(); row != prints.end();) {
        const auto& corners = row->frame.corners;
        const double bottom = (corners[2].y + corners[3].y) / 2;
        const double top = (corners[0].y + corners[1].y) / 2;
        const double limit = middle(*row).y + 0.4 * (bottom - top);
        const auto end = std::find_if(
            row, prints.end(), [&](const FoundPrint& print) { return middle(print).y > limit; });
        std::sort(row, end, [&](const FoundPrint& one, const FoundPrint& other) {
            return middle(one).x < middle(other).x;
        });
        row = end;
    }
}

} // namespace

const char* printKindName(PrintKind kind)
{
    constexpr std::array names{"loose", "mounted", "framed", "film"};
    return names[std::size_t(kind)];
}

std::vector<FoundPrint> findPrints(const cv::Mat& pixels)
{
    if (std::min(pixels.cols, pixels.rows) < smallest)
        return {};
    const LabPicture fine = LabPicture::of(pixels, measured);
    const LabPicture coarse = fine.smaller(searched);
    const double magnified = fine.scale / coarse.scale;
    const cv::Matx33d toFine = cv::Matx33d::diag({magnified, magnified, 1});
    std::vector<FoundPrint> prints;
    double bestArea = 0;
    for (BedSearch& search : searchBeds(coarse, 3)) {
        OnBed lying = chosen(search, coarse, fine, toFine, 3 * magnified, 2);
        if (lying.quads.empty() || !isBelievable(search, lying))
            continue;
        if (lying.area <= bestArea)
            continue;
        bestArea = lying.area;
        prints.clear();
        for (const FittedQuad& outer : lying.quads)
            for (const Found& found : resolved(outer, fine, 2 * magnified))
                prints.push_back({frameOf(scaled(found.quad, 1 / fine.scale), pixels.size()),
                                  found.certainty, found.kind});
    }
    sortAsRead(prints);
    return prints;
}

} // namespace autochrome::inline prints
