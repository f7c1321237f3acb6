#include "picture_files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <jpeglib.h>
#include <png.h>
#include <stdexcept>
#include <tiffio.h>
#include <unistd.h>
#include <webp/encode.h>
#include <webp/mux.h>
#include <zlib.h>

namespace autochrome {
namespace {

void put(Bytes& to, std::uint32_t value, int bytes, bool bigEndian = false)
{
    for (int i = 0; i < bytes; ++i)
        to.push_back(std::uint8_t(value >> (8 * (bigEndian ? bytes - 1 - i : i))));
}

void require(bool done, const char* what)
{
    if (!done)
        throw std::runtime_error(what);
}

/// A TIFF header and its only directory, of entries (tag, type, value).
Bytes directory(const std::vector<std::array<std::uint32_t, 3>>& entries)
{
    Bytes bytes = {'I', 'I', 42, 0, 8, 0, 0, 0};
    put(bytes, std::uint32_t(entries.size()), 2);
    for (const auto& [tag, type, value] : entries) {
        put(bytes, tag, 2);
        put(bytes, type, 2);
        put(bytes, 1, 4);
        put(bytes, value, 4);
    }
    put(bytes, 0, 4);
    return bytes;
}

} // namespace

cv::Mat testPicture(cv::Size size, int type)
{
    cv::Mat picture(size, type);
    const int channels = picture.channels();
    const bool wide = picture.depth() == CV_16U;
    std::uint32_t noise = 12345;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            for (int c = 0; c < channels; ++c) {
                noise = noise * 1664525 + 1013904223;
                const double slope = c % 2 ? double(y) / size.height : double(x) / size.width;
                const double value = 0.1 + 0.75 * slope + 0.05 * c / channels;
                const double grain = (noise >> 16) / 65535.0 * 0.02;
                if (wide)
                    picture.ptr<std::uint16_t>(y)[x * channels + c] =
                        std::uint16_t((value + grain) * 65535);
                else
                    picture.ptr(y)[x * channels + c] = std::uint8_t((value + grain) * 255);
            }
        }
    }
    return picture;
}

void writeBytes(const std::filesystem::path& path, const Bytes& bytes)
{
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    require(bool(file.flush()), "write");
}

