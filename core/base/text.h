#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace autochrome::inline base {

/// Looks up the translation of an English source text; returns UTF-8.
using Translator = std::string (*)(const char* sourceText);

/// Installs the translator that text() asks. The window installs Qt's; without one, texts stay
/// English. Call once, before any worker starts.
void setTranslator(Translator translator);

/// Translates a sentence and fills %1, %2, … with the arguments, in one pass, so that an argument
/// that itself contains "%1" is left alone. `sourceText` must be a literal: lupdate collects it
/// (context "core").
std::string text(const char* sourceText, std::initializer_list<std::string_view> arguments = {});

} // namespace autochrome::inline base
