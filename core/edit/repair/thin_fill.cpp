#include "core/edit/repair/thin_fill.h"

#include "core/edit/repair/fill_state.h"
#include "core/edit/repair/kriging.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <mutex>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int cellSide = 4;    // pixels that are estimated from the same neighbours
constexpr int reach = 20;      // how far neighbours are looked for
constexpr int sectors = 8;     // of directions, so that every side of a crack is heard
constexpr int perSector = 6;   // neighbours of each
constexpr int tensorReach = 6; // beyond the nearest neighbour

struct Offset
{
    int x, y;
    int sector;
};

// All places within reach, the nearest first.
const std::vector<Offset>& offsets()
{
    static const std::vector<Offset> all = [] {
        std::vector<Offset> made;
        for (int y = -reach; y <= reach; ++y)
            for (int x = -reach; x <= reach; ++x)
                if (x * x + y * y <= reach * reach) {
                    const double turn = std::atan2(y, x) / (2 * CV_PI) + 1;
                    made.push_back({x, y, int(turn * sectors + 0.5) % sectors});
                }
        std::ranges::stable_sort(made, {}, [](const Offset& o) { return o.x * o.x + o.y * o.y; });
        return made;
    }();
    return all;
}

template <class Code>
class ThinFiller
{
public:
    ThinFiller(cv::Mat& pixels, cv::Mat& state, const Grain& grain)
        : pixels_(pixels),
          state_(state),
          grain_(grain),
          channels_(pixels.channels()),
          colours_(std::min(channels_, 3))
    {
    }

    // A row of cells.
    void fill(int top)
    {
        const int bottom = std::min(top + cellSide, state_.rows);
        for (int left = 0; left < state_.cols; left += cellSide) {
            const int right = std::min(left + cellSide, state_.cols);
            places_.clear();
            for (int y = top; y < bottom; ++y) {
                const auto* row = state_.ptr<std::uint8_t>(y);
                for (int x = left; x < right; ++x)
                    if (row[x] == ThinDamage)
                        places_.emplace_back(x, y);
            }
            if (!places_.empty())
                fillCell();
        }
    }

    /// Places that see nothing sound.
    const std::vector<cv::Point>& givenUp() const { return givenUp_; }

private:
    static constexpr float unit = sizeof(Code) == 1 ? 1.0F : 257.0F; // codes per code of 8 bits

    const Code* at(int x, int y) const
    {
        return pixels_.ptr<Code>(y) + std::ptrdiff_t(x) * channels_;
    }

    float brightness(int x, int y) const
    {
        const Code* pixel = at(x, y);
        if (colours_ == 1)
            return float(pixel[0]) / unit;
        return (float(pixel[0]) + float(pixel[1]) + float(pixel[2])) / (3 * unit);
    }

    bool isKnown(int x, int y) const
    {
        return unsigned(x) < unsigned(state_.cols) && unsigned(y) < unsigned(state_.rows) &&
               state_.ptr<std::uint8_t>(y)[x] == Known;
    }

    void fillCell()
    {
        cv::Point sum;
        for (const cv::Point& place : places_)
            sum += place;
        const auto count = int(places_.size());
        const cv::Point middle((sum.x + count / 2) / count, (sum.y + count / 2) / count);
        const float nearest = findNeighbours(middle);
        if (kriging_.size() == 0)
            return giveUp();
        const Surroundings around = look(middle, tensorReach + int(nearest));
        if (!kriging_.prepare(around.covariance()))
            return giveUp();
        float passed = 0; // of the neighbours' grain, by the estimate of the middle
        float strength = 0;
        if (!grain_.isNone()) {
            std::array<float, 3> estimate{};
            kriging_.estimate(middle - middle, estimate.data());
            float mean = 0;
            for (int c = 0; c < colours_; ++c)
                mean += estimate[std::size_t(c)] / float(colours_);
            passed = kriging_.squaredWeights(cv::Point());
            // Where all is calmer than that, grain is, too. Texture is none: a quarter of its
            // variance put back as grain is 0.2 dB farther from what was there (measure_repair).
            const float variance = std::min(grain_.variance(mean), around.variance);
            strength = std::sqrt(std::max(0.0F, variance * (1 - passed)));
        }
        for (const cv::Point& place : places_) {
            std::array<float, 3> estimate{};
            kriging_.estimate(place - middle, estimate.data());
            const float noise = strength > 0 ? strength * grain_.at(place.x, place.y) : 0.0F;
            Code* pixel = pixels_.ptr<Code>(place.y) + std::ptrdiff_t(place.x) * channels_;
            for (int c = 0; c < colours_; ++c)
                pixel[c] = cv::saturate_cast<Code>((estimate[std::size_t(c)] + noise) * unit);
        }
    }

    void giveUp() { givenUp_.insert(givenUp_.end(), places_.begin(), places_.end()); }