Bytes readBytes(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::set<std::string> namesIn(const std::filesystem::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

Bytes jpegBytes(const cv::Mat& picture, const JpegOptions& options)
{
    jpeg_compress_struct info = {};
    jpeg_error_mgr errors = {};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &buffer, &size);
    info.image_width = JDIMENSION(picture.cols);
    info.image_height = JDIMENSION(picture.rows);
    info.input_components = picture.channels();
    info.in_color_space = picture.channels() == 1   ? JCS_GRAYSCALE
                          : picture.channels() == 3 ? JCS_RGB
                                                    : JCS_CMYK;
    jpeg_set_defaults(&info);
    if (options.adobeInks)
        jpeg_set_colorspace(&info, JCS_YCCK);
    else if (picture.channels() == 4)
        info.write_Adobe_marker = FALSE;
    for (int c = 0; c < info.num_components; ++c) {
        info.comp_info[c].h_samp_factor = 1;
        info.comp_info[c].v_samp_factor = 1;
    }
    jpeg_set_quality(&info, 97, TRUE);
    info.density_unit = UINT8(options.densityUnit);
    info.X_density = UINT16(options.density);
    info.Y_density = UINT16(options.density);
    if (options.progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    if (!options.icc.empty())
        jpeg_write_icc_profile(&info, options.icc.data(), unsigned(options.icc.size()));
    for (int y = 0; y < picture.rows; ++y) {
        auto row = const_cast<JSAMPROW>(picture.ptr(y));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    Bytes bytes(buffer, buffer + size);
    jpeg_destroy_compress(&info);
    std::free(buffer);
    return bytes;
}

Bytes pngBytes(const cv::Mat& picture, const PngOptions& options)
{
    Bytes bytes;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &bytes,
        [](png_structp self, png_bytep from, std::size_t count) {
            auto* to = static_cast<Bytes*>(png_get_io_ptr(self));
            to->insert(to->end(), from, from + count);
        },
        nullptr);
    const int channels = picture.channels();
    const int type = options.palette     ? PNG_COLOR_TYPE_PALETTE
                     : options.greyAlpha ? PNG_COLOR_TYPE_GRAY_ALPHA
                     : channels == 1     ? PNG_COLOR_TYPE_GRAY
                     : channels == 3     ? PNG_COLOR_TYPE_RGB
                                         : PNG_COLOR_TYPE_RGB_ALPHA;
    const int bits = options.bits ? options.bits : picture.depth() == CV_16U ? 16 : 8;
    png_set_IHDR(png, info, png_uint_32(picture.cols), png_uint_32(picture.rows), bits, type,
                 options.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (options.palette) {
        const png_color colours[4] = {{10, 20, 30}, {200, 100, 50}, {0, 255, 0}, {9, 8, 7}};
        png_set_PLTE(png, info, colours, 4);
        const png_byte opacity[4] = {255, 255, 255, 0};
        png_set_tRNS(png, info, opacity, 4, nullptr);
    }
    if (options.gamma > 0)
        png_set_gAMA(png, info, options.gamma);
    if (options.perMetre > 0)
        png_set_pHYs(png, info, png_uint_32(options.perMetre), png_uint_32(options.perMetre),
                     PNG_RESOLUTION_METER);
    if (!options.icc.empty())
        png_set_iCCP(png, info, "test", PNG_COMPRESSION_TYPE_BASE, options.icc.data(),
                     png_uint_32(options.icc.size()));
    png_write_info(png, info);
    if (bits == 16)
        png_set_swap(png);
    if (bits < 8)
        png_set_packing(png);
    const int passes = png_set_interlace_handling(png);
    for (int pass = 0; pass < passes; ++pass)
        for (int y = 0; y < picture.rows; ++y)
            png_write_row(png, picture.ptr(y));
    png_write_end(png, nullptr);
    png_destroy_write_struct(&png, &info);
    return bytes;
}

void writeTiffFile(const std::filesystem::path& path, const cv::Mat& picture,
                   const TiffOptions& options)
{
    const std::string mode =
        std::string("w") + (options.bigEndian ? "b" : "l") + (options.bigTiff ? "8" : "");
    TIFF* tiff = TIFFOpen(path.c_str(), mode.c_str());
    require(tiff, "TIFFOpen");
    const int channels = picture.channels();
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, picture.cols);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, picture.rows);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE,
                 options.bilevel             ? 1
                 : picture.depth() == CV_16U ? 16
                                             : 8);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, channels);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, options.compression);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG,
                 options.separate ? PLANARCONFIG_SEPARATE : PLANARCONFIG_CONTIG);
    const bool jpegColour = options.compression == COMPRESSION_JPEG && channels == 3;
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC,
                 options.palette      ? PHOTOMETRIC_PALETTE
                 : options.cmyk       ? PHOTOMETRIC_SEPARATED
                 : options.minIsWhite ? PHOTOMETRIC_MINISWHITE
                 : jpegColour         ? PHOTOMETRIC_YCBCR
                 : channels <= 2      ? PHOTOMETRIC_MINISBLACK
                                      : PHOTOMETRIC_RGB);
    if (options.compression == COMPRESSION_JPEG) {
        TIFFSetField(tiff, TIFFTAG_JPEGQUALITY, 97);
        if (jpegColour)
            TIFFSetField(tiff, TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    }
    if (options.palette) {
        std::vector<std::uint16_t> map(3 * 256);
        for (int i = 0; i < 256; ++i) {
            map[std::size_t(i)] = std::uint16_t(i * 257);
            map[std::size_t(256 + i)] = std::uint16_t((255 - i) * 257);
            map[std::size_t(512 + i)] = std::uint16_t(i / 2 * 257);
        }
        TIFFSetField(tiff, TIFFTAG_COLORMAP, map.data(), map.data() + 256, map.data() + 512);
    }
    if (!options.cmyk && (channels == 2 || channels == 4)) {
        std::uint16_t kind =
            options.premultiplied ? EXTRASAMPLE_ASSOCALPHA : EXTRASAMPLE_UNASSALPHA;
        TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &kind);
    }
    TIFFSetField(tiff, TIFFTAG_ORIENTATION, options.orientation);
    if (options.dpi > 0) {
        TIFFSetField(tiff, TIFFTAG_XRESOLUTION, options.dpi);
        TIFFSetField(tiff, TIFFTAG_YRESOLUTION, options.dpi);
        TIFFSetField(tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH);
    }
    if (!options.icc.empty())
        TIFFSetField(tiff, TIFFTAG_ICCPROFILE, std::uint32_t(options.icc.size()),
                     options.icc.data());
    cv::Mat scratch;
    if (options.tile > 0) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, options.tile);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, options.tile);
        const int planes = options.separate ? channels : 1;
        for (int s = 0; s < planes; ++s) {
            for (int y = 0; y < picture.rows; y += options.tile) {
                for (int x = 0; x < picture.cols; x += options.tile) {
                    const cv::Rect inside = cv::Rect(x, y, options.tile, options.tile) &
                                            cv::Rect(0, 0, picture.cols, picture.rows);
                    cv::Mat part = picture(inside);
                    if (options.separate) {
                        cv::Mat plane(part.size(), CV_MAKETYPE(part.depth(), 1));
                        const int pair[] = {s, 0};
                        cv::mixChannels(&part, 1, &plane, 1, pair, 1);
                        part = plane;
                    }
                    // Padded with the edge, which lossy compression smears least.
                    cv::copyMakeBorder(part, scratch, 0, options.tile - inside.height, 0,
                                       options.tile - inside.width, cv::BORDER_REPLICATE);
                    require(TIFFWriteTile(tiff, scratch.data, std::uint32_t(x), std::uint32_t(y), 0,
                                          std::uint16_t(s)) > 0,
                            "TIFFWriteTile");
                }
            }
        }
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, options.rowsPerStrip);
        const int planes = options.separate ? channels : 1;
        for (int s = 0; s < planes; ++s) {
            for (int y = 0; y < picture.rows; ++y) {
                scratch = picture.row(y).clone();
                if (options.separate) {
                    cv::Mat plane(scratch.size(), CV_MAKETYPE(scratch.depth(), 1));
                    const int pair[] = {s, 0};
                    cv::mixChannels(&scratch, 1, &plane, 1, pair, 1);
                    scratch = plane;
                }
                if (options.bilevel) {
                    cv::Mat packed = cv::Mat::zeros(1, (picture.cols + 7) / 8, CV_8U);
                    for (int x = 0; x < picture.cols; ++x)
                        packed.data[x / 8] |= std::uint8_t(scratch.data[x] << (7 - x % 8));
                    scratch = packed;
                }
                require(TIFFWriteScanline(tiff, scratch.data, std::uint32_t(y), std::uint16_t(s)) >
                            0,
                        "TIFFWriteScanline");
            }
        }
    }
    TIFFClose(tiff);
}

