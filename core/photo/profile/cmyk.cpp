#include "core/photo/profile/cmyk.h"

#include "core/colour/lab.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace autochrome::inline photo {
namespace {

template <class T, unsigned full>
void convertPlainly(const cv::Mat& inks, cv::Mat& rgb, bool inverted)
{
    const unsigned flip = inverted ? 0 : full;
    for (int y = 0; y < inks.rows; ++y) {
        const T* from = inks.ptr<T>(y);
        T* to = rgb.ptr<T>(y);
        for (int x = 0; x < inks.cols; ++x, from += 4, to += 3) {
            // XOR with full scale is "full - ink".
            const unsigned black = from[3] ^ flip;
            for (int c = 0; c < 3; ++c)
                to[c] = T((std::uint64_t(from[c] ^ flip) * black + full / 2) / full);
        }
    }
}

bool fits(const LinearRgb& rgb)
{
    const auto inside = [](float v) { return v >= -1e-6f && v <= 1 + 1e-6f; };
    return inside(rgb.r) && inside(rgb.g) && inside(rgb.b);
}

/// The colour, or the strongest of its hue and L* that sRGB holds.
LinearRgb fitted(const LinearRgb& rgb)
{
    if (fits(rgb))
        return rgb;
    Lab lab = toLab(rgb);
    lab.L = std::clamp(lab.L, 0.0f, 100.0f);
    float low = 0;
    float high = 1;
    for (int step = 0; step < 14; ++step) {
        const float share = 0.5f * (low + high);
        (fits(toLinearRgb({lab.L, lab.a * share, lab.b * share})) ? low : high) = share;
    }
    return toLinearRgb({lab.L, lab.a * low, lab.b * low});
}

std::array<float, 3> encoded(const LinearRgb& rgb, float full)
{
    const auto code = [full](float v) { return full * linearToSrgb(std::clamp(v, 0.0f, 1.0f)); };
    return {code(rgb.r), code(rgb.g), code(rgb.b)};
}

void quantise(const LinearRgb& rgb, std::uint16_t* to)
{
    const std::array<float, 3> codes = encoded(rgb, 65535);
    for (std::size_t c = 0; c < 3; ++c)
        to[c] = std::uint16_t(std::lround(codes[c]));
}

const std::array<float, 256>& linearOfCodes()
{
    static const auto table = [] {
        std::array<float, 256> linear;
        for (std::size_t code = 0; code < linear.size(); ++code)
            linear[code] = srgbToLinear(float(code) / 255);
        return linear;
    }();
    return table;
}

/// Half a code of each channel can add up to a quarter of L*, and colouring needs the rest of what
/// is promised: where plain rounding is off, the neighbouring code with the nearest L* is taken.
void quantise(const LinearRgb& rgb, std::uint8_t* to)
{
    constexpr float tolerance = 0.1f;
    const auto& linear = linearOfCodes();
    const float wanted = lightness(luminanceY(rgb));
    const auto miss = [&](const std::array<int, 3>& code) {
        return std::abs(
            lightness(luminanceY({linear[std::size_t(code[0])], linear[std::size_t(code[1])],
                                  linear[std::size_t(code[2])]})) -
            wanted);
    };
    const std::array<float, 3> exact = encoded(rgb, 255);
    std::array<int, 3> best;
    for (std::size_t c = 0; c < 3; ++c)
        best[c] = int(std::lround(exact[c]));
    float least = miss(best);
    for (int corner = 0; corner < 8 && least > tolerance; ++corner) {
        std::array<int, 3> code;
        for (std::size_t c = 0; c < 3; ++c)
            code[c] = std::min(255, int(exact[c]) + (corner >> c & 1));
        if (const float off = miss(code); off < least) {
            least = off;
            best = code;
        }
    }
    for (std::size_t c = 0; c < 3; ++c)
        to[c] = std::uint8_t(best[c]);
}

/// Some inks, in per cent as lcms2 wants them, by their profile.
template <class T, unsigned full>
void convertRun(void* transform, const T* inks, T* rgb, int count, bool inverted)
{
    std::vector<cv::Vec4f> perCent(static_cast<std::size_t>(count));
    std::vector<cv::Vec3f> linear(perCent.size());
    for (cv::Vec4f& pixel : perCent) {
        for (int c = 0; c < 4; ++c, ++inks)
            pixel[c] = 100 * float(inverted ? full - *inks : *inks) / float(full);
    }
    cmsDoTransform(transform, perCent.data(), linear.data(), cmsUInt32Number(count));
    for (const cv::Vec3f& pixel : linear) {
        quantise(fitted({pixel[0], pixel[1], pixel[2]}), rgb);
        rgb += 3;
    }
}

} // namespace

CmykToRgb::CmykToRgb(const std::vector<std::uint8_t>& icc, bool inverted) : inverted_(inverted)
{
    if (icc.empty() || profileFault(icc, 4))
        return;
    // Without compensation of the black point, which would make the darkest ink blacker than it is
    // on paper and move L* by as much as ten.
    transform_.reset(cmsCreateTransform(openProfile(icc).get(), TYPE_CMYK_FLT,
                                        linearSrgbProfile().get(), TYPE_RGB_FLT,
                                        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE));
}

void CmykToRgb::convert(const cv::Mat& inks, cv::Mat& rgb) const
{
    if (transform_) {
        // In pieces of rows: TIFF's rows come one by one.
        constexpr int piece = 2048;
        const int perRow = (inks.cols + piece - 1) / piece;
        cv::parallel_for_({0, inks.rows * perRow}, [&](const cv::Range& pieces) {
            for (int i = pieces.start; i < pieces.end; ++i) {
                const int y = i / perRow;
                const int x = i % perRow * piece;
                const int count = std::min(piece, inks.cols - x);
                if (inks.depth() == CV_16U)
                    convertRun<std::uint16_t, 65535>(
                        transform_.get(), inks.ptr<std::uint16_t>(y, x),
                        rgb.ptr<std::uint16_t>(y, x), count, inverted_);
                else
                    convertRun<std::uint8_t, 255>(transform_.get(), inks.ptr<std::uint8_t>(y, x),
                                                  rgb.ptr<std::uint8_t>(y, x), count, inverted_);
            }
        });
    } else if (inks.depth() == CV_16U) {
        convertPlainly<std::uint16_t, 65535>(inks, rgb, inverted_);
    } else {
        convertPlainly<std::uint8_t, 255>(inks, rgb, inverted_);
    }
}

} // namespace autochrome::inline photo
