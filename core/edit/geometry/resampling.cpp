#include "core/edit/geometry/resampling.h"

#include "core/edit/geometry/geometry_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <tuple>

namespace autochrome::inline edit {
namespace {

constexpr int lobes = 4;
constexpr int tileSide = 128;
constexpr int mostWindow = 512 * 512; // pixels of the source for one tile
constexpr double mostShrunk = 8;      // where the source is seen smaller still, it may alias
constexpr double unshrunk = 1.01;     // sides that were rounded to whole pixels are no shrinking

// Duchon, Lanczos Filtering in One and Two Dimensions, 1979; between its samples straight lines.
class Kernel
{
public:
    Kernel()
    {
        for (std::size_t i = 0; i + 1 < values_.size(); ++i) {
            const double x = double(i) / steps;
            const double angle = std::numbers::pi * x;
            if (i % steps == 0) // exactly, so that the middle of a pixel is that pixel
                values_[i] = i == 0;
            else
                values_[i] =
                    float(lobes * std::sin(angle) * std::sin(angle / lobes) / (angle * angle));
        }
    }

    float at(double x) const
    {
        const double place = std::abs(x) * steps;
        if (place >= lobes * steps)
            return 0;
        const auto i = std::size_t(place);
        return values_[i] + float(place - double(i)) * (values_[i + 1] - values_[i]);
    }

private:
    static constexpr int steps = 1024;
    std::array<float, lobes * steps + 2> values_{};
};

// The pixels of a row or column that make one of the result.
struct Taps
{
    int first = 0;
    int count = 0;
    std::array<float, 2 * lobes * std::size_t(mostShrunk) + 2> weights;

    void set(const Kernel& kernel, double at, double scale)
    {
        const int radius = int(std::ceil(lobes * scale));
        first = int(std::floor(at)) - radius + 1;
        count = 2 * radius;
        float sum = 0;
        for (int i = 0; i < count; ++i)
            sum += weights[std::size_t(i)] = kernel.at((first + i - at) / scale);
        for (int i = 0; i < count; ++i)
            weights[std::size_t(i)] /= sum;
    }
};

// The weights of what is not shrunk, for places between two pixels.
class UnshrunkWeights
{
public:
    using Weights = std::array<float, 2 * lobes>;

    explicit UnshrunkWeights(const Kernel& kernel)
    {
        Taps taps;
        for (int i = 0; i <= steps; ++i) {
            taps.set(kernel, double(i) / steps * (1 - 1e-12), 1); // the last one below 1
            std::copy_n(taps.weights.begin(), 2 * lobes, values_[std::size_t(i)].begin());
        }
    }

    void set(Taps& taps, double at) const
    {
        const double floor = std::floor(at);
        const double place = (at - floor) * steps;
        const auto i = std::min(std::size_t(place), std::size_t(steps - 1));
        const auto part = float(place - double(i));
        taps.first = int(floor) - lobes + 1;
        taps.count = 2 * lobes;
        for (std::size_t k = 0; k < 2 * lobes; ++k)
            taps.weights[k] = values_[i][k] + part * (values_[i + 1][k] - values_[i][k]);
    }

private:
    static constexpr int steps = 512; // straight lines between them are as exact as 16 bits
    std::array<Weights, steps + 1> values_{};
};

// Where the middle of a pixel of the result lies in the source, counted in middles, and over how
// many pixels of the source it reaches in x and y.
struct Place
{
    cv::Point2d at;
    cv::Point2d scale;
};

Place placeOf(const cv::Matx33d& m, int column, int row, bool withScale = true)
{
    const double u = column + 0.5;
    const double v = row + 0.5;
    const double depth = m(2, 0) * u + m(2, 1) * v + m(2, 2);
    const double x = (m(0, 0) * u + m(0, 1) * v + m(0, 2)) / depth;
    const double y = (m(1, 0) * u + m(1, 1) * v + m(1, 2)) / depth;
    if (!withScale)
        return {{x - 0.5, y - 0.5}, {1, 1}};
    const auto reach = [&](int axis, double value) {
        const double length =
            std::hypot(m(axis, 0) - value * m(2, 0), m(axis, 1) - value * m(2, 1)) / depth;
        return length < unshrunk ? 1 : std::min(length, mostShrunk);
    };
    return {{x - 0.5, y - 0.5}, {reach(0, x), reach(1, y)}};
}

// Colours by their alpha, so that what cannot be seen does not show at an edge.
void multiplyAlpha(cv::Mat& window, float full)
{
    for (int y = 0; y < window.rows; ++y) {
        auto* line = window.ptr<cv::Vec4f>(y);
        for (int x = 0; x < window.cols; ++x)
            for (int c = 0; c < 3; ++c)
                line[x][c] *= line[x][3] / full;
    }
}

// Where the pixels of a picture lie in memory when it is turned as it is written.
struct TurnedPlaces
{
    cv::Mat result;
    std::ptrdiff_t first = 0; // in samples
    std::ptrdiff_t perColumn = 0;
    std::ptrdiff_t perRow = 0;

