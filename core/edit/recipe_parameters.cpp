#include "core/edit/recipe_parameters.h"

#include "core/edit/parameters/parameter_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <iterator>
#include <stdexcept>

namespace autochrome::inline edit {
namespace {

std::vector<RecipeParameter> madeTable()
{
    std::vector<RecipeParameter> table;
    for (const auto rows : {colourRows, toneRows, detailRows, geometryRows, repairRows})
        std::ranges::move(rows(), std::back_inserter(table));
    return table;
}

// A slider's 0.42 is told as 0.42, not with all digits that a computer has for it.
double inShort(double number)
{
    char digits[32];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, number, std::chars_format::general, 6);
    std::from_chars(digits, end.ptr, number);
    return number;
}

ParameterValue inShort(ParameterValue value)
{
    if (auto* number = std::get_if<double>(&value))
        *number = inShort(*number);
    else if (auto* numbers = std::get_if<std::vector<double>>(&value))
        for (double& each : *numbers)
            each = inShort(each);
    return value;
}

} // namespace

const std::vector<RecipeParameter>& recipeParameters()
{
    static const std::vector<RecipeParameter> table = madeTable();
    return table;
}

const RecipeParameter& recipeParameter(std::string_view key)
{
    if (const RecipeParameter* found = findParameter(recipeParameters(), key))
        return *found;
    throw std::out_of_range("no parameter " + std::string(key));
}

bool isOfColour(const RecipeParameter& parameter)
{
    constexpr std::array<std::string_view, 4> keys{"colour", "vividness", "finish.strength",
                                                   "finish.warmth"};
    return std::ranges::any_of(keys, [&](std::string_view key) {
        return key == parameter.stage() || key == parameter.key;
    });
}

std::map<std::string, std::string> toldParameters(const Recipe& recipe, Told which)
{
    std::map<std::string, std::string> told;
    for (const RecipeParameter& row : recipeParameters())
        if ((row.isAlwaysTold || !row.isUsual(recipe)) && (which == Told::All || !isOfColour(row)))
            told[std::string(row.name())] = row.toText(inShort(row.of(recipe)));
    // Of the mask what it is, not where it lies: that is nobody's business.
    if (const DamageMask& mask = recipe.repair.mask; !mask.isEmpty()) {
        if (!mask.file.empty()) {
            told["mask"] = std::filesystem::path(mask.file).filename().native();
            told["mask-sha256"] = mask.sha256;
        }
        if (!mask.strokes.empty())
            told["mask-strokes"] = std::to_string(mask.strokes.size());
    }
    return told;
}

} // namespace autochrome::inline edit
