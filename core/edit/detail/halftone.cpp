#include "core/edit/detail/halftone.h"

#include "core/edit/repair/brightness.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int windowSide = 128;
constexpr int mostAcross = 8; // windows in either direction

// By how much the logarithm of the power at a peak is above that of its surroundings: a photo
// without dots has less than the first nearly everywhere, a screen more than the second.
constexpr float leastProminence = 2.0F;
constexpr float sureProminence = 4.0F;
// Of a wave that can be seen, codes of 8 bits; dots have some 20 to 60.
constexpr double leastAmplitude = 1.5;

// Mean logarithm of the power at each frequency, (0, 0) in the middle.
cv::Mat meanSpectrum(const cv::Mat& pixels)
{
    cv::Mat hann;
    cv::createHanningWindow(hann, {windowSide, windowSide}, CV_32F);
    const auto places = [](int length) { return std::clamp(length / windowSide, 1, mostAcross); };
    const int across = places(pixels.cols);
    const int down = places(pixels.rows);
    cv::Mat sum = cv::Mat::zeros(windowSide, windowSide, CV_32F);
    int count = 0;
    for (int j = 0; j < down; ++j)
        for (int i = 0; i < across; ++i) {
            const auto start = [](int place, int of, int length) {
                return of == 1 ? (length - windowSide) / 2
                               : int(std::int64_t(length - windowSide) * place / (of - 1));
            };
            cv::Mat window =
                brightnessOf(pixels({start(i, across, pixels.cols), start(j, down, pixels.rows),
                                     windowSide, windowSide}));
            cv::Scalar mean, deviation;
            cv::meanStdDev(window, mean, deviation);
            if (deviation[0] < 1) // blank paper
                continue;
            window = (window - mean[0]).mul(hann);
            cv::Mat spectrum, parts[2], power;
            cv::dft(window, spectrum, cv::DFT_COMPLEX_OUTPUT);
            cv::split(spectrum, parts);
            power = parts[0].mul(parts[0]) + parts[1].mul(parts[1]) + 1e-3;
            cv::log(power, power);
            sum += power;
            ++count;
        }
    if (count == 0)
        return {};
    sum /= count;
    cv::Mat centred(sum.size(), CV_32F);
    constexpr int half = windowSide / 2;
    for (int y = 0; y < windowSide; ++y)
        for (int x = 0; x < windowSide; ++x)
            centred.at<float>((y + half) % windowSide, (x + half) % windowSide) =
                sum.at<float>(y, x);
    return centred;
}

struct Peak
{
    cv::Point2d frequency; // cycles per pixel
    float prominence;
};

// Where between its neighbours a parabola through three values has its top, -0.5 to 0.5.
double topOf(float before, float at, float after)
{
    const double curvature = double(before) - 2.0 * at + after;
    return curvature < 0 ? std::clamp(0.5 * (double(before) - after) / curvature, -0.5, 0.5) : 0;
}

// The lattice of JPEG's blocks, and nothing that lies a little beside it.
bool isOfBlocks(cv::Point2d frequency)
{
    constexpr double within = 0.2 / windowSide;
    const auto isMultiple = [](double value) {
        return std::abs(value - std::round(value * 8) / 8) < within;
    };
    return isMultiple(frequency.x) && isMultiple(frequency.y);
}

std::vector<Peak> peaksOf(const cv::Mat& spectrum)
{
    cv::Mat around, ring;
    // Of the surroundings without the peak itself.
    cv::boxFilter(spectrum, around, CV_32F, {13, 13}, {-1, -1}, false, cv::BORDER_REFLECT_101);
    cv::boxFilter(spectrum, ring, CV_32F, {5, 5}, {-1, -1}, false, cv::BORDER_REFLECT_101);
    // A Hann window gives a wave a quarter of its pixels' sum, half to either frequency.
    const auto leastPower = float(2 * std::log(leastAmplitude * windowSide * windowSide / 8.0));
    const cv::Mat prominence = spectrum - (around - ring) / (13 * 13 - 5 * 5);
    constexpr int half = windowSide / 2;
    std::vector<Peak> peaks;
    for (int y = 1; y <= half; ++y) // the other half mirrors it
        for (int x = 1; x < windowSide - 1; ++x) {
            const cv::Point at(x - half, y - half);
            const double length = std::hypot(at.x, at.y) / windowSide;
            if (length < 1 / Halftone::longestPeriod || length > 1 / Halftone::shortestPeriod)
                continue;
            const float value = prominence.at<float>(y, x);
            if (value < leastProminence || spectrum.at<float>(y, x) < leastPower)
                continue;
            double most = 0;
            cv::minMaxLoc(spectrum({x - 1, y - 1, 3, 3}), nullptr, &most);
            if (spectrum.at<float>(y, x) < float(most))
                continue;
            const double dx = topOf(spectrum.at<float>(y, x - 1), spectrum.at<float>(y, x),
                                    spectrum.at<float>(y, x + 1));
            const double dy = topOf(spectrum.at<float>(y - 1, x), spectrum.at<float>(y, x),
                                    spectrum.at<float>(y + 1, x));
            const cv::Point2d frequency((at.x + dx) / windowSide, (at.y + dy) / windowSide);
            if (!isOfBlocks(frequency))
                peaks.push_back({frequency, value});
        }
    return peaks;
}

// Of the screens that printers use the lattice is square.
bool areSquare(const Peak& one, const Peak& other)
{
    const double lengths = cv::norm(one.frequency) * cv::norm(other.frequency);
    const double cosine = std::abs(one.frequency.dot(other.frequency)) / lengths;
    const double ratio = cv::norm(one.frequency) / cv::norm(other.frequency);
    return cosine < 0.12 && ratio > 0.88 && ratio < 1 / 0.88;
}