    TurnedPlaces(cv::Size size, int type, const GeometrySettings& turn)
    {
        const GeometryMap map(size, turn.turn());
        result.create(map.preparedSize(), type);
        const auto placeOfPixel = [&](int x, int y) {
            const cv::Point2d middle = map.toPrepared(cv::Point2d(x + 0.5, y + 0.5));
            return std::ptrdiff_t(middle.y) * std::ptrdiff_t(result.step1()) +
                   std::ptrdiff_t(middle.x) * result.channels();
        };
        first = placeOfPixel(0, 0);
        perColumn = size.width > 1 ? placeOfPixel(1, 0) - first : 0;
        perRow = size.height > 1 ? placeOfPixel(0, 1) - first : 0;
    }
};

template <class Sample, int channels>
class Resampling : public cv::ParallelLoopBody
{
public:
    Resampling(const cv::Mat& source, const cv::Matx33d& toSource, cv::Size size,
               TurnedPlaces& places, int firstRow)
        : source_(source), toSource_(toSource), size_(size), places_(places), firstRow_(firstRow)
    {
    }

    void operator()(const cv::Range& tiles) const override
    {
        for (int tile = tiles.start; tile < tiles.end; ++tile) {
            const cv::Rect all(0, firstRow_, size_.width,
                               std::min(tileSide, size_.height - firstRow_));
            make(cv::Rect(tile * tileSide, firstRow_, tileSide, tileSide) & all);
        }
    }

private:
    void make(const cv::Rect& tile) const
    {
        cv::Point2d least(HUGE_VAL, HUGE_VAL), most(-HUGE_VAL, -HUGE_VAL), scale(1, 1);
        for (const int x : {tile.x, tile.x + tile.width - 1})
            for (const int y : {tile.y, tile.y + tile.height - 1}) {
                const Place corner = placeOf(toSource_, x, y);
                least = {std::min(least.x, corner.at.x), std::min(least.y, corner.at.y)};
                most = {std::max(most.x, corner.at.x), std::max(most.y, corner.at.y)};
                scale = {std::max(scale.x, corner.scale.x), std::max(scale.y, corner.scale.y)};
            }
        const int wide = int(std::ceil(lobes * scale.x)) + 1;
        const int high = int(std::ceil(lobes * scale.y)) + 1;
        const cv::Rect window(
            cv::Point(int(std::floor(least.x)) - wide, int(std::floor(least.y)) - high),
            cv::Point(int(std::ceil(most.x)) + wide + 1, int(std::ceil(most.y)) + high + 1));
        if (double(window.width) * window.height > mostWindow && tile.area() > 1) {
            split(tile);
            return;
        }
        const cv::Mat pixels = read(window);
        for (int y = tile.y; y < tile.y + tile.height; ++y)
            for (int x = tile.x; x < tile.x + tile.width; ++x)
                makePixel(x, y, pixels, window.tl(), scale);
    }

    void split(const cv::Rect& tile) const
    {
        const bool across = tile.width >= tile.height;
        const int half = (across ? tile.width : tile.height) / 2;
        make(across ? cv::Rect(tile.x, tile.y, half, tile.height)
                    : cv::Rect(tile.x, tile.y, tile.width, half));
        make(across ? cv::Rect(tile.x + half, tile.y, tile.width - half, tile.height)
                    : cv::Rect(tile.x, tile.y + half, tile.width, tile.height - half));
    }

