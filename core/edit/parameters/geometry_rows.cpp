#include "core/edit/parameters/parameter_rows.h"

#include <optional>
#include <vector>

namespace autochrome::inline edit {

namespace {

// x and y of each corner.
ParameterValue numbersOfFrame(const ParameterFacts&, const Recipe& recipe)
{
    std::vector<double> numbers;
    if (const auto& frame = recipe.geometry.frame)
        for (const cv::Point2d corner : frame->corners)
            numbers.insert(numbers.end(), {corner.x, corner.y});
    return numbers;
}

void setFrameOfNumbers(const ParameterFacts&, Recipe& recipe, const ParameterValue& value)
{
    const auto& numbers = std::get<std::vector<double>>(value);
    std::optional<Frame>& frame = recipe.geometry.frame;
    frame.reset();
    if (numbers.empty())
        return;
    frame.emplace();
    for (std::size_t i = 0; i < frame->corners.size(); ++i)
        frame->corners[i] = {numbers.at(2 * i), numbers.at(2 * i + 1)};
}

} // namespace

std::vector<RecipeParameter> geometryRows()
{
    return {
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.geometry.rotation; },
            {.key = "geometry.rotation",
             .choices = {{.name = "0"}, {.name = "90"}, {.name = "180"}, {.name = "270"}},
             .row = {.name = markedText("rotation")},
             .option = {.names = "--rotate",
                        .value = "DEGREES",
                        .help = "Turn the photo clockwise",
                        .brief = "Turn clockwise"}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.geometry.flip; },
            {.key = "geometry.flip",
             .choices = {{.name = "none"},
                         {.name = "horizontal", .meaning = "left and right are exchanged."},
                         {.name = "vertical", .meaning = "top and bottom are exchanged."}},
             .row = {.name = markedText("flip")},
             .option = {.names = "--flip",
                        .value = "DIRECTION",
                        .help = "Flip the photo, after it was turned",
                        .brief = "Flip, after turning"}}),
        {{.key = "geometry.frame",
          .kind = ParameterKind::Numbers,
          .count = 8,
          .row = {.name = markedText("crop")}},
         numbersOfFrame,
         setFrameOfNumbers},
    };
}

} // namespace autochrome::inline edit
