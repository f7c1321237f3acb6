#include "core/edit/repair/grain.h"

#include "core/edit/repair/brightness.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int blockSide = 16;
constexpr int mostBlocks = 6000; // that are looked at

struct FlatBlock
{
    float brightness;
    float variance; // of what no plane explains
    cv::Mat rest;   // CV_32F, blockSide x blockSide
};

FlatBlock looked(const cv::Mat& pixels)
{
    FlatBlock block{};
    block.rest = brightnessOf(pixels);
    // The plane of least squares; the coordinates are orthogonal about the middle.
    constexpr double middle = (blockSide - 1) / 2.0;
    double sum = 0, alongX = 0, alongY = 0, norm = 0;
    for (int y = 0; y < blockSide; ++y)
        for (int x = 0; x < blockSide; ++x) {
            const double value = block.rest.at<float>(y, x);
            sum += value;
            alongX += value * (x - middle);
            alongY += value * (y - middle);
            norm += (x - middle) * (x - middle);
        }
    const double mean = sum / (blockSide * blockSide);
    double squares = 0;
    for (int y = 0; y < blockSide; ++y)
        for (int x = 0; x < blockSide; ++x) {
            float& value = block.rest.at<float>(y, x);
            value -= float(mean + alongX / norm * (x - middle) + alongY / norm * (y - middle));
            squares += double(value) * value;
        }
    block.brightness = float(mean);
    block.variance = float(squares / (blockSide * blockSide - 3));
    return block;
}

// The flattest blocks of a list, of which one may think that they show grain and nothing else.
constexpr double flattestShare = 0.05;
// By how much the variance of such a block of even grain is below that of all, nearly.
constexpr float belowTheMean = 1.15F;

std::size_t flattestOf(std::size_t count)
{
    return std::max<std::size_t>(1, std::size_t(double(count) * flattestShare));
}

// White noise, filtered so that its spectrum is the mean one of the blocks.
cv::Mat patternLike(const std::vector<const FlatBlock*>& blocks, int side)
{
    cv::Mat power = cv::Mat::zeros(blockSide, blockSide, CV_32F);
    cv::Mat window;
    cv::createHanningWindow(window, {blockSide, blockSide}, CV_32F);
    for (const FlatBlock* block : blocks) {
        cv::Mat spectrum, parts[2];
        cv::dft(block->rest.mul(window), spectrum, cv::DFT_COMPLEX_OUTPUT);
        cv::split(spectrum, parts);
        power += (parts[0].mul(parts[0]) + parts[1].mul(parts[1])) / (block->variance + 1e-6F);
    }
    // The kernel with that amplitude and no phase; it is cut where it has faded.
    cv::Mat amplitude, kernel;
    cv::sqrt(power, amplitude);
    cv::dft(amplitude, kernel, cv::DFT_INVERSE | cv::DFT_SCALE | cv::DFT_REAL_OUTPUT);
    constexpr int reach = 4;
    cv::Mat centred(2 * reach + 1, 2 * reach + 1, CV_32F);
    for (int y = -reach; y <= reach; ++y)
        for (int x = -reach; x <= reach; ++x)
            centred.at<float>(y + reach, x + reach) =
                kernel.at<float>((y + blockSide) % blockSide, (x + blockSide) % blockSide);

    cv::RNG random(1907); // the same grain each time
    cv::Mat white(side, side, CV_32F), wrapped, pattern;
    random.fill(white, cv::RNG::NORMAL, 0, 1);
    cv::copyMakeBorder(white, wrapped, reach, reach, reach, reach, cv::BORDER_WRAP);
    cv::filter2D(wrapped, pattern, CV_32F, centred);
    pattern = pattern({reach, reach, side, side}).clone();
    cv::Scalar mean, deviation;
    cv::meanStdDev(pattern, mean, deviation);
    pattern = (pattern - mean) / std::max(deviation[0], 1e-6);
    return pattern;
}

} // namespace

Grain Grain::of(const cv::Mat& pixels, const cv::Mat& state)
{
    const int across = pixels.cols / blockSide;
    const int down = pixels.rows / blockSide;
    const int step =
        std::max(1, int(std::ceil(std::sqrt(double(across) * down / double(mostBlocks)))));
    std::vector<FlatBlock> blocks;
    for (int y = 0; y < down; y += step)
        for (int x = 0; x < across; x += step) {
            const cv::Rect where(x * blockSide, y * blockSide, blockSide, blockSide);
            if (cv::countNonZero(state(where)) == 0)
                blocks.push_back(looked(pixels(where)));
        }
    Grain grain;
    if (blocks.empty())
        return grain;
    std::ranges::sort(blocks, {}, &FlatBlock::variance);

    const std::size_t flattest = flattestOf(blocks.size());
    const float usual = blocks[flattest - 1].variance;
    if (usual <= 0.02F) // less than rounding to 8 bits makes: a drawing, not a photo
        return grain;
    std::array<std::vector<float>, bins> byBrightness;
    for (const FlatBlock& block : blocks)
        byBrightness[std::size_t(std::clamp(int(block.brightness * bins / 256), 0, bins - 1))]
            .push_back(block.variance);
    for (std::size_t bin = 0; bin < bins; ++bin) {
        // Of few blocks none may be flat.
        const std::size_t count = byBrightness[bin].size();
        grain.variance_[bin] =
            (count < 20 ? usual : std::min(byBrightness[bin][flattestOf(count) - 1], 2 * usual)) *
            belowTheMean;
    }
    std::vector<const FlatBlock*> shown;
    for (std::size_t i = 0; i < blocks.size() && shown.size() < std::max<std::size_t>(flattest, 4);
         ++i)
        if (blocks[i].variance > usual / 4) // not where it is clipped
            shown.push_back(&blocks[i]);
    grain.pattern_ = patternLike(shown, side);
    return grain;
}

float Grain::variance(float brightness) const
{
    // Between the middles of the bins in a straight line.
    const float at = std::clamp(brightness * bins / 256 - 0.5F, 0.0F, float(bins - 1));
    const auto bin = std::min(std::size_t(at), std::size_t(bins - 2));
    return variance_[bin] + (variance_[bin + 1] - variance_[bin]) * (at - float(bin));
}

} // namespace autochrome::inline edit
