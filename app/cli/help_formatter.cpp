#include "app/cli/help_formatter.h"

#include <sstream>

namespace autochrome::cli {

namespace {

constexpr std::size_t lineWidth = 80;
constexpr std::size_t nameWidth = 28;

} // namespace

HelpFormatter::HelpFormatter()
{
    column_width(nameWidth);
    label("REQUIRED", "");
}

std::string HelpFormatter::make_description(const CLI::App* app) const
{
    return wrapped(CLI::Formatter::make_description(app), lineWidth);
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const
{
    return wrapped(CLI::Formatter::make_option_desc(option), lineWidth - nameWidth);
}

std::string wrapped(const std::string& text, std::size_t width)
{
    std::string result;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::size_t used = 0;
        for (std::string word; words >> word;) {
            if (used > 0 && used + 1 + word.size() > width) {
                result += '\n';
                used = 0;
            } else if (used > 0) {
                result += ' ';
                ++used;
            }
            result += word;
            used += word.size();
        }
        if (!lines.eof())
            result += '\n';
    }
    return result;
}

} // namespace autochrome::cli
