#include "app/cli/console.h"

#include "core/base/text.h"
#include "core/base/utf8.h"

#include <iostream>
#include <vector>
#include <wchar.h>

namespace autochrome::cli {

namespace {

bool isControl(char32_t character)
{
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

int widthOf(char32_t character)
{
    const int width = wcwidth(static_cast<wchar_t>(character));
    return width < 0 ? 1 : width; // unknown to this locale
}

std::vector<char32_t> decoded(std::string_view utf8)
{
    std::vector<char32_t> characters;
    for (std::size_t position = 0; position < utf8.size();)
        characters.push_back(nextCharacter(utf8, position));
    return characters;
}

} // namespace

std::string printable(std::string_view bytes)
{
    std::string result;
    result.reserve(bytes.size());
    for (const char32_t character : decoded(bytes))
        appendCharacter(result, isControl(character) ? U'?' : character);
    return result;
}

std::string bytesOf(const std::filesystem::path& path)
{
    return path.native();
}

void complain(const Message& sentence)
{
    // One write, so that lines of several programs in one pipe stay whole.
    std::cerr << "autochrome-cli: " + printable(inWords(sentence)) + "\n" << std::flush;
}

int displayWidth(std::string_view utf8)
{
    int width = 0;
    for (const char32_t character : decoded(utf8))
        width += widthOf(character);
    return width;
}

std::string elided(std::string_view utf8, int width)
{
    if (displayWidth(utf8) <= width)
        return std::string(utf8);
    const std::vector<char32_t> characters = decoded(utf8);
    // The end of a file's name tells more than its middle: half of the room for either.
    std::string head;
    std::string tail;
    int headWidth = 0;
    std::size_t first = 0;
    while (first < characters.size() && headWidth + widthOf(characters[first]) <= (width - 1) / 2) {
        headWidth += widthOf(characters[first]);
        appendCharacter(head, characters[first++]);
    }
    int tailWidth = 0;
    std::size_t last = characters.size();
    while (last > first && headWidth + tailWidth + widthOf(characters[last - 1]) <= width - 1)
        tailWidth += widthOf(characters[--last]);
    for (std::size_t i = last; i < characters.size(); ++i)
        appendCharacter(tail, characters[i]);
    return head + "…" + tail;
}

} // namespace autochrome::cli
