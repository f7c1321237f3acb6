#pragma once

#include "core/photo/profile/cmyk.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace autochrome::inline photo {

/// How the samples of a TIFF become the pixels of a Photo.
struct TiffSamples
{
    enum class Kind { Grey, Rgb, Palette, Cmyk };
    enum class Alpha { None, Straight, Premultiplied };

    Kind kind = Kind::Grey;
    Alpha alpha = Alpha::None;
    int bits = 8;        ///< per sample in the file: 1, 2, 4, 8 or 16
    int perPixel = 1;    ///< samples in the file, unused extra ones included
    bool invert = false; ///< grey: the largest value is black
    std::vector<std::array<std::uint8_t, 3>> palette;

    int colours() const { return kind == Kind::Rgb ? 3 : kind == Kind::Cmyk ? 4 : 1; }
    /// Samples that the photo is made of: the first ones of each pixel.
    int used() const { return colours() + (alpha != Alpha::None ? 1 : 0); }
    int outputType() const
    {
        const int channels = alpha != Alpha::None ? 4 : kind == Kind::Grey ? 1 : 3;
        return CV_MAKETYPE(bits == 16 ? CV_16U : CV_8U, channels);
    }
    /// Whether the file's rows are the photo's rows, byte for byte.
    bool isDirect() const
    {
        return bits >= 8 && !invert && alpha != Alpha::Premultiplied &&
               (kind == Kind::Grey || kind == Kind::Rgb) && perPixel == CV_MAT_CN(outputType());
    }
};

/// Converts rows of interleaved samples.
class TiffRowConverter
{
public:
    TiffRowConverter(const TiffSamples& samples, const std::vector<std::uint8_t>& icc);

    /// @param raw    one row of the file: samples.perPixel interleaved, packed if under 8 bits
    /// @param width  pixels
    /// @param to     room for `width` pixels of samples.outputType()
    /// Throws std::length_error if either is shorter than that.
    void convert(std::span<const std::uint8_t> raw, int width, std::span<std::uint8_t> to);

private:
    template <class T>
    void convertAs(const T* from, int width, T* to);

    TiffSamples samples_;
    std::optional<CmykToRgb> cmyk_;
    std::vector<std::uint8_t> unpacked_;
    cv::Mat inks_;
    cv::Mat rgb_;
};

/// Widens packed samples (1, 2 or 4 bits, rows start on a byte) to a byte each, unscaled.
void unpackSamples(const std::uint8_t* packed, int bits, std::size_t count, std::uint8_t* to);

} // namespace autochrome::inline photo
