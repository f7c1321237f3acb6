#include "core/edit/geometry/resampling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int lobes = 3;
constexpr int taps = 2 * lobes;
constexpr int phases = 1024; // between two pixels: an error of the place below 0.0005 of one
constexpr int rowsAtOnce = 64;

using Weights = std::array<float, taps>;

// Duchon, Lanczos Filtering in One and Two Dimensions, 1979. The weights of one place add up to 1,
// so that an even area stays what it is.
double lanczos(double x)
{
    if (x == 0)
        return 1;
    if (std::abs(x) >= lobes)
        return 0;
    const double angle = std::numbers::pi * x;
    return lobes * std::sin(angle) * std::sin(angle / lobes) / (angle * angle);
}

const std::vector<Weights>& weightsByPhase()
{
    static const std::vector<Weights> table = [] {
        std::vector<Weights> made(phases + 1);
        for (int phase = 0; phase <= phases; ++phase) {
            std::array<double, taps> weights{};
            double sum = 0;
            for (int tap = 0; tap < taps; ++tap)
                sum += weights[std::size_t(tap)] =
                    lanczos(tap - (lobes - 1) - double(phase) / phases);
            for (int tap = 0; tap < taps; ++tap)
                made[std::size_t(phase)][std::size_t(tap)] = float(weights[std::size_t(tap)] / sum);
        }
        return made;
    }();
    return table;
}

// Where the taps of one place lie along one axis.
struct Reach
{
    explicit Reach(double place)
    {
        const double at = place - 0.5; // pixels are there, not areas
        const double floor = std::floor(at);
        first = int(floor) - (lobes - 1);
        weights = &weightsByPhase()[std::size_t(std::lround((at - floor) * phases))];
    }

    int first;
    const Weights* weights;
};

template <class Sample, int channels>
void resampleRow(const cv::Mat& source, const cv::Matx33d& toSource, int y, Sample* out, int width)
{
    constexpr float most = std::numeric_limits<Sample>::max();
    const double last = std::max(source.cols, source.rows) + taps; // far outside is outside
    for (int x = 0; x < width; ++x, out += channels) {
        const cv::Vec3d place = toSource * cv::Vec3d(x + 0.5, y + 0.5, 1);
        const Reach across(std::clamp(place[0] / place[2], -last, last));
        const Reach down(std::clamp(place[1] / place[2], -last, last));
        std::array<int, taps> columns{};
        for (int i = 0; i < taps; ++i)
            columns[std::size_t(i)] = std::clamp(across.first + i, 0, source.cols - 1) * channels;
        std::array<float, channels> sums{};
        for (int j = 0; j < taps; ++j) {
            const Sample* row = source.ptr<Sample>(std::clamp(down.first + j, 0, source.rows - 1));
            std::array<float, channels> line{};
            for (int i = 0; i < taps; ++i)
                for (int c = 0; c < channels; ++c)
                    line[std::size_t(c)] +=
                        (*across.weights)[std::size_t(i)] * float(row[columns[std::size_t(i)] + c]);
            for (int c = 0; c < channels; ++c)
                sums[std::size_t(c)] += (*down.weights)[std::size_t(j)] * line[std::size_t(c)];
        }
        for (int c = 0; c < channels; ++c)
            out[c] = Sample(std::clamp(sums[std::size_t(c)], 0.0F, most) + 0.5F);
    }
}

template <class Sample>
auto rowFunction(int channels)
{
    constexpr std::array functions{resampleRow<Sample, 1>, resampleRow<Sample, 2>,
                                   resampleRow<Sample, 3>, resampleRow<Sample, 4>};
    return functions.at(std::size_t(channels - 1));
}

template <class Sample>
void resampleInto(const cv::Mat& source, const cv::Matx33d& toSource, cv::Mat& result,
                  const Progress& progress)
{
    const auto resample = rowFunction<Sample>(source.channels());
    for (int from = 0; from < result.rows; from += rowsAtOnce) {
        progress.checkpoint();
        const int to = std::min(from + rowsAtOnce, result.rows);
        cv::parallel_for_(cv::Range(from, to), [&](const cv::Range& range) {
            for (int y = range.start; y < range.end; ++y)
                resample(source, toSource, y, result.ptr<Sample>(y), result.cols);
        });
        progress.report(double(to) / result.rows, {});
    }
}

} // namespace

cv::Mat resampled(const cv::Mat& source, const cv::Matx33d& toSource, cv::Size size,
                  const Progress& progress)
{
    cv::Mat result(size, source.type());
    if (source.depth() == CV_16U)
        resampleInto<std::uint16_t>(source, toSource, result, progress);
    else
        resampleInto<std::uint8_t>(source, toSource, result, progress);
    return result;
}

} // namespace autochrome::inline edit
