#pragma once

#include "core/photo/formats/format_reader.h"
#include "core/photo/formats/read_failure.h"

#include <algorithm>
#include <cstring>
#include <vector>

namespace autochrome {

/// A target that lends each band of rows from a place of its own with a guard behind it, and knows
/// afterwards whether a reader kept to it: wrote no further, delivered every row once, and wrote
/// every pixel of it.
class GuardedPicture : public PixelTarget
{
public:
    /// @param fill  what stands in the rows before; two runs with different ones must agree after
    explicit GuardedPicture(std::uint8_t fill) : fill_(fill) {}

    void create(cv::Size size, int type) override
    {
        if (std::int64_t(size.width) * size.height > (1 << 20))
            throw ReadFailure(ErrorCode::TooLarge, "too large for a test");
        pixels.create(size, type);
        delivered_.assign(std::size_t(size.height), 0);
    }

    cv::Mat rows(int first, int count) override
    {
        if (first < 0 || count < 1 || first + count > pixels.rows) {
            fault = "asked for rows outside the picture";
            throw ReadFailure(ErrorCode::Internal, fault);
        }
        const std::size_t bytes = std::size_t(count) * pixels.cols * pixels.elemSize();
        band_.assign(bytes, fill_);
        band_.resize(bytes + 8 * bytes + guard, guardByte);
        return cv::Mat(count, pixels.cols, pixels.type(), band_.data());
    }

    void done(int first, int count) override
    {
        const std::size_t bytes = std::size_t(count) * pixels.cols * pixels.elemSize();
        if (std::any_of(band_.begin() + std::ptrdiff_t(bytes), band_.end(),
                        [](std::uint8_t byte) { return byte != guardByte; }))
            fault = "wrote beyond its rows";
        std::memcpy(pixels.ptr(first), band_.data(), bytes);
        for (int y = first; y < first + count; ++y)
            ++delivered_[std::size_t(y)];
    }

    bool wantsPixels() const override { return true; }

    /// Whether every row came, once.
    bool isComplete() const
    {
        return std::all_of(delivered_.begin(), delivered_.end(), [](int n) { return n == 1; });
    }

    cv::Mat pixels;
    const char* fault = nullptr;

private:
    static constexpr std::uint8_t guardByte = 0xA5;
    static constexpr std::size_t guard = 1024;
    std::uint8_t fill_;
    std::vector<std::uint8_t> band_;
    std::vector<int> delivered_;
};

} // namespace autochrome
