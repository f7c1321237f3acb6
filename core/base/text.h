#pragma once

#include "core/base/message.h"

namespace autochrome::inline base {

/// Looks up the translation of an English source text; returns UTF-8, empty if there is none.
/// `count` picks the plural form; negative for a text that counts nothing.
using Translator = std::string (*)(const char* sourceText, std::int64_t count);

/// Installs the translator that inWords() asks. The window installs Qt's; without one, texts stay
/// English. Call once, before any worker starts.
void setTranslator(Translator translator);

/// A sentence with %1, %2, … for the arguments. `sourceText` must be a literal: lupdate collects
/// it (context "core").
Message text(const char* sourceText, std::initializer_list<Message> arguments = {});

/// One that says how many. `oneAndMany` must be a literal with both English forms, %n for the
/// number: "%n photo was found|%n photos were found".
Message counted(const char* oneAndMany, std::int64_t count,
                std::initializer_list<Message> arguments = {});

/// The message in the language of this program. The arguments are filled in in one pass, so that
/// one that itself contains "%1" is left alone.
std::string inWords(const Message& message);
std::vector<std::string> inWords(const std::vector<Message>& messages);

} // namespace autochrome::inline base
