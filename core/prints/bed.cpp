#include "core/prints/bed.h"

#include "core/prints/median.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace autochrome::inline prints {
namespace {

constexpr double edgeWidth = 0.012;    // of the longer side: what counts as outermost
constexpr double binWidth = 6;         // L* a* b*
constexpr double modeReach = 14;       // of a colour's first members
constexpr double memberReach = 3.5;    // in multiples of the scatter
constexpr double leastBedShare = 0.12; // of the outermost pixels
constexpr std::size_t mostCandidates = 3;
constexpr std::size_t mostSamples = 20000;
const cv::Vec3d leastDeviation(1.0, 0.8, 0.8); // JPEG and rounding
const cv::Vec3d mostDeviation(9, 6, 6);

struct Samples
{
    std::vector<cv::Vec3f> colours;
    std::vector<cv::Point2d> places; // -1 to 1
};

cv::Point2d placeOf(int x, int y, cv::Size size)
{
    return {2.0 * x / size.width - 1, 2.0 * y / size.height - 1};
}

Samples outermost(const cv::Mat& lab)
{
    Samples samples;
    const int width = std::max(3, cvRound(edgeWidth * std::max(lab.rows, lab.cols)));
    for (int y = 0; y < lab.rows; ++y)
        for (int x = 0; x < lab.cols; ++x) {
            if (std::min({x, y, lab.cols - 1 - x, lab.rows - 1 - y}) >= width) {
                x = lab.cols - 1 - width; // what lies between
                continue;
            }
            samples.colours.push_back(lab.at<cv::Vec3f>(y, x));
            samples.places.push_back(placeOf(x, y, lab.size()));
        }
    return samples;
}

cv::Vec3f densest(const std::vector<cv::Vec3f>& colours, const std::vector<char>& used)
{
    std::map<std::tuple<int, int, int>, int> bins;
    for (std::size_t i = 0; i < colours.size(); ++i)
        if (!used[i])
            ++bins[{int(std::floor(colours[i][0] / binWidth)),
                    int(std::floor(colours[i][1] / binWidth)),
                    int(std::floor(colours[i][2] / binWidth))}];
    const auto sumAround = [&bins](const std::tuple<int, int, int>& bin) {
        int sum = 0;
        for (int l = -1; l <= 1; ++l)
            for (int a = -1; a <= 1; ++a)
                for (int b = -1; b <= 1; ++b) {
                    const auto found = bins.find(
                        {std::get<0>(bin) + l, std::get<1>(bin) + a, std::get<2>(bin) + b});
                    if (found != bins.end())
                        sum += found->second;
                }
        return sum;
    };
    int most = -1;
    cv::Vec3f colour;
    for (const auto& [bin, count] : bins)
        if (const int sum = sumAround(bin); sum > most) {
            most = sum;
            colour = cv::Vec3f(float((std::get<0>(bin) + 0.5) * binWidth),
                               float((std::get<1>(bin) + 0.5) * binWidth),
                               float((std::get<2>(bin) + 0.5) * binWidth));
        }
    return colour;
}

} // namespace

Bed::Terms Bed::termsAt(double x, double y, bool curved)
{
    return curved ? Terms(1, x, y, x * x, x * y, y * y) : Terms(1, x, y, 0, 0, 0);
}

cv::Vec3d Bed::colourAt(double x, double y) const
{
    return field_ * termsAt(x, y, true);
}

cv::Vec3f Bed::colour() const
{
    return colourAt(0, 0);
}

double Bed::squaredDistance(cv::Vec3f colour, cv::Point2d place) const
{
    const cv::Vec3d gap = cv::Vec3d(colour) - colourAt(place.x, place.y);
    double sum = 0;
    for (int i = 0; i < 3; ++i)
        sum += gap[i] * gap[i] / (deviation_[i] * deviation_[i]);
    return sum;
}

