#include "core/edit/repair/patch_match.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

constexpr int side = 2 * PatchMatch::reach + 1;
const cv::Point none(-1, -1);

} // namespace

PatchMatch::PatchMatch(cv::Mat values, cv::Mat unknown, std::uint64_t seed)
    : values_(std::move(values)), unknown_(std::move(unknown)), random_(seed)
{
    const cv::Mat patch(side, side, CV_8U, cv::Scalar(1));
    cv::Mat touched;
    cv::dilate(unknown_, touched, patch);
    field_ = cv::Mat(values_.size(), CV_32SC2, cv::Scalar(-1, -1));
    differences_ = cv::Mat(values_.size(), CV_32F, cv::Scalar(std::numeric_limits<float>::max()));
    whole_ = cv::Mat::zeros(values_.size(), CV_8U);
    for (int y = reach; y < values_.rows - reach; ++y)
        for (int x = reach; x < values_.cols - reach; ++x) {
            if (touched.at<std::uint8_t>(y, x)) {
                targets_.emplace_back(x, y);
            } else {
                whole_.at<std::uint8_t>(y, x) = 255;
                sources_.emplace_back(x, y);
            }
        }
    if (sources_.empty())
        return;
    for (const cv::Point& target : targets_)
        field_.at<cv::Point>(target) =
            sources_[std::size_t(random_.uniform(0, int(sources_.size())))];
}

bool PatchMatch::isSource(cv::Point place) const
{
    return cv::Rect({}, whole_.size()).contains(place) && whole_.at<std::uint8_t>(place) != 0;
}

float PatchMatch::difference(cv::Point one, cv::Point other, float most) const
{
    const int channels = values_.channels();
    const int width = side * channels;
    float sum = 0;
    for (int dy = -reach; dy <= reach && sum < most; ++dy) {
        const float* a = values_.ptr<float>(one.y + dy) + (one.x - reach) * channels;
        const float* b = values_.ptr<float>(other.y + dy) + (other.x - reach) * channels;
        float ofRow = 0;
        for (int i = 0; i < width; ++i)
            ofRow += (a[i] - b[i]) * (a[i] - b[i]);
        sum += ofRow;
    }
    return sum;
}

void PatchMatch::startFrom(const cv::Mat& field)
{
    for (const cv::Point& target : targets_) {
        const cv::Point coarse(std::min(target.x / 2, field.cols - 1),
                               std::min(target.y / 2, field.rows - 1));
        const auto found = field.at<cv::Point>(coarse);
        const cv::Point source = found * 2 + cv::Point(target.x % 2, target.y % 2);
        if (found != none && isSource(source))
            field_.at<cv::Point>(target) = source;
    }
}

void PatchMatch::tryOut(cv::Point target, cv::Point source)
{
    if (!isSource(source) || source == field_.at<cv::Point>(target))
        return;
    float& best = differences_.at<float>(target);
    const float found = difference(target, source, best);
    if (found < best) {
        best = found;
        field_.at<cv::Point>(target) = source;
    }
}

void PatchMatch::search(int passes)
{
    constexpr float any = std::numeric_limits<float>::max();
    // The targets have other values since they were compared.
    for (const cv::Point& target : targets_)
        differences_.at<float>(target) = difference(target, field_.at<cv::Point>(target), any);
    const auto around = [&](cv::Point target, int direction) {
        for (const cv::Point& step : {cv::Point(direction, 0), cv::Point(0, direction)}) {
            const cv::Point before = target - step;
            if (cv::Rect({}, field_.size()).contains(before) &&
                field_.at<cv::Point>(before) != none)
                tryOut(target, field_.at<cv::Point>(before) + step);
        }
        for (int radius = std::max(values_.cols, values_.rows) / 2; radius >= 1; radius /= 2) {
            const cv::Point best = field_.at<cv::Point>(target);
            tryOut(target, best + cv::Point(random_.uniform(-radius, radius + 1),
                                            random_.uniform(-radius, radius + 1)));
        }
    };
    for (int pass = 0; pass < passes; ++pass) {
        if (pass % 2 == 0)
            for (auto target = targets_.begin(); target != targets_.end(); ++target)
                around(*target, 1);
        else
            for (auto target = targets_.rbegin(); target != targets_.rend(); ++target)
                around(*target, -1);
    }
}

void PatchMatch::vote(double sharpness, cv::Mat* passed)
{
    std::vector<float> all;
    all.reserve(targets_.size());
    for (const cv::Point& target : targets_)
        all.push_back(differences_.at<float>(target));
    if (all.empty())
        return;
    const auto middle = all.begin() + std::ptrdiff_t(all.size() / 2);
    std::ranges::nth_element(all, middle);
    const double scale = sharpness / (2 * (double(*middle) + 1e-3));
    if (passed)
        *passed = cv::Mat(values_.size(), CV_32F, cv::Scalar(0));

    const int channels = values_.channels();
    cv::Mat made = values_.clone();
    for (int y = 0; y < values_.rows; ++y)
        for (int x = 0; x < values_.cols; ++x) {
            if (!unknown_.at<std::uint8_t>(y, x))
                continue;
            float least = std::numeric_limits<float>::max();
            cv::Point best = none;
            for (int dy = -reach; dy <= reach; ++dy)
                for (int dx = -reach; dx <= reach; ++dx) {
                    const cv::Point target(x + dx, y + dy);
                    if (!cv::Rect({}, values_.size()).contains(target) ||
                        field_.at<cv::Point>(target) == none ||
                        differences_.at<float>(target) >= least)
                        continue;
                    least = differences_.at<float>(target);
                    best = field_.at<cv::Point>(target) - cv::Point(dx, dy);
                }
            if (best == none)
                continue;
            double weights = 0, alike = 0, squares = 0;
            double sums[3] = {};
            for (int dy = -reach; dy <= reach; ++dy)
                for (int dx = -reach; dx <= reach; ++dx) {
                    const cv::Point target(x + dx, y + dy);
                    if (!cv::Rect({}, values_.size()).contains(target) ||
                        field_.at<cv::Point>(target) == none)
                        continue;
                    const cv::Point source = field_.at<cv::Point>(target) - cv::Point(dx, dy);
                    const double weight =
                        std::exp(-double(differences_.at<float>(target) - least) * scale);
                    const float* value = values_.ptr<float>(source.y) + source.x * channels;
                    for (int c = 0; c < channels; ++c)
                        sums[c] += weight * double(value[c]);
                    weights += weight;
                    if (source == best)
                        alike += weight;
                    else
                        squares += weight * weight;
                }
            float* value = made.ptr<float>(y) + x * channels;
            for (int c = 0; c < channels; ++c)
                value[c] = float(sums[c] / weights);
            if (passed)
                passed->at<float>(y, x) = float((alike * alike + squares) / (weights * weights));
        }
    values_ = made;
}

} // namespace autochrome::inline edit
