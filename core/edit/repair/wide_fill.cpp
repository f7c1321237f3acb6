#include "core/edit/repair/wide_fill.h"

#include "core/edit/repair/fill_state.h"
#include "core/edit/repair/patch_match.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int tileSide = 160;
constexpr int window = 96; // pixels around a tile that patches are taken from

// A picture and what of it is unknown, at one size.
struct Level
{
    cv::Mat values;  // CV_32F, 1 or 3 channels, code values of 8 bits
    cv::Mat unknown; // CV_8U
};

Level levelOf(const cv::Mat& pixels, const cv::Mat& state)
{
    Level level;
    cv::Mat colours = pixels;
    if (pixels.channels() == 4)
        cv::cvtColor(pixels, colours, cv::COLOR_BGRA2BGR); // drops the last, keeps the order
    colours.convertTo(level.values, CV_32F, pixels.depth() == CV_16U ? 1 / 257.0 : 1.0);
    level.unknown = (state == WideDamage) | (state == Unknowable);
    return level;
}

// Half the size: the mean of what is known.
Level halved(const Level& level)
{
    const cv::Size size((level.values.cols + 1) / 2, (level.values.rows + 1) / 2);
    cv::Mat values, shares, known;
    cv::Mat(level.unknown == 0).convertTo(known, CV_32F, 1 / 255.0);
    cv::Mat spread = known;
    if (level.values.channels() == 3)
        cv::merge(std::vector<cv::Mat>(3, known), spread);
    cv::resize(level.values.mul(spread), values, size, 0, 0, cv::INTER_AREA);
    cv::resize(known, shares, size, 0, 0, cv::INTER_AREA);
    Level made;
    made.unknown = shares < 0.49F;
    cv::Mat divisor = cv::max(shares, 1e-6);
    if (level.values.channels() == 3)
        cv::merge(std::vector<cv::Mat>(3, divisor.clone()), divisor);
    cv::divide(values, divisor, made.values);
    return made;
}

// A first guess: what soap film over the hole would show, nearly.
void guess(Level& level)
{
    const cv::Mat sound = level.unknown == 0;
    level.values.setTo(cv::mean(level.values, sound), level.unknown);
    cv::Mat blurred;
    for (const int radius : {8, 4, 2, 1})
        for (int i = 0; i < 16; ++i) {
            cv::blur(level.values, blurred, {2 * radius + 1, 2 * radius + 1}, {-1, -1},
                     cv::BORDER_REPLICATE);
            blurred.copyTo(level.values, level.unknown);
        }
}

// How far it is from the inside of the unknown to something known.
double depthOf(const cv::Mat& unknown)
{
    cv::Mat distance;
    double most = 0;
    cv::distanceTransform(unknown, distance, cv::DIST_L2, 3);
    cv::minMaxLoc(distance, nullptr, &most);
    return most;
}

struct Filled
{
    cv::Mat values; // empty: there is nothing to take patches from
    cv::Mat passed; // see PatchMatch::vote()
};

Filled filled(Level finest, std::uint64_t seed, const Progress& progress)
{
    constexpr int smallest = 24; // pixels that a level needs, patches and all
    std::vector<Level> levels{std::move(finest)};
    while (depthOf(levels.back().unknown) > PatchMatch::reach &&
           std::min(levels.back().values.cols, levels.back().values.rows) >= 2 * smallest) {
        Level half = halved(levels.back());
        if (cv::countNonZero(half.unknown == 0) == 0)
            break;
        levels.push_back(std::move(half));
    }
    guess(levels.back());

    cv::Mat field;
    Filled made;
    for (std::size_t i = levels.size(); i-- > 0;) {
        progress.checkpoint();
        Level& level = levels[i];
        if (!made.values.empty()) {
            cv::Mat larger;
            cv::resize(made.values, larger, level.values.size(), 0, 0, cv::INTER_LINEAR);
            larger.copyTo(level.values, level.unknown);
        }
        PatchMatch match(level.values, level.unknown, seed + i);
        if (!match.hasSources()) {
            // Coarse ones have none sooner than finer ones.
            if (i == 0)
                return {};
            guess(level);
            made.values = level.values;
            continue;
        }
        if (!field.empty())
            match.startFrom(field);
        const int rounds = i == 0 ? 2 : 5;
        for (int round = 0; round < rounds; ++round) {
            progress.checkpoint();
            match.search(2);
            const bool isLast = i == 0 && round + 1 == rounds;
            // At the end rather one patch than the mean of many, which has no grain.
            match.vote(isLast ? 12 : 1, isLast ? &made.passed : nullptr);
        }
        field = match.field();
        made.values = match.values();
    }
    return made;
}

template <class Code>
void put(cv::Mat& pixels, cv::Point place, const cv::Vec3f& values, float noise)
{
    const float unit = sizeof(Code) == 1 ? 1.0F : 257.0F;
    Code* pixel = pixels.ptr<Code>(place.y) + std::ptrdiff_t(place.x) * pixels.channels();
    for (int c = 0; c < std::min(pixels.channels(), 3); ++c)
        pixel[c] = cv::saturate_cast<Code>((values[c] + noise) * unit);
}

void fillTile(cv::Mat& pixels, cv::Mat& state, const cv::Rect& tile, const Grain& grain,
              const Progress& progress)
{
    const cv::Rect around = (tile - cv::Point(window, window) + cv::Size(2 * window, 2 * window)) &
                            cv::Rect({}, pixels.size());
    const auto seed = std::uint64_t(tile.y) * 1000003U + std::uint64_t(tile.x) * 8 + 1;
    const Filled made = filled(levelOf(pixels(around), state(around)), seed, progress);
    for (int y = tile.y; y < tile.br().y; ++y)
        for (int x = tile.x; x < tile.br().x; ++x) {
            auto& what = state.at<std::uint8_t>(y, x);
            if (what != WideDamage)
                continue;
            if (made.values.empty()) {
                what = Unknowable;
                continue;
            }
            const cv::Point here = cv::Point(x, y) - around.tl();
            cv::Vec3f values;
            const float* value = made.values.ptr<float>(here.y) + here.x * made.values.channels();
            for (int c = 0; c < 3; ++c)
                values[c] = value[std::min(c, made.values.channels() - 1)];
            float noise = 0;
            if (!grain.isNone()) {
                const float brightness = (values[0] + values[1] + values[2]) / 3;
                const float lost = std::max(0.0F, 1 - made.passed.at<float>(here));
                noise = std::sqrt(grain.variance(brightness) * lost) * grain.at(x, y);
            }
            if (pixels.depth() == CV_8U)
                put<std::uint8_t>(pixels, {x, y}, values, noise);
            else
                put<std::uint16_t>(pixels, {x, y}, values, noise);
            what = WideFilled;
        }
}

} // namespace

void fillWideDamage(cv::Mat& pixels, cv::Mat& state, const cv::Rect& box, const Grain& grain,
                    const Progress& progress)
{
    const int across = (box.width + tileSide - 1) / tileSide;
    const int down = (box.height + tileSide - 1) / tileSide;
    for (int i = 0; i < across * down; ++i) {
        const cv::Rect tile = cv::Rect(box.x + i % across * tileSide, box.y + i / across * tileSide,
                                       tileSide, tileSide) &
                              box;
        if (cv::countNonZero(state(tile) == WideDamage) > 0)
            fillTile(pixels, state, tile, grain,
                     progress.part(double(i) / (across * down), double(i + 1) / (across * down)));
        progress.report(double(i + 1) / (across * down), {});
    }
}

} // namespace autochrome::inline edit
