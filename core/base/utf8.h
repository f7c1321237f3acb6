#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace autochrome::inline base {

/// Decodes the character at `position` and moves on; a byte that is no valid UTF-8 gives U+FFFD.
/// `position` must be less than bytes.size().
char32_t nextCharacter(std::string_view bytes, std::size_t& position);

/// Appends a character as UTF-8.
void appendCharacter(std::string& text, char32_t character);

/// The bytes with everything that is no valid UTF-8 replaced by U+FFFD: what goes into metadata and
/// JSON, for file names can be any bytes.
std::string validUtf8(std::string_view bytes);

bool isUtf8(std::string_view bytes);

/// A text whose encoding nobody told: itself if it is UTF-8, else taken for Windows-1252, which has
/// Latin-1 in it.
std::string utf8OfUnknown(std::string_view bytes);

} // namespace autochrome::inline base
