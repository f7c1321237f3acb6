#include "core/learn/damage/damage_canvas.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline learn {
namespace {

// Where a line's piece can be seen.
cv::Rect boxOf(const StrokePoint& a, const StrokePoint& b, cv::Size picture)
{
    const float reach = std::max(a.width, b.width) / 2 + 1;
    const int left = cvFloor(std::min(a.at.x, b.at.x) - reach);
    const int top = cvFloor(std::min(a.at.y, b.at.y) - reach);
    const int right = cvCeil(std::max(a.at.x, b.at.x) + reach);
    const int bottom = cvCeil(std::max(a.at.y, b.at.y) + reach);
    return cv::Rect(left, top, right - left + 1, bottom - top + 1) & cv::Rect({}, picture);
}

void addPiece(const StrokePoint& a, const StrokePoint& b, cv::Size picture, Coverage& coverage)
{
    const cv::Point2f along = b.at - a.at;
    const float length = std::max(along.dot(along), 1e-6f);
    const cv::Rect box = boxOf(a, b, picture);
    for (int y = box.y; y < box.y + box.height; ++y) {
        float* row = coverage.share.ptr<float>(y - coverage.where.y) - coverage.where.x;
        for (int x = box.x; x < box.x + box.width; ++x) {
            const cv::Point2f from = cv::Point2f(float(x), float(y)) - a.at;
            const float t = std::clamp(from.dot(along) / length, 0.0f, 1.0f);
            const cv::Point2f beside = from - along * t;
            const float half = (a.width + (b.width - a.width) * t) / 2;
            const float distance = std::sqrt(beside.dot(beside));
            const float most = std::min(1.0f, 2 * half); // of a line thinner than a pixel
            const float share = std::clamp(half + 0.5f - distance, 0.0f, most) *
                                (a.strength + (b.strength - a.strength) * t);
            row[x] = std::max(row[x], share);
        }
    }
}

} // namespace

Coverage coverageOfStroke(const std::vector<StrokePoint>& points, cv::Size picture)
{
    Coverage coverage;
    for (std::size_t i = 1; i < points.size(); ++i)
        coverage.where |= boxOf(points[i - 1], points[i], picture);
    coverage.share = cv::Mat_<float>::zeros(coverage.where.size());
    if (!coverage.where.empty())
        for (std::size_t i = 1; i < points.size(); ++i)
            addPiece(points[i - 1], points[i], picture, coverage);
    return coverage;
}

DamageCanvas::DamageCanvas(cv::Mat_<float> sound)
    : sound_(std::move(sound)), damaged_(sound_.clone())
{
    for (cv::Mat_<float>& share : shares_)
        share = cv::Mat_<float>::zeros(sound_.size());
}

void DamageCanvas::cover(const Coverage& coverage, float tone, DamageKind kind)
{
    if (coverage.where.empty())
        return;
    cv::Mat part = damaged_(coverage.where);
    part += coverage.share.mul(tone - part);
    note(coverage, kind);
}

void DamageCanvas::cover(const Coverage& coverage, const cv::Mat_<float>& tones, DamageKind kind)
{
    if (coverage.where.empty())
        return;
    cv::Mat part = damaged_(coverage.where);
    part += coverage.share.mul(tones - part);
    note(coverage, kind);
}

void DamageCanvas::shade(const Coverage& coverage, float difference, DamageKind kind)
{
    if (coverage.where.empty())
        return;
    cv::Mat part = damaged_(coverage.where);
    part += coverage.share * difference;
    note(coverage, kind);
}

void DamageCanvas::note(const Coverage& coverage, DamageKind kind)
{
    cv::Mat part = share(kind)(coverage.where);
    part = cv::max(part, coverage.share);
}

} // namespace autochrome::inline learn
