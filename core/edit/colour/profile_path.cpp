#include "core/edit/colour/profile_path.h"

#include "core/colour/lab.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace autochrome::inline edit {
namespace {

// Pixels that are converted at once: large enough for lcms2, small enough for the cache.
constexpr int chunkPixels = 1 << 14;
constexpr int searchSteps = 12;

// One run of pixels, as one row.
struct Chunk
{
    cv::Mat source;               // 1 x n
    cv::Mat linear;               // CV_32FC3, of the source
    cv::Mat start;                // CV_32FC3, device values of the source
    std::vector<float> lightness; // of the source
    std::vector<Lab> colour;      // full chroma on the source's L*
};

cv::Vec3f linearOf(const Lab& lab, float share)
{
    const LinearRgb rgb = toLinearRgb({lab.L, lab.a * share, lab.b * share});
    return {rgb.r, rgb.g, rgb.b};
}

bool fits(const cv::Vec3f& device)
{
    const auto inside = [](float v) { return v >= -1e-6f && v <= 1 + 1e-6f; };
    return inside(device[0]) && inside(device[1]) && inside(device[2]);
}

// The largest share of each listed pixel's chroma that fits the space, by bisection; neutral if
// none does.
std::vector<float> fittingShares(const Chunk& chunk, const std::vector<int>& listed,
                                 const ColourSpace& space)
{
    const int n = int(listed.size());
    std::vector<float> low(listed.size(), 0.0f);
    std::vector<float> high(listed.size(), 1.0f);
    cv::Mat linear(1, n, CV_32FC3);
    cv::Mat start(1, n, CV_32FC3);
    cv::Mat device;
    for (int k = 0; k < n; ++k)
        start.at<cv::Vec3f>(k) = chunk.start.at<cv::Vec3f>(listed[std::size_t(k)]);
    for (int step = 0; step < searchSteps; ++step) {
        for (int k = 0; k < n; ++k) {
            const std::size_t i = std::size_t(k);
            const Lab& lab = chunk.colour[std::size_t(listed[i])];
            linear.at<cv::Vec3f>(k) = linearOf(lab, 0.5f * (low[i] + high[i]));
        }
        space.fromLinearSrgb(linear, start, device);
        for (int k = 0; k < n; ++k) {
            const std::size_t i = std::size_t(k);
            const float middle = 0.5f * (low[i] + high[i]);
            (fits(device.at<cv::Vec3f>(k)) ? low[i] : high[i]) = middle;
        }
    }
    return low;
}

template <class Code>
void quantise(const cv::Vec3f& device, cv::Vec<Code, 3>& out)
{
    constexpr float full = sizeof(Code) == 1 ? 255.0f : 65535.0f;
    for (int c = 0; c < 3; ++c)
        out[c] = Code(std::lround(std::clamp(device[c], 0.0f, 1.0f) * full));
}

// Makes the listed pixels of `codes` anew with the given shares of their chroma.
template <class Code>
void render(const Chunk& chunk, const std::vector<int>& listed, const std::vector<float>& share,
            const ColourSpace& space, cv::Mat& codes, cv::Mat& device)
{
    const int n = int(listed.size());
    cv::Mat linear(1, n, CV_32FC3);
    cv::Mat start(1, n, CV_32FC3);
    for (int k = 0; k < n; ++k) {
        const int i = listed[std::size_t(k)];
        linear.at<cv::Vec3f>(k) = linearOf(chunk.colour[std::size_t(i)], share[std::size_t(i)]);
        start.at<cv::Vec3f>(k) = chunk.start.at<cv::Vec3f>(i);
    }
    space.fromLinearSrgb(linear, start, device);
    for (int k = 0; k < n; ++k)
        quantise<Code>(device.at<cv::Vec3f>(k), codes.at<cv::Vec<Code, 3>>(listed[std::size_t(k)]));
}

// The listed pixels whose rounded L* is further than `tolerance` from the source's.
std::vector<int> misses(const Chunk& chunk, const std::vector<int>& listed,
                        const ColourSpace& space, const cv::Mat& codes, float tolerance)
{
    cv::Mat lightness;
    space.luminance(codes, lightness);
    std::vector<int> found;
    for (const int i : listed)
        if (!(std::fabs(lightness.at<float>(i) - chunk.lightness[std::size_t(i)]) <= tolerance))
            found.push_back(i);
    return found;
}

template <class Code>
cv::Mat colouriseChunk(const Chunk& chunk, const ColourSpace& space, bool ownSpace)
{
    // Half of what is promised in 8 bit and three quarters in 16 leave room for other arithmetic.
    constexpr float tolerance = sizeof(Code) == 1 ? 0.4f : 0.015f;
    const int n = chunk.source.cols;
    cv::Mat codes(1, n, cv::traits::Type<cv::Vec<Code, 3>>::value);
    cv::Mat device;
    std::vector<float> share(std::size_t(n), 1.0f);
    std::vector<int> listed(std::size_t(n), 0);
    for (int i = 0; i < n; ++i)
        listed[std::size_t(i)] = i;
    render<Code>(chunk, listed, share, space, codes, device);

    std::vector<int> outside;
    for (int i = 0; i < n; ++i)
        if (!fits(device.at<cv::Vec3f>(i)))
            outside.push_back(i);
    if (!outside.empty()) {
        const std::vector<float> low = fittingShares(chunk, outside, space);
        for (std::size_t k = 0; k < outside.size(); ++k)
            share[std::size_t(outside[k])] = low[k];
        render<Code>(chunk, outside, share, space, codes, device);
    }

    std::vector<int> bad = misses(chunk, listed, space, codes, tolerance);
    for (const float factor : {0.5f, 0.5f, 0.0f}) {
        if (bad.empty())
            break;
        for (const int i : bad)
            share[std::size_t(i)] *= factor;
        render<Code>(chunk, bad, share, space, codes, device);
        bad = misses(chunk, bad, space, codes, tolerance);
    }
    // Not even grey holds its L* in this profile: the source's own pixel does, exactly.
    if (!ownSpace)
        bad.clear();
    for (const int i : bad) {
        const Code* source = chunk.source.ptr<Code>(0) + i * chunk.source.channels();
        codes.at<cv::Vec<Code, 3>>(i) = {source[0], source[1], source[2]};
    }
    return codes;
}

template <class Code>
void copyOut(const Chunk& chunk, const cv::Mat& codes, cv::Mat& result, int row, int first)
{
    const int channels = result.channels();
    Code* out = result.ptr<Code>(row) + first * channels;
    const Code* source = chunk.source.ptr<Code>(0);
    for (int i = 0; i < codes.cols; ++i, out += channels) {
        const auto& code = codes.at<cv::Vec<Code, 3>>(i);
        for (int c = 0; c < 3; ++c)
            out[c] = code[c];
        if (channels == 4)
            out[3] = source[4 * i + 3];
    }
}

} // namespace

