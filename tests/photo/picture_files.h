#pragma once

#include <cstdint>
#include <filesystem>
#include <opencv2/core.hpp>
#include <set>
#include <string>
#include <vector>

namespace autochrome {

using Bytes = std::vector<std::uint8_t>;

/// Files for tests, made by the image libraries themselves and not by the code under test.

/// A picture with gradients and a little noise; the same for the same arguments.
cv::Mat testPicture(cv::Size size, int type);

void writeBytes(const std::filesystem::path& path, const Bytes& bytes);
Bytes readBytes(const std::filesystem::path& path);

/// Every name in a folder, hidden ones included.
std::set<std::string> namesIn(const std::filesystem::path& folder);

struct JpegOptions
{
    bool progressive = false;
    bool adobeInks = false; ///< 4 channels: YCCK with Adobe's marker and inverted inks
    int densityUnit = 0;
    int density = 1;
    Bytes icc = {};
};
/// CV_8U, 1, 3 (RGB) or 4 (CMYK, 255 full ink unless adobeInks) channels.
Bytes jpegBytes(const cv::Mat& picture, const JpegOptions& options = {});

struct PngOptions
{
    int bits = 0;         ///< below 8: of grey or palette
    bool palette = false; ///< one channel: indices into 4 colours, the last one transparent
    bool interlaced = false;
    bool greyAlpha = false; ///< two channels
    double gamma = 0;
    int perMetre = 0;
    Bytes icc = {};
};
Bytes pngBytes(const cv::Mat& picture, const PngOptions& options = {});

struct TiffOptions
{
    int compression = 1; ///< COMPRESSION_NONE
    int tile = 0;        ///< side; 0: strips
    int rowsPerStrip = 16;
    bool separate = false;
    bool minIsWhite = false;
    bool palette = false; ///< one channel: indices, colour i is (i, 255 - i, i / 2)
    bool cmyk = false;
    bool bigEndian = false;
    bool bigTiff = false;
    bool premultiplied = false;
    bool bilevel = false; ///< one channel of 0 and 1, packed
    int orientation = 1;
    double dpi = 0;
    Bytes icc = {};
};
void writeTiffFile(const std::filesystem::path& path, const cv::Mat& picture,
                   const TiffOptions& options = {});

/// The same pixels in a file whose directory stands in front, as one strip or tile of whatever
/// size, so that cutting the file short loses pixels and not the directory. CV_8UC1.
Bytes headFirstTiff(const cv::Mat& picture, int compression, int tile = 0);

/// A TIFF whose samples have any number of bits, all zero; floating point on request.
void writeOddTiff(const std::filesystem::path& path, int bits, bool floating);

Bytes webpBytes(const cv::Mat& picture, const Bytes& icc = {}); ///< lossless, RGB or RGBA

/// A bitmap around ready-made rows (bottom up unless height is negative) and palette.
Bytes bmpBytes(int width, int height, int bits, int compression, const Bytes& palette,
               const Bytes& pixels, const Bytes& masks = {});

/// Headers that claim 100,000 x 100,000 pixels, or 65,535 x 65,535 for JPEG.
Bytes hugePng();
Bytes hugeTiff();
Bytes hugeBmp();
Bytes hugeJpeg();

/// Appends an Exif segment of these bytes behind a JPEG's first marker.
Bytes withExif(const Bytes& jpeg, const Bytes& exif);

} // namespace autochrome