void writeOddTiff(const std::filesystem::path& path, int bits, bool floating)
{
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    require(tiff, "TIFFOpen");
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, 8);
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, 2);
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    TIFFSetField(tiff, TIFFTAG_SAMPLEFORMAT, floating ? SAMPLEFORMAT_IEEEFP : SAMPLEFORMAT_UINT);
    Bytes row(64);
    TIFFWriteScanline(tiff, row.data(), 0);
    TIFFWriteScanline(tiff, row.data(), 1);
    TIFFClose(tiff);
}

Bytes webpBytes(const cv::Mat& picture, const Bytes& icc)
{
    std::uint8_t* encoded = nullptr;
    const std::size_t size = picture.channels() == 4
                                 ? WebPEncodeLosslessRGBA(picture.data, picture.cols, picture.rows,
                                                          int(picture.step), &encoded)
                                 : WebPEncodeLosslessRGB(picture.data, picture.cols, picture.rows,
                                                         int(picture.step), &encoded);
    Bytes bytes(encoded, encoded + size);
    WebPFree(encoded);
    if (icc.empty())
        return bytes;
    WebPMux* mux = WebPMuxNew();
    const WebPData image = {bytes.data(), bytes.size()};
    const WebPData profile = {icc.data(), icc.size()};
    WebPMuxSetImage(mux, &image, 1);
    WebPMuxSetChunk(mux, "ICCP", &profile, 1);
    WebPData file = {};
    WebPMuxAssemble(mux, &file);
    bytes.assign(file.bytes, file.bytes + file.size);
    WebPDataClear(&file);
    WebPMuxDelete(mux);
    return bytes;
}

Bytes bmpBytes(int width, int height, int bits, int compression, const Bytes& palette,
               const Bytes& pixels, const Bytes& masks)
{
    Bytes bytes = {'B', 'M'};
    const auto offset = std::uint32_t(54 + masks.size() + palette.size());
    put(bytes, offset + std::uint32_t(pixels.size()), 4);
    put(bytes, 0, 4);
    put(bytes, offset, 4);
    put(bytes, 40, 4);
    put(bytes, std::uint32_t(width), 4);
    put(bytes, std::uint32_t(height), 4);
    put(bytes, 1, 2);
    put(bytes, std::uint32_t(bits), 2);
    put(bytes, std::uint32_t(compression), 4);
    put(bytes, std::uint32_t(pixels.size()), 4);
    put(bytes, 11811, 4);
    put(bytes, 11811, 4);
    put(bytes, std::uint32_t(palette.size() / 4), 4);
    put(bytes, 0, 4);
    bytes.insert(bytes.end(), masks.begin(), masks.end());
    bytes.insert(bytes.end(), palette.begin(), palette.end());
    bytes.insert(bytes.end(), pixels.begin(), pixels.end());
    return bytes;
}

