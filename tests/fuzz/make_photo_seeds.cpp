// Writes small files of every kind that the photo readers know: FOLDER/jpeg, FOLDER/png, …
#include "core/photo/profile/colour_space.h"
#include "tests/photo/picture_files.h"
#include "tests/photo/source_photos.h"

#include <string>
#include <tiffio.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

void makeJpegs(const fs::path& folder)
{
    const cv::Size size(19, 13);
    writeBytes(folder / "grey.jpg", jpegBytes(testPicture(size, CV_8UC1)));
    writeBytes(folder / "rgb.jpg", jpegBytes(testPicture(size, CV_8UC3), {.icc = srgbProfile()}));
    writeBytes(folder / "progressive.jpg",
               jpegBytes(testPicture(size, CV_8UC3), {.progressive = true}));
    writeBytes(folder / "cmyk.jpg", jpegBytes(testPicture(size, CV_8UC4)));
    writeBytes(folder / "ycck.jpg", jpegBytes(testPicture(size, CV_8UC4), {.adobeInks = true}));
    writeBytes(folder / "metadata.jpg", jpegBytes(testPicture(size, CV_8UC3)));
    addTestMetadata(folder / "metadata.jpg");
}

void makePngs(const fs::path& folder)
{
    const cv::Size size(9, 7);
    for (const int type : {CV_8UC1, CV_8UC3, CV_8UC4, CV_16UC1, CV_16UC3, CV_16UC4})
        writeBytes(folder / (std::to_string(type) + ".png"), pngBytes(testPicture(size, type)));
    cv::Mat indices = testPicture(size, CV_8UC1) & 3;
    writeBytes(folder / "palette.png", pngBytes(indices, {.bits = 2, .palette = true}));
    writeBytes(folder / "greyalpha.png", pngBytes(testPicture(size, CV_8UC2), {.greyAlpha = true}));
    writeBytes(folder / "interlaced.png",
               pngBytes(testPicture(size, CV_8UC3), {.interlaced = true, .gamma = 0.6}));
    writeBytes(folder / "metadata.png",
               pngBytes(testPicture(size, CV_8UC3), {.perMetre = 3000, .icc = srgbProfile()}));
    addTestMetadata(folder / "metadata.png");
}

void makeTiffs(const fs::path& folder)
{
    const cv::Size size(21, 17);
    int number = 0;
    const auto make = [&](int type, const TiffOptions& options) {
        writeTiffFile(folder / (std::to_string(number++) + ".tif"), testPicture(size, type),
                      options);
    };
    for (const int compression :
         {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_PACKBITS}) {
        make(CV_8UC3, {.compression = compression});
        make(CV_16UC3, {.compression = compression, .tile = 16});
        make(CV_8UC4, {.compression = compression, .separate = true});
        make(CV_16UC1, {.compression = compression, .tile = 16, .minIsWhite = true});
    }
    make(CV_8UC3, {.compression = COMPRESSION_JPEG});
    make(CV_8UC4, {.premultiplied = true});
    make(CV_8UC4, {.cmyk = true});
    make(CV_8UC1, {.palette = true});
    make(CV_16UC3, {.bigEndian = true, .icc = srgbProfile()});
    make(CV_8UC3, {.bigTiff = true});
    writeTiffFile(folder / "bilevel.tif", testPicture(size, CV_8UC1) & 1, {.bilevel = true});
    writeTiffFile(folder / "metadata.tif", testPicture(size, CV_8UC3));
    addTestMetadata(folder / "metadata.tif");
}

void makeWebps(const fs::path& folder)
{
    writeBytes(folder / "rgb.webp", webpBytes(testPicture({9, 7}, CV_8UC3)));
    writeBytes(folder / "rgba.webp", webpBytes(testPicture({9, 7}, CV_8UC4), srgbProfile()));
}

void makePnms(const fs::path& folder)
{
    const auto write = [&](const char* name, const std::string& file) {
        writeBytes(folder / name, Bytes(file.begin(), file.end()));
    };
    write("1.pbm", "P1\n# made by hand\n3 2\n1 0 1\n001");
    write("2.pgm", "P2 2 2 15 0 15 7 8");
    write("3.ppm", "P3 1 2 255 1 2 3 4 5 6");
    write("4.pbm", "P4\n10 2\n0123");
    write("5.pgm", "P5 2 2 255\n0123");
    write("6.ppm", "P6 1 1 65535\n012345");
    write("7.pam", "P7\nWIDTH 1\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n0123");
}

void makeBmps(const fs::path& folder)
{
    const Bytes palette = {0, 0, 255, 0, 9, 9, 9, 0};
    writeBytes(folder / "24.bmp", bmpBytes(3, 2, 24, 0, {}, Bytes(24, 77)));
    writeBytes(folder / "32.bmp", bmpBytes(3, -2, 32, 0, {}, Bytes(24, 77)));
    writeBytes(folder / "16.bmp", bmpBytes(2, 1, 16, 3, {}, {0, 0xF8, 0xE0, 7},
                                           {0, 0xF8, 0, 0, 0xE0, 7, 0, 0, 0x1F, 0, 0, 0}));
    writeBytes(folder / "1.bmp", bmpBytes(2, 1, 1, 0, palette, {0x40, 0, 0, 0}));
    writeBytes(
        folder / "rle8.bmp",
        bmpBytes(5, 2, 8, 1, palette, {3, 1, 0, 2, 1, 0, 1, 1, 0, 0, 0, 3, 1, 0, 1, 0, 0, 1}));
    writeBytes(folder / "rle4.bmp", bmpBytes(5, 1, 4, 2, palette, {4, 0x10, 1, 0x10, 0, 1}));
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2)
        return 2;
    const fs::path folder = arguments[1];
    const std::pair<const char*, void (*)(const fs::path&)> makers[] = {
        {"jpeg", makeJpegs}, {"png", makePngs}, {"tiff", makeTiffs},
        {"webp", makeWebps}, {"bmp", makeBmps}, {"pnm", makePnms}};
    for (const auto& [name, make] : makers) {
        fs::create_directories(folder / name);
        make(folder / name);
    }
    return 0;
}