// The frequencies of the lattice that a picture can hold, one of each pair f and -f; (0, 0) first.
std::vector<cv::Point2d> frequenciesOf(const std::array<cv::Point2d, 2>& steps)
{
    const double area = steps[0].x * steps[1].y - steps[0].y * steps[1].x;
    const cv::Point2d a(steps[1].y / area, -steps[1].x / area);
    const cv::Point2d b(-steps[0].y / area, steps[0].x / area);
    constexpr int most = int(Halftone::longestPeriod);
    std::vector<cv::Point2d> all{{0, 0}};
    for (int i = 0; i <= most; ++i)
        for (int j = i == 0 ? 1 : -most; j <= most; ++j) {
            const cv::Point2d frequency = i * a + j * b;
            if (std::abs(frequency.x) <= 0.5 && std::abs(frequency.y) <= 0.5)
                all.push_back(frequency);
        }
    return all;
}

// The kernel that is nearest to `kernel` and has a transform of 1 at the first of the frequencies
// and of 0 at the others.
void makeExact(cv::Mat& kernel, const std::vector<cv::Point2d>& frequencies)
{
    const int radius = kernel.rows / 2;
    cv::Mat waves(int(frequencies.size()), int(kernel.total()), CV_64F);
    for (int i = 0; i < waves.rows; ++i)
        for (int y = -radius; y <= radius; ++y)
            for (int x = -radius; x <= radius; ++x)
                waves.at<double>(i, (y + radius) * kernel.cols + x + radius) =
                    std::cos(2 * CV_PI * frequencies[std::size_t(i)].dot(cv::Point2d(x, y)));
    cv::Mat flat, factors;
    kernel.reshape(1, int(kernel.total())).convertTo(flat, CV_64F);
    cv::Mat lacking = -(waves * flat);
    lacking.at<double>(0) += 1;
    cv::solve(waves * waves.t(), lacking, factors, cv::DECOMP_SVD);
    flat += waves.t() * factors;
    flat.reshape(1, kernel.rows).convertTo(kernel, CV_32F);
}

} // namespace

double Halftone::period() const
{
    return (cv::norm(steps[0]) + cv::norm(steps[1])) / 2;
}

std::optional<Halftone> Halftone::find(const cv::Mat& pixels)
{
    if (std::min(pixels.cols, pixels.rows) < windowSide)
        return std::nullopt;
    const cv::Mat spectrum = meanSpectrum(pixels);
    if (spectrum.empty())
        return std::nullopt;
    const std::vector<Peak> peaks = peaksOf(spectrum);
    const Peak* best[2] = {};
    double bestScore = 0;
    for (const Peak& one : peaks)
        for (const Peak& other : peaks)
            if (&one < &other && areSquare(one, other)) {
                // Where there are overtones too, the lowest are the lattice.
                const double length = cv::norm(one.frequency) + cv::norm(other.frequency);
                const double score = double(std::min(one.prominence, other.prominence)) -
                                     2 * std::log(length * Halftone::shortestPeriod);
                if (!best[0] || score > bestScore) {
                    bestScore = score;
                    best[0] = &one;
                    best[1] = &other;
                }
            }
    if (!best[0])
        return std::nullopt;
    Halftone found;
    const double prominence = double(std::min(best[0]->prominence, best[1]->prominence));
    found.certainty = std::clamp((prominence - double(leastProminence)) /
                                     double(sureProminence - leastProminence),
                                 0.0, 1.0);
    if (found.certainty < leastCertainty)
        return std::nullopt;
    const cv::Point2d a = best[0]->frequency;
    const cv::Point2d b = best[1]->frequency;
    const double area = a.x * b.y - a.y * b.x;
    found.steps = {cv::Point2d(b.y, -b.x) / area, cv::Point2d(-a.y, a.x) / area};
    return found;
}

cv::Mat Halftone::cell() const
{
    constexpr int fine = 8; // samples of a pixel in either direction
    const int radius = reach() / 2;
    cv::Mat kernel = cv::Mat::zeros(2 * radius + 1, 2 * radius + 1, CV_32F);
    const double area = steps[0].x * steps[1].y - steps[0].y * steps[1].x;
    for (int y = -radius * fine; y < (radius + 1) * fine; ++y)
        for (int x = -radius * fine; x < (radius + 1) * fine; ++x) {
            const cv::Point2d at((x + 0.5) / fine - 0.5, (y + 0.5) / fine - 0.5);
            const double along = (at.x * steps[1].y - at.y * steps[1].x) / area;
            const double other = (steps[0].x * at.y - steps[0].y * at.x) / area;
            if (std::abs(along) <= 0.5 && std::abs(other) <= 0.5)
                kernel.at<float>(cvFloor(double(y) / fine) + radius,
                                 cvFloor(double(x) / fine) + radius) += 1;
        }
    kernel /= cv::sum(kernel)[0];
    // What is drawn in pixels is not quite the cell.
    makeExact(kernel, frequenciesOf(steps));
    return kernel;
}

int Halftone::reach() const
{
    const double across = (std::abs(steps[0].x) + std::abs(steps[1].x)) / 2;
    const double down = (std::abs(steps[0].y) + std::abs(steps[1].y)) / 2;
    return 2 * (int(std::ceil(std::max(across, down))) + 1);
}

cv::Mat Halftone::removedFrom(const cv::Mat& plane) const
{
    const cv::Mat kernel = cell();
    cv::Mat once, twice;
    cv::filter2D(plane, once, CV_32F, kernel, {-1, -1}, 0, cv::BORDER_REFLECT_101);
    cv::filter2D(once, twice, CV_32F, kernel, {-1, -1}, 0, cv::BORDER_REFLECT_101);
    return 2 * once - twice;
}

} // namespace autochrome::inline edit