Bytes hugePng()
{
    Bytes bytes = {0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
    const auto chunk = [&bytes](const char* name, const Bytes& data) {
        put(bytes, std::uint32_t(data.size()), 4, true);
        const std::size_t begin = bytes.size();
        bytes.insert(bytes.end(), name, name + 4);
        bytes.insert(bytes.end(), data.begin(), data.end());
        put(bytes, std::uint32_t(crc32(0, bytes.data() + begin, uInt(bytes.size() - begin))), 4,
            true);
    };
    Bytes header;
    put(header, 100'000, 4, true);
    put(header, 100'000, 4, true);
    for (const int value : {8, 2, 0, 0, 0})
        header.push_back(std::uint8_t(value));
    chunk("IHDR", header);
    chunk("IDAT", {0x78, 0x9C, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01});
    chunk("IEND", {});
    return bytes;
}

Bytes hugeTiff()
{
    Bytes bytes = directory({{256, 4, 100'000},
                             {257, 4, 100'000},
                             {258, 3, 8},
                             {259, 3, 1},
                             {262, 3, 1},
                             {273, 4, 200},
                             {277, 3, 1},
                             {278, 4, 100'000},
                             {279, 4, 64}});
    bytes.resize(264);
    return bytes;
}

Bytes headFirstTiff(const cv::Mat& picture, int compression, int tile)
{
    // libtiff packs the pixels, and its directory is left behind.
    char name[] = "/tmp/autochrome-test-XXXXXX";
    const int descriptor = mkstemp(name);
    require(descriptor >= 0, "mkstemp");
    close(descriptor);
    writeTiffFile(name, picture,
                  {.compression = compression, .tile = tile, .rowsPerStrip = picture.rows});
    TIFF* tiff = TIFFOpen(name, "r");
    Bytes packed(TIFFGetStrileByteCount(tiff, 0));
    const auto size = tmsize_t(packed.size());
    require((tile ? TIFFReadRawTile(tiff, 0, packed.data(), size)
                  : TIFFReadRawStrip(tiff, 0, packed.data(), size)) == size,
            "raw");
    TIFFClose(tiff);
    unlink(name);

    const auto width = std::uint32_t(picture.cols);
    const auto height = std::uint32_t(picture.rows);
    const auto side = std::uint32_t(tile);
    const auto count = std::uint32_t(packed.size());
    std::vector<std::array<std::uint32_t, 3>> entries = {
        {256, 4, width}, {257, 4, height}, {258, 3, 8}, {259, 3, std::uint32_t(compression)},
        {262, 3, 1},     {277, 3, 1}};
    if (tile)
        entries.insert(entries.end(),
                       {{322, 4, side}, {323, 4, side}, {324, 4, 200}, {325, 4, count}});
    else
        entries.insert(entries.end(), {{273, 4, 200}, {278, 4, height}, {279, 4, count}});
    std::sort(entries.begin(), entries.end());
    Bytes bytes = directory(entries);
    bytes.resize(200);
    bytes.insert(bytes.end(), packed.begin(), packed.end());
    return bytes;
}

Bytes hugeBmp()
{
    return bmpBytes(100'000, 100'000, 24, 0, {}, Bytes(64));
}

Bytes hugeJpeg()
{
    Bytes bytes = jpegBytes(testPicture({16, 16}, CV_8UC3));
    for (std::size_t i = 0; i + 8 < bytes.size(); ++i) {
        if (bytes[i] == 0xFF && bytes[i + 1] == 0xC0) {
            std::fill_n(bytes.begin() + std::ptrdiff_t(i) + 5, 4, std::uint8_t(0xFF));
            break;
        }
    }
    return bytes;
}

Bytes withExif(const Bytes& jpeg, const Bytes& exif)
{
    Bytes bytes(jpeg.begin(), jpeg.begin() + 2);
    bytes.push_back(0xFF);
    bytes.push_back(0xE1);
    put(bytes, std::uint32_t(exif.size() + 8), 2, true);
    const char prefix[] = "Exif\0";
    bytes.insert(bytes.end(), prefix, prefix + 6);
    bytes.insert(bytes.end(), exif.begin(), exif.end());
    bytes.insert(bytes.end(), jpeg.begin() + 2, jpeg.end());
    return bytes;
}

} // namespace autochrome
