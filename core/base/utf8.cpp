#include "core/base/utf8.h"

namespace autochrome {

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

std::string validUtf8(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t position = 0; position < bytes.size();)
        appendCharacter(text, nextCharacter(bytes, position));
    return text;
}

} // namespace autochrome
