#include "core/photo/formats/png_texts.h"

#include "core/base/utf8.h"

#include <string_view>
#include <zlib.h>

namespace autochrome::inline photo {
namespace {

/// No text for people is longer, and a packed one must not grow without end.
constexpr std::size_t longest = 1 << 20;

std::string inflated(std::string_view packed)
{
    std::string text(longest, '\0');
    uLongf size = uLongf(text.size());
    const int result =
        ::uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                     reinterpret_cast<const Bytef*>(packed.data()), uLong(packed.size()));
    text.resize(result == Z_OK ? size : 0);
    return text;
}

/// Takes what stands before the next zero, and the zero.
std::string_view takeString(std::string_view& chunk)
{
    const std::size_t zero = std::min(chunk.find('\0'), chunk.size());
    const std::string_view taken = chunk.substr(0, zero);
    chunk.remove_prefix(std::min(zero + 1, chunk.size()));
    return taken;
}

/// PNG 1.2, 4.2.3; the text of `chunk` behind its keyword.
std::string textOf(std::string_view type, std::string_view chunk)
{
    if (type == "tEXt")
        return utf8OfUnknown(chunk); // Latin-1 by the book, and often UTF-8
    if (type == "zTXt")
        return chunk.empty() || chunk[0] != 0 ? std::string()
                                              : utf8OfUnknown(inflated(chunk.substr(1)));
    if (chunk.size() < 2)
        return {};
    const bool packed = chunk[0] == 1;
    chunk.remove_prefix(2);
    takeString(chunk); // language
    takeString(chunk); // keyword in it
    return validUtf8(packed ? inflated(chunk) : std::string(chunk));
}

bool isForPrograms(std::string_view keyword)
{
    return keyword.empty() || keyword.find(':') != std::string_view::npos ||
           keyword.starts_with("Raw profile type");
}

} // namespace

std::vector<std::pair<std::string, std::string>> readPngTexts(ByteSource& bytes)
{
    std::vector<std::pair<std::string, std::string>> texts;
    std::uint8_t head[8];
    for (std::uint64_t at = 8; bytes.read(at, head, 8) == 8;) {
        const std::uint64_t length = std::uint64_t(head[0]) << 24 | std::uint64_t(head[1]) << 16 |
                                     std::uint64_t(head[2]) << 8 | head[3];
        const std::string type(head + 4, head + 8);
        if (type == "IEND")
            break;
        if ((type == "tEXt" || type == "zTXt" || type == "iTXt") && length <= longest) {
            std::string chunk(length, '\0');
            chunk.resize(bytes.read(at + 8, chunk.data(), chunk.size()));
            std::string_view rest = chunk;
            const std::string keyword = utf8OfUnknown(takeString(rest));
            if (std::string text = textOf(type, rest); !isForPrograms(keyword) && !text.empty())
                texts.emplace_back(keyword, std::move(text));
        }
        at += 12 + length;
    }
    return texts;
}

} // namespace autochrome::inline photo
