#include "core/photo/formats/png_profile.h"

#include <algorithm>
#include <csetjmp>
#include <png.h>
#include <zlib.h>

namespace autochrome::inline photo {
namespace {

[[noreturn]] void onProfileError(png_structp png, png_const_charp)
{
    png_longjmp(png, 1);
}

void onProfileWarning(png_structp, png_const_charp) {}

/// Plain locals only: see the PNG reader.
bool takes(png_structp png, png_infop info, png_const_bytep profile, png_uint_32 size)
{
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_set_option(png, PNG_SKIP_sRGB_CHECK_PROFILE, PNG_OPTION_ON);
    png_set_IHDR(png, info, 1, 1, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_iCCP(png, info, "ICC profile", PNG_COMPRESSION_TYPE_BASE, profile, size);
    return png_get_valid(png, info, PNG_INFO_iCCP) != 0;
}

} // namespace

std::vector<std::uint8_t> profileOfChunk(std::span<const std::uint8_t> chunk)
{
    // A name of at most 79 letters, zero, the way of packing (0), packed bytes.
    constexpr std::size_t mostBytes = 64u << 20;
    const auto zero = std::ranges::find(chunk, std::uint8_t(0));
    const auto name = std::size_t(zero - chunk.begin());
    if (name > 79 || name + 2 >= chunk.size() || chunk[name + 1] != 0)
        return {};
    const auto packed = chunk.subspan(name + 2);
    z_stream stream = {};
    if (inflateInit(&stream) != Z_OK)
        return {};
    stream.next_in = const_cast<Bytef*>(packed.data());
    stream.avail_in = uInt(packed.size());
    std::vector<std::uint8_t> profile;
    int state = Z_OK;
    while (state == Z_OK && profile.size() < mostBytes) {
        const std::size_t before = profile.size();
        profile.resize(before + (64u << 10));
        stream.next_out = profile.data() + before;
        stream.avail_out = uInt(profile.size() - before);
        state = inflate(&stream, Z_NO_FLUSH);
        profile.resize(profile.size() - stream.avail_out);
    }
    inflateEnd(&stream);
    return profile;
}

bool fitsPng(const std::vector<std::uint8_t>& profile)
{
    png_structp png =
        png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, onProfileError, onProfileWarning);
    png_infop info = png ? png_create_info_struct(png) : nullptr;
    const bool fits = info && takes(png, info, profile.data(), png_uint_32(profile.size()));
    png_destroy_write_struct(&png, &info);
    return fits;
}

} // namespace autochrome::inline photo
