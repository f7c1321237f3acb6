#pragma once

#include <CLI/CLI.hpp>

#include <string>

namespace autochrome::cli {

/// --help in 80 columns: descriptions are wrapped at words and hang in their own column.
class HelpFormatter : public CLI::Formatter
{
public:
    HelpFormatter();

    std::string make_description(const CLI::App* app) const override;
    std::string make_option_desc(const CLI::Option* option) const override;
};

/// Breaks a text at spaces so that no line is longer than `width` bytes, unless a word is.
std::string wrapped(const std::string& text, std::size_t width);

} // namespace autochrome::cli
