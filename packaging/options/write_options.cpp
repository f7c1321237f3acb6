// Fills the templates of the completions, the manual and the desktop files with what the tables of
// parameters and of formats have: write_options TEMPLATE RESULT. A marker, as @zsh-results@, may
// stand anywhere; what it stands for is indented as its line is.

#include "core/edit/recipe_parameters.h"
#include "packaging/options/format_texts.h"
#include "packaging/options/option_texts.h"

#include <fstream>
#include <iostream>
#include <map>

using namespace autochrome;

namespace {

std::map<std::string, std::string> markers()
{
    ParameterRows results;
    ParameterRows measured;
    ParameterRows restored;
    for (const RecipeParameter& row : recipeParameters()) {
        results.push_back(&row);
        if (row.option.isMeasured)
            measured.push_back(&row);
        if (!isOfColour(row))
            restored.push_back(&row);
    }
    std::map<std::string, std::string> all = formatMarkers();
    all.insert({{"@bash-results@", bashWords(results)},
                {"@bash-measured@", bashWords(measured)},
                {"@bash-restored@", bashWords(restored)},
                {"@bash-values@", bashValues(results)},
                {"@bash-free@", bashFree(results)},
                {"@zsh-results@", zshOptions(results)},
                {"@zsh-restored@", zshOptions(restored)},
                {"@zsh-measured@", zshOptions(measured)},
                {"@fish-add@", fishOptions(results, "$add")},
                {"@fish-colorize@", fishOptions(results, "$colorize")},
                {"@fish-restore@", fishOptions(restored, "$restore")},
                {"@fish-evaluate@", fishOptions(measured, "$evaluate")},
                {"@man-results@", manualOptions(results)},
                {"@man-measured@", manualOptions(measured)},
                {"@man-restored@", manualNames(restored)},
                {"@man-names@", manualNames(results)}});
    return all;
}

// Each line of `text`, and no blank lines.
std::string indented(const std::string& text, const std::string& indent)
{
    std::string lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines += indent + text.substr(at, end - at) + "\n";
        at = end + 1;
    }
    return lines;
}

std::string filled(const std::string& line)
{
    std::string result = line + "\n";
    for (const auto& [marker, text] : markers()) {
        const std::size_t at = result.find(marker);
        if (at == std::string::npos)
            continue;
        const std::size_t start = line.find_first_not_of(' ');
        if (at == start && line.size() == at + marker.size())
            return indented(text, line.substr(0, start));
        result.replace(at, marker.size(), text);
    }
    return result;
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 3) {
        std::cerr << "write_options TEMPLATE RESULT\n";
        return 2;
    }
    std::ifstream source(arguments[1], std::ios::binary);
    std::string result;
    for (std::string line; std::getline(source, line);)
        result += filled(line);
    std::ofstream target(arguments[2], std::ios::binary);
    target << result;
    if (!source.eof() || !target.flush()) {
        std::cerr << arguments[1] << " or " << arguments[2] << ": cannot be used\n";
        return 1;
    }
    return 0;
}
