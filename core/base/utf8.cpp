#include "core/base/utf8.h"

namespace autochrome::inline base {

namespace {

constexpr char32_t replacement = 0xFFFD;

} // namespace

char32_t nextCharacter(std::string_view bytes, std::size_t& position)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byte(position++);
    if (first < 0x80)
        return first;
    const int following = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
    if (first < 0xC2 || first > 0xF4 || position + std::size_t(following) > bytes.size())
        return replacement;
    char32_t character = first & (0x3Fu >> following);
    for (int i = 0; i < following; ++i) {
        const unsigned char next = byte(position + std::size_t(i));
        if ((next & 0xC0) != 0x80)
            return replacement;
        character = character << 6 | (next & 0x3Fu);
    }
    constexpr char32_t smallest[] = {0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = character >= 0xD800 && character < 0xE000;
    if (character < smallest[following] || character > 0x10FFFF || isSurrogate)
        return replacement;
    position += std::size_t(following);
    return character;
}

void appendCharacter(std::string& text, char32_t character)
{
    if (character < 0x80) {
        text += char(character);
    } else if (character < 0x800) {
        text += char(0xC0 | character >> 6);
        text += char(0x80 | (character & 0x3F));
    } else if (character < 0x10000) {
        text += char(0xE0 | character >> 12);
        text += char(0x80 | (character >> 6 & 0x3F));
        text += char(0x80 | (character & 0x3F));
    } else {
        text += char(0xF0 | character >> 18);
        text += char(0x80 | (character >> 12 & 0x3F));
        text += char(0x80 | (character >> 6 & 0x3F));
        text += char(0x80 | (character & 0x3F));
    }
}

bool isUtf8(std::string_view bytes)
{
    for (std::size_t position = 0; position < bytes.size();) {
        const std::size_t before = position;
        // U+FFFD itself takes three bytes.
        if (nextCharacter(bytes, position) == replacement && position == before + 1)
            return false;
    }
    return true;
}

std::string utf8OfUnknown(std::string_view bytes)
{
    if (isUtf8(bytes))
        return std::string(bytes);
    // What Latin-1 leaves to control characters, Windows fills; five codes stay empty.
    constexpr char32_t windows[32] = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    std::string text;
    for (const char c : bytes) {
        const auto code = static_cast<unsigned char>(c);
        appendCharacter(text, code >= 0x80 && code < 0xA0 ? windows[code - 0x80] : code);
    }
    return text;
}

std::string validUtf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t position = 0; position < bytes.size();)
        appendCharacter(text, nextCharacter(bytes, position));
    return text;
}

} // namespace autochrome::inline base