void colouriseThroughProfile(const cv::Mat& source, const CoefficientRows& coefficients,
                             cv::Range rows, const ColourSpace& space,
                             const ColourSpace& resultSpace, TintHandling tint, cv::Mat& result)
{
    const bool byte = source.depth() == CV_8U;
    const bool ownSpace = resultSpace.profile() == space.profile();
    const int width = std::min(source.cols, chunkPixels);
    std::vector<float> planes[2][4];
    float* slots[2][4];
    for (int s = 0; s < 2; ++s)
        for (int k = 0; k < 4; ++k) {
            planes[s][k].resize(std::size_t(width));
            slots[s][k] = planes[s][k].data();
        }

    Chunk chunk;
    for (int y = rows.start; y < rows.end; ++y) {
        for (int first = 0; first < source.cols; first += chunkPixels) {
            const int n = std::min(chunkPixels, source.cols - first);
            chunk.source = source(cv::Rect(first, y, n, 1));
            space.toLinearSrgb(chunk.source, chunk.linear);
            chunk.start.create(1, n, CV_32FC3);
            chunk.lightness.resize(std::size_t(n));
            chunk.colour.resize(std::size_t(n));

            const CoefficientRows::Position at = coefficients.position(y);
            coefficients.expand(at.above, first, n, slots[0]);
            coefficients.expand(at.below, first, n, slots[1]);
            const float t = at.weightBelow;
            for (int i = 0; i < n; ++i) {
                const cv::Vec3f& rgb = chunk.linear.at<cv::Vec3f>(i);
                Lab lab = toLab({rgb[0], rgb[1], rgb[2]});
                const auto plane = [&](int k) {
                    return slots[0][k][i] + t * (slots[1][k][i] - slots[0][k][i]);
                };
                const float fy = (lab.L + 16) / 116;
                const float a = 500 * (plane(0) * fy + plane(1));
                const float b = -200 * (plane(2) * fy + plane(3));
                const bool keep = tint == TintHandling::Keep;
                chunk.lightness[std::size_t(i)] = lab.L;
                chunk.colour[std::size_t(i)] = {lab.L, a + (keep ? lab.a : 0),
                                                b + (keep ? lab.b : 0)};
                cv::Vec3f& start = chunk.start.at<cv::Vec3f>(i);
                for (int c = 0; c < 3; ++c)
                    start[c] =
                        byte
                            ? float(chunk.source.ptr<std::uint8_t>(0)[i * source.channels() + c]) /
                                  255.0f
                            : float(chunk.source.ptr<std::uint16_t>(0)[i * source.channels() + c]) /
                                  65535.0f;
            }
            if (byte)
                copyOut<std::uint8_t>(chunk,
                                      colouriseChunk<std::uint8_t>(chunk, resultSpace, ownSpace),
                                      result, y, first);
            else
                copyOut<std::uint16_t>(chunk,
                                       colouriseChunk<std::uint16_t>(chunk, resultSpace, ownSpace),
                                       result, y, first);
        }
    }
}

} // namespace autochrome::inline edit