    // The distance of the nearest one.
    float findNeighbours(cv::Point middle)
    {
        kriging_.clear(colours_);
        std::array<int, sectors> found{};
        int open = sectors;
        float nearest = 0;
        for (const Offset& offset : offsets()) {
            int& ofSector = found[std::size_t(offset.sector)];
            const int x = middle.x + offset.x;
            const int y = middle.y + offset.y;
            if (ofSector == perSector || !isKnown(x, y))
                continue;
            std::array<float, 3> values{};
            const Code* pixel = at(x, y);
            for (int c = 0; c < colours_; ++c)
                values[std::size_t(c)] = float(pixel[c]) / unit;
            if (kriging_.size() == 0)
                nearest = std::sqrt(float(offset.x * offset.x + offset.y * offset.y));
            kriging_.add({offset.x, offset.y}, values.data());
            if (++ofSector == perSector && --open == 0)
                break;
        }
        return nearest;
    }

    // What differences between pixels near and farther from each other say.
    struct Surroundings
    {
        double xx = 0, xy = 0, yy = 0; // mean products of the gradient's parts
        double atOne = 0, atFar = 0;   // half the mean square difference at 1 and `far` pixels
        float variance = 0;

        Covariance covariance() const { return Covariance::of(xx, xy, yy, atOne, atFar); }
    };

    Surroundings look(cv::Point middle, int radius)
    {
        constexpr int far = Covariance::far;
        const int left = std::max(0, middle.x - radius);
        const int right = std::min(state_.cols - 1, middle.x + radius);
        const int top = std::max(0, middle.y - radius);
        const int bottom = std::min(state_.rows - 1, middle.y + radius);
        const int width = right - left + 1;
        const int height = bottom - top + 1;
        // Unknown pixels are NaN: whatever is made of them is none, too.
        window_.assign(std::size_t(width) * std::size_t(height), NAN);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                if (isKnown(left + x, top + y))
                    window_[std::size_t(y) * std::size_t(width) + std::size_t(x)] =
                        brightness(left + x, top + y);
        Surroundings around;
        double products = 0, ones = 0, fars = 0;
        const auto differ = [&](const float* pixel, int step, double& sum, double& count) {
            const float difference = pixel[step] - pixel[0];
            if (difference == difference) {
                sum += double(difference) * difference;
                ++count;
            }
        };
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x) {
                const float* pixel = window_.data() + y * width + x;
                if (!(*pixel == *pixel))
                    continue;
                if (x + 1 < width)
                    differ(pixel, 1, around.atOne, ones);
                if (y + 1 < height)
                    differ(pixel, width, around.atOne, ones);
                if (x + far < width)
                    differ(pixel, far, around.atFar, fars);
                if (y + far < height)
                    differ(pixel, far * width, around.atFar, fars);
                if (x + 1 < width && y + 1 < height) {
                    // Over the square of four pixels: both parts at the same place.
                    const float a = pixel[width + 1] - pixel[0];
                    const float b = pixel[1] - pixel[width];
                    const float along = (a + b) / 2;
                    const float down = (a - b) / 2;
                    if (along == along) {
                        around.xx += double(along) * along;
                        around.xy += double(along) * down;
                        around.yy += double(down) * down;
                        ++products;
                    }
                }
            }
        around.xx /= std::max(products, 1.0);
        around.xy /= std::max(products, 1.0);
        around.yy /= std::max(products, 1.0);
        around.atOne /= 2 * std::max(ones, 1.0);
        around.atFar = fars > 0 ? around.atFar / (2 * fars) : around.atOne;
        around.variance = float(std::max(around.atOne, around.atFar));
        return around;
    }

    cv::Mat pixels_, state_;
    const Grain& grain_;
    int channels_;
    int colours_;
    Kriging kriging_;
    std::vector<cv::Point> places_;
    std::vector<cv::Point> givenUp_;
    std::vector<float> window_;
};

template <class Code>
void fillAll(cv::Mat& pixels, cv::Mat& state, const Grain& grain, const Progress& progress)
{
    const int rows = (pixels.rows + cellSide - 1) / cellSide;
    constexpr int atOnce = 64; // rows of cells between two looks at the progress
    std::mutex mutex;
    std::vector<cv::Point> givenUp;
    for (int first = 0; first < rows; first += atOnce) {
        progress.checkpoint();
        progress.report(double(first) / rows, {});
        const cv::Range some(first, std::min(first + atOnce, rows));
        cv::parallel_for_(some, [&](const cv::Range& range) {
            ThinFiller<Code> filler(pixels, state, grain);
            for (int row = range.start; row < range.end; ++row)
                filler.fill(row * cellSide);
            const std::lock_guard lock(mutex);
            givenUp.insert(givenUp.end(), filler.givenUp().begin(), filler.givenUp().end());
        });
    }
    for (const cv::Point& place : givenUp)
        state.at<std::uint8_t>(place) = Unknowable;
    state.setTo(ThinFilled, state == ThinDamage);
}

} // namespace

void fillThinDamage(cv::Mat& pixels, cv::Mat& state, const Grain& grain, const Progress& progress)
{
    if (pixels.depth() == CV_8U)
        fillAll<std::uint8_t>(pixels, state, grain, progress);
    else
        fillAll<std::uint16_t>(pixels, state, grain, progress);
}

} // namespace autochrome::inline edit