    // What lies beyond an edge is what lies at it.
    cv::Mat read(const cv::Rect& window) const
    {
        cv::Mat pixels(window.size(), CV_32FC(channels));
        for (int y = 0; y < window.height; ++y) {
            const auto* from = source_.ptr<Sample>(std::clamp(window.y + y, 0, source_.rows - 1));
            auto* to = pixels.ptr<float>(y);
            for (int x = 0; x < window.width; ++x) {
                const int column = std::clamp(window.x + x, 0, source_.cols - 1);
                for (int c = 0; c < channels; ++c)
                    to[x * channels + c] = from[column * channels + c];
            }
        }
        if constexpr (channels == 4)
            multiplyAlpha(pixels, full);
        return pixels;
    }

    void makePixel(int x, int y, const cv::Mat& pixels, cv::Point origin, cv::Point2d most) const
    {
        Taps across, down;
        if (most == cv::Point2d(1, 1)) {
            const Place place = placeOf(toSource_, x, y, false);
            unshrunkWeights().set(across, place.at.x);
            unshrunkWeights().set(down, place.at.y);
        } else {
            const Place place = placeOf(toSource_, x, y);
            across.set(kernel(), place.at.x, std::min(place.scale.x, most.x));
            down.set(kernel(), place.at.y, std::min(place.scale.y, most.y));
        }
        std::array<float, channels> sums{};
        if (across.count == 2 * lobes)
            sum<2 * lobes>(across, down, pixels, origin, sums);
        else
            sum<0>(across, down, pixels, origin, sums);
        if constexpr (channels == 4)
            for (int c = 0; c < 3; ++c)
                sums[std::size_t(c)] *= sums[3] > 0 ? full / sums[3] : 0;
        auto* to = places_.result.ptr<Sample>() + places_.first + x * places_.perColumn +
                   y * places_.perRow;
        for (int c = 0; c < channels; ++c)
            to[c] = cv::saturate_cast<Sample>(sums[std::size_t(c)]);
    }

    // The rows first, side by side: that is what a compiler makes vectors of.
    template <int fixed>
    static void sum(const Taps& across, const Taps& down, const cv::Mat& pixels, cv::Point origin,
                    std::array<float, channels>& sums)
    {
        const int count = fixed ? fixed : across.count;
        std::array<float, std::tuple_size_v<decltype(Taps::weights)> * channels> columns;
        std::fill_n(columns.begin(), count * channels, 0.0f);
        for (int i = 0; i < down.count; ++i) {
            const float weight = down.weights[std::size_t(i)];
            const float* line =
                pixels.ptr<float>(down.first + i - origin.y) + (across.first - origin.x) * channels;
            for (int k = 0; k < count * channels; ++k)
                columns[std::size_t(k)] += weight * line[k];
        }
        for (int k = 0; k < count; ++k)
            for (int c = 0; c < channels; ++c)
                sums[std::size_t(c)] += across.weights[std::size_t(k)] *
                                        columns[std::size_t(k) * channels + std::size_t(c)];
    }

    static const Kernel& kernel()
    {
        static const Kernel one;
        return one;
    }

    static const UnshrunkWeights& unshrunkWeights()
    {
        static const UnshrunkWeights one(kernel());
        return one;
    }

    static constexpr float full = sizeof(Sample) == 1 ? 255 : 65535;

    const cv::Mat& source_;
    const cv::Matx33d& toSource_;
    cv::Size size_;
    TurnedPlaces& places_;
    int firstRow_;
};

template <class Sample, int channels>
void resampleStrip(const cv::Mat& source, const cv::Matx33d& toSource, cv::Size size,
                   TurnedPlaces& places, int row)
{
    const int tiles = (size.width + tileSide - 1) / tileSide;
    cv::parallel_for_(cv::Range(0, tiles),
                      Resampling<Sample, channels>(source, toSource, size, places, row));
}

template <class Sample>
auto stripOf(int channels)
{
    return channels == 1   ? resampleStrip<Sample, 1>
           : channels == 3 ? resampleStrip<Sample, 3>
                           : resampleStrip<Sample, 4>;
}

} // namespace

cv::Mat resampled(const cv::Mat& source, const cv::Matx33d& toSource, cv::Size size,
                  const GeometrySettings& turn, const Progress& progress)
{
    TurnedPlaces places(size, source.type(), turn);
    const auto strip = source.depth() == CV_8U ? stripOf<std::uint8_t>(source.channels())
                                               : stripOf<std::uint16_t>(source.channels());
    for (int row = 0; row < size.height; row += tileSide) {
        progress.checkpoint();
        progress.report(double(row) / size.height, {});
        strip(source, toSource, size, places, row);
    }
    return places.result;
}

} // namespace autochrome::inline edit
