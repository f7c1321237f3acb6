#pragma once

#include <csetjmp>
#include <cstdint>
#include <cstdio>
#include <jpeglib.h>
#include <memory>
#include <opencv2/core.hpp>
#include <span>
#include <string>
#include <vector>

namespace autochrome::inline photo {

/// libjpeg-turbo's encoder with its longjmp kept inside: every call returns false on failure, and
/// error() then says why.
class JpegEncoder
{
public:
    /// Where compressed bytes go; returns false if they cannot be taken. Must not throw.
    using Sink = bool (*)(void* context, const void* bytes, std::size_t count);

    JpegEncoder(Sink sink, void* context);
    ~JpegEncoder();
    JpegEncoder(const JpegEncoder&) = delete;
    JpegEncoder& operator=(const JpegEncoder&) = delete;

    /// CV_8UC1 or CV_8UC3 (RGB) pictures. The density goes into the JFIF header: unit 1 inch, 2 cm.
    bool start(cv::Size size, int channels, int quality, int densityUnit = 0, int densityX = 1,
               int densityY = 1);
    /// Bytes handed over or waiting so far: where the next marker will begin.
    std::uint64_t position() const;
    bool writeMarker(int marker, std::span<const std::uint8_t> payload);
    bool writeProfile(std::span<const std::uint8_t> icc);
    bool writeRows(const cv::Mat& rows);
    bool finish();
    const char* error() const;

    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

/// A small JPEG in memory; empty on failure.
std::vector<std::uint8_t> encodeJpeg(const cv::Mat& picture, int quality);

} // namespace autochrome::inline photo
