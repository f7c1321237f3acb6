#include "core/base/markup.h"

#include "core/base/utf8.h"

namespace autochrome::inline base {

std::string escapedMarkup(std::string_view plain)
{
    std::string markup;
    for (const char c : validUtf8(plain)) {
        switch (c) {
        case '&':
            markup += "&amp;";
            break;
        case '<':
            markup += "&lt;";
            break;
        case '>':
            markup += "&gt;";
            break;
        case '"':
            markup += "&quot;";
            break;
        default:
            if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n')
                markup += c;
            else
                markup += ' ';
        }
    }
    return markup;
}

} // namespace autochrome::inline base