void Bed::solve(const std::vector<cv::Vec3f>& colours, const std::vector<cv::Point2d>& places,
                bool curved)
{
    cv::Matx<double, 6, 6> left = cv::Matx<double, 6, 6>::zeros();
    cv::Matx<double, 6, 3> right = cv::Matx<double, 6, 3>::zeros();
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const Terms terms = termsAt(places[i].x, places[i].y, curved);
        left += terms * terms.t();
        right += terms * cv::Vec3d(colours[i]).t();
    }
    // Where samples lie on one side of the picture only, the field stays level rather than shoots
    // off.
    for (int i = 0; i < 6; ++i)
        left(i, i) += 1e-3 * double(colours.size()) * (i == 0 ? 1e-3 : 1) + (curved ? 0 : 1e-9);
    field_ = left.solve(right, cv::DECOMP_CHOLESKY).t();
    std::array<std::vector<double>, 3> gaps;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const cv::Vec3d gap = cv::Vec3d(colours[i]) - colourAt(places[i].x, places[i].y);
        for (std::size_t c = 0; c < 3; ++c)
            gaps[c].push_back(std::abs(gap[int(c)]));
    }
    for (std::size_t c = 0; c < 3; ++c) {
        const double found = 1.4826 * medianOf(gaps[c]); // of a normal distribution
        if (c == 0)
            scatter_ = found;
        deviation_[int(c)] = std::clamp(found, leastDeviation[int(c)], mostDeviation[int(c)]);
    }
}

std::vector<Bed> Bed::candidates(const cv::Mat& lab)
{
    const Samples all = outermost(lab);
    std::vector<char> used(all.colours.size(), 0);
    std::vector<Bed> beds;
    for (std::size_t i = 0; i < mostCandidates + 1 && beds.size() < mostCandidates; ++i) {
        if (double(std::ranges::count(used, 0)) < leastBedShare * double(used.size()))
            break;
        const cv::Vec3f mode = densest(all.colours, used);
        Bed bed;
        std::vector<char> member(used.size(), 0);
        for (int round = 0; round < 5; ++round) {
            Samples own;
            for (std::size_t s = 0; s < used.size(); ++s) {
                member[s] = round == 0 ? cv::norm(all.colours[s] - mode) < modeReach
                                       : bed.squaredDistance(all.colours[s], all.places[s]) <
                                             memberReach * memberReach;
                if (member[s]) {
                    own.colours.push_back(all.colours[s]);
                    own.places.push_back(all.places[s]);
                }
            }
            if (double(own.colours.size()) < leastBedShare * double(used.size()) * 0.5)
                break;
            bed.share_ = double(own.colours.size()) / double(used.size());
            bed.solve(own.colours, own.places, false);
        }
        for (std::size_t s = 0; s < used.size(); ++s)
            if (member[s] || cv::norm(all.colours[s] - mode) < modeReach)
                used[s] = 1;
        if (bed.share_ >= leastBedShare)
            beds.push_back(bed);
    }
    return beds;
}

cv::Mat Bed::distance(const cv::Mat& lab) const
{
    cv::Mat result(lab.size(), CV_32F);
    const cv::Vec3f scale(float(1 / deviation_[0]), float(1 / deviation_[1]),
                          float(1 / deviation_[2]));
    for (int y = 0; y < lab.rows; ++y) {
        const auto* from = lab.ptr<cv::Vec3f>(y);
        auto* to = result.ptr<float>(y);
        const double v = placeOf(0, y, lab.size()).y;
        for (int x = 0; x < lab.cols; ++x) {
            const cv::Vec3f bed = colourAt(placeOf(x, y, lab.size()).x, v);
            const cv::Vec3f gap = (from[x] - bed).mul(scale);
            to[x] = std::sqrt(gap.dot(gap));
        }
    }
    return result;
}

void Bed::fit(const cv::Mat& lab, const cv::Mat& mask)
{
    const auto count = std::size_t(cv::countNonZero(mask));
    if (count < 100)
        return;
    const std::size_t step = std::max<std::size_t>(1, count / mostSamples);
    Samples samples;
    std::size_t seen = 0;
    for (int y = 0; y < lab.rows; ++y)
        for (int x = 0; x < lab.cols; ++x)
            if (mask.at<std::uint8_t>(y, x) && seen++ % step == 0) {
                samples.colours.push_back(lab.at<cv::Vec3f>(y, x));
                samples.places.push_back(placeOf(x, y, lab.size()));
            }
    solve(samples.colours, samples.places, true);
}

} // namespace autochrome::inline prints
