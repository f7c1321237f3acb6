#include "core/photo/formats/tiff_samples.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

namespace autochrome::inline photo {

void unpackSamples(const std::uint8_t* packed, int bits, std::size_t count, std::uint8_t* to)
{
    const std::size_t perByte = std::size_t(8 / bits);
    const unsigned mask = (1u << bits) - 1;
    for (std::size_t i = 0; i < count; ++i) {
        const int shift = 8 - bits * int(i % perByte + 1);
        to[i] = std::uint8_t((packed[i / perByte] >> shift) & mask);
    }
}

TiffRowConverter::TiffRowConverter(const TiffSamples& samples, const std::vector<std::uint8_t>& icc)
    : samples_(samples)
{
    if (samples.kind == TiffSamples::Kind::Cmyk)
        cmyk_.emplace(icc, false);
}

void TiffRowConverter::convert(std::span<const std::uint8_t> row, int width,
                               std::span<std::uint8_t> to)
{
    const std::size_t count = std::size_t(width) * std::size_t(samples_.perPixel);
    if (samples_.perPixel < samples_.used() ||
        row.size() < (count * std::size_t(samples_.bits) + 7) / 8 ||
        to.size() < std::size_t(width) * std::size_t(CV_ELEM_SIZE(samples_.outputType())))
        throw std::length_error("a TIFF's row is longer than its room");
    if (samples_.bits == 16) {
        convertAs(reinterpret_cast<const std::uint16_t*>(row.data()), width,
                  reinterpret_cast<std::uint16_t*>(to.data()));
        return;
    }
    const std::uint8_t* raw = row.data();
    if (samples_.bits < 8) {
        unpacked_.resize(count);
        unpackSamples(raw, samples_.bits, count, unpacked_.data());
        if (samples_.kind != TiffSamples::Kind::Palette) {
            const unsigned scale = 255u / ((1u << samples_.bits) - 1);
            for (std::uint8_t& sample : unpacked_)
                sample = std::uint8_t(sample * scale);
        }
        raw = unpacked_.data();
    }
    convertAs(raw, width, to.data());
}

template <class T>
void TiffRowConverter::convertAs(const T* from, int width, T* to)
{
    constexpr unsigned full = std::numeric_limits<T>::max();
    const int perPixel = samples_.perPixel;
    const int colours = samples_.colours();
    const int outputs = CV_MAT_CN(samples_.outputType());
    const bool alpha = samples_.alpha != TiffSamples::Alpha::None;

    if (samples_.kind == TiffSamples::Kind::Cmyk) {
        const int depth = sizeof(T) == 2 ? CV_16U : CV_8U;
        inks_.create(1, width, CV_MAKETYPE(depth, 4));
        rgb_.create(1, width, CV_MAKETYPE(depth, 3));
        T* inks = inks_.ptr<T>();
        for (int x = 0; x < width; ++x)
            std::copy_n(from + x * perPixel, 4, inks + 4 * x);
        cmyk_->convert(inks_, rgb_);
    }
    const T* converted = rgb_.empty() ? nullptr : rgb_.ptr<T>();
    for (int x = 0; x < width; ++x, from += perPixel, to += outputs) {
        switch (samples_.kind) {
        case TiffSamples::Kind::Grey:
            for (int c = 0; c < (alpha ? 3 : 1); ++c)
                to[c] = samples_.invert ? T(full - from[0]) : from[0];
            break;
        case TiffSamples::Kind::Rgb:
            for (int c = 0; c < 3; ++c)
                to[c] = from[c];
            break;
        case TiffSamples::Kind::Palette:
            for (int c = 0; c < 3; ++c)
                to[c] = from[0] < samples_.palette.size()
                            ? T(samples_.palette[from[0]][std::size_t(c)])
                            : T(0);
            break;
        case TiffSamples::Kind::Cmyk:
            for (int c = 0; c < 3; ++c)
                to[c] = converted[3 * x + c];
            break;
        }
        if (alpha) {
            const unsigned opacity = from[colours];
            to[3] = T(opacity);
            if (samples_.alpha == TiffSamples::Alpha::Premultiplied && opacity > 0) {
                for (int c = 0; c < 3; ++c)
                    to[c] = T(std::min<std::uint64_t>(
                        full, (std::uint64_t(to[c]) * full + opacity / 2) / opacity));
            }
        }
    }
}

} // namespace autochrome::inline photo
