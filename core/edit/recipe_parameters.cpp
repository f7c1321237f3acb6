#include "core/edit/recipe_parameters.h"

#include "core/edit/tone/curve_points.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <stdexcept>

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

std::vector<RecipeParameter> madeTable()
{
    return {
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.finish.strength; },
            {.key = "finish.strength",
             .range = {.least = 0, .most = 2},
             .row = {.title = markedText("Amount"),
                     .name = markedText("amount"),
                     .tip = markedText("How much colour is laid over the photo. 0 is grey, 50 is "
                                       "what the model proposes, 100 is twice as much."),
                     .low = 0,
                     .high = 2,
                     .step = 0.04},
             .option =
                 {.names = "--strength",
                  .value = "S",
                  .help =
                      "Strength of the colour: 0 is grey, 1 what the network says, 2 twice that",
                  .brief = "Strength of the colour, 0 to 2",
                  .isMeasured = true},
             .isAlwaysTold = true}),
        // As it is shown, 0 is the mean of all colours that the network thinks possible (T = 1,
        // calm) and 100 close to the likeliest one. The default is 0.38, as in Zhang et al. 2016.
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.vividness.temperature; },
            {.key = "vividness.temperature",
             .range = {.least = 0, .most = 1, .aboveLeast = true},
             .row = {.title = markedText("Boldness"),
                     .name = markedText("boldness"),
                     .tip = markedText("How far the model commits itself. Low: calm colours, the "
                                       "mean of all that are possible. High: the likeliest "
                                       "colour, livelier and more often wrong."),
                     .low = 1,
                     .high = 0.1,
                     .step = 0.018},
             .option = {.names = "--temperature",
                        .value = "T",
                        .help = "Temperature of the annealed mean: 1 calm, towards 0 vivid",
                        .brief = "Temperature of the annealed mean",
                        .manual = "Of the annealed mean of the colours that the network thinks "
                                  "possible: 1 is calm, towards 0 vivid and more often wrong.",
                        .isMeasured = true},
             .isAlwaysTold = true}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.finish.warmth; },
            {.key = "finish.warmth",
             .range = {.least = -1, .most = 1},
             .row = {.title = markedText("Warmth"),
                     .name = markedText("warmth"),
                     .tip = markedText("The colour of the light over the photo. 50 leaves it as "
                                       "it is, lower is colder and bluer, higher is warmer and "
                                       "more golden."),
                     .low = -1,
                     .high = 1,
                     .step = 0.04},
             .option = {.names = "--warmth",
                        .value = "W",
                        .help = "Warmth of the light over the photo: -1 cold, 0 as it is, 1 warm",
                        .brief = "Warmth of the light, -1 to 1"}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.finish.tint; },
            {.key = "finish.tint",
             .choices = {{.name = "drop",
                          .title = markedText("Remove"),
                          .tip = markedText(
                              "Only the photo's luminance counts; sepia or yellowed paper "
                              "disappears."),
                          .spoken = markedText("Tint of the scan: remove")},
                         {.name = "keep",
                          .title = markedText("Keep"),
                          .tip = markedText("The new colours are added to the scan's own tint."),
                          .spoken = markedText("Tint of the scan: keep")}},
             .row = {.title = markedText("Tint of the scan"),
                     .name = markedText("tint of the scan")},
             .option = {.names = "--keep-tint",
                        .sets = "keep",
                        .help = "Keep the scan's own tint (sepia, cyanotype, yellowed paper)",
                        .brief = "Keep the tint of the scan",
                        .manual = "Keep the scan's own tint (sepia, cyanotype, yellowed paper), "
                                  "which is dropped otherwise."},
             .isAlwaysTold = true}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.colour.size; },
            {.key = "colour.size",
             .range = {.least = 128, .most = 1024, .multipleOf = 32, .zero = "auto"},
             .row = {.title = markedText("Network size"),
                     .name = markedText("network size"),
                     .tip = markedText("Short side of the photo as the network sees it. Small: "
                                       "bold, whole areas. Large: finer areas, slower."),
                     .isAdvanced = true,
                     .offered = {256, 320, 384, 448, 512, 640},
                     .unit = markedText("%1 pixels"),
                     .zero = markedText("Automatic")},
             .option = {.names = "-s,--size",
                        .value = "N|auto",
                        .help = "Short side at which the network looks at the photo: a multiple "
                                "of 32 from 128 to 1024",
                        .brief = "Short side that the network sees",
                        .manual = "Short side at which the network looks at the photo: a multiple "
                                  "of 32 from 128 to 1024, or auto. The result always has all "
                                  "pixels of its source.",
                        .isMeasured = true},
             .isAlwaysTold = true}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.colour.effort; },
            {.key = "colour.effort",
             .choices = {{.name = "fast",
                          .title = markedText("Fast"),
                          .meaning = "once, at three quarters of the size."},
                         {.name = "normal",
                          .title = markedText("Normal"),
                          .meaning = "the network looks once."},
                         {.name = "best",
                          .title = markedText("Best"),
                          .meaning = "four times, as it is and mirrored, at two sizes; layout "
                                     "from the smaller, detail from the larger."}},
             .row = {.title = markedText("Effort"),
                     .name = markedText("effort"),
                     .tip = markedText("Best: the network looks four times, mirrored and at two "
                                       "sizes; calmer, and it takes four times as long."),
                     .isAdvanced = true},
             .option = {.names = "--effort",
                        .value = "EFFORT",
                        .help = "How long the network may look: fast, normal, or best (four looks)",
                        .brief = "How long the network may look",
                        .manual = "How long the network may look at the photo.",
                        .isMeasured = true},
             .isAlwaysTold = true}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.tone.levels; },
            {.key = "tone.levels",
             .choices = {{.name = "off",
                          .title = markedText("As they are"),
                          .tip = markedText("Black and white stay where they are."),
                          .spoken = markedText("Faded tones: as they are"),
                          .meaning = "black and white stay where they are."},
                         {.name = "auto",
                          .title = markedText("Restore"),
                          .tip = markedText("Spreads the tones of a faded photo over the whole "
                                            "range. A photo that is not certainly faded stays as "
                                            "it is."),
                          .spoken = markedText("Faded tones: restore"),
                          .meaning = "the tones of a photo that has certainly faded are spread "
                                     "over the whole range; any other stays as it is."}},
             .row = {.title = markedText("Faded tones"), .name = markedText("faded tones")},
             .option = {.names = "--tone",
                        .value = "LEVELS",
                        .help = "Tones of a faded photo: off (as they are) or auto (spread over "
                                "the whole range)",
                        .brief = "Tones of a faded photo",
                        .manual = "What is done to the tones of a faded photo before it gets "
                                  "colour."}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.tone.exposure; },
            {.key = "tone.exposure",
             .range = {.least = -2, .most = 2},
             .row = {.title = markedText("Exposure"),
                     .name = markedText("exposure"),
                     .tip = markedText("How light the photo is. 50 leaves it as it is, 0 is two "
                                       "stops darker, 100 two stops lighter. Nothing is clipped."),
                     .low = -2,
                     .high = 2,
                     .step = 0.08},
             .option = {.names = "--exposure",
                        .value = "EV",
                        .help = "Stops by which the photo is made lighter, or darker below 0",
                        .brief = "Stops of exposure, -2 to 2",
                        .manual = "Stops by which the photo is made lighter, or darker below 0: "
                                  "from -2 to 2. The lightest tones are bent towards white, so "
                                  "that nothing is clipped."}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.tone.contrast; },
            {.key = "tone.contrast",
             .range = {.least = -1, .most = 1},
             .row = {.title = markedText("Contrast"),
                     .name = markedText("contrast"),
                     .tip = markedText("How far light and dark tones lie apart, around mid grey. "
                                       "50 leaves them as they are."),
                     .low = -1,
                     .high = 1,
                     .step = 0.04},
             .option = {.names = "--contrast",
                        .value = "C",
                        .help = "Contrast around mid grey: -1 soft, 0 as it is, 1 hard",
                        .brief = "Contrast, -1 to 1"}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.tone.localContrast; },
            {.key = "tone.local_contrast",
             .range = {.least = -1, .most = 1},
             .row = {.title = markedText("Local contrast"),
                     .name = markedText("local contrast"),
                     .tip = markedText("How far things stand out from what is around them. 50 "
                                       "leaves them as they are; edges get no halos."),
                     .low = -1,
                     .high = 1,
                     .step = 0.04},
             .option = {.names = "--local-contrast",
                        .value = "C",
                        .help = "How far things stand out from what is around them: -1 less, 0 as "
                                "it is, 1 more",
                        .brief = "Local contrast, -1 to 1"}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.tone.evening; },
            {.key = "tone.evening",
             .range = {.least = 0, .most = 1},
             .row = {.title = markedText("Even out"),
                     .name = markedText("evening-out"),
                     .tip = markedText("Takes out what has faded unevenly: dark corners, light "
                                       "stripes, a half that was covered. 0 leaves it as it is."),
                     .low = 0,
                     .high = 1,
                     .step = 0.02},
             .option = {.names = "--even-out",
                        .value = "SHARE",
                        .help = "How much of an uneven fading is taken out: 0 none, 1 all that is "
                                "found",
                        .brief = "Share of uneven fading to take out, 0 to 1",
                        .manual = "How much of an uneven fading is taken out, from 0 to 1: dark "
                                  "corners, light stripes, a half that was covered."}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.tone.negative; },
            {.key = "tone.negative",
             .row = {.title = markedText("Negative"),
                     .name = markedText("negative"),
                     .tip = markedText("The scan is a black-and-white negative: it is turned into "
                                       "a print, without the density and the colour of its base.")},
             .option = {.names = "--negative",
                        .sets = "true",
                        .help = "The scan is a black-and-white negative: make a print of it",
                        .brief = "The scan is a negative",
                        .manual = "The scan is a black-and-white negative: it is turned into a "
                                  "print, without the density and the colour of its base."}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.tone.curve; },
            {.key = "tone.curve",
             .row = {.name = markedText("tone curve")},
             .option = {.names = "--curve",
                        .value = "POINTS",
                        .help = "Curve of L* through 2 to 16 points, as \"0,0 50,60 100,100\", or "
                                "none",
                        .brief = "Curve of L* through points, or none",
                        .manual = "Curve from L* to L*, both 0 to 100, through 2 to 16 points, as "
                                  "\"0,0 50,60 100,100\". The numbers before the commas rise, "
                                  "those behind them never fall. none: no curve."},
             .form = {.fits = CurvePoints::isValid,
                      .demand = "none or 2 to 16 points in rising order, as \"0,0 50,60 100,100\"",
                      .sentence = markedText("The setting “%1” has to be “none” or 2 to 16 points "
                                             "in rising order, as “%2”."),
                      .example = "0,0 50,60 100,100"}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.detail.grain; },
            {.key = "detail.grain",
             .range = {.least = 0, .most = 1},
             .row = {.title = markedText("Reduce grain"),
                     .name = markedText("grain reduction"),
                     .tip = markedText("How much of the grain is taken out. Its strength is "
                                       "measured on the photo; edges stay. 0 leaves it as it "
                                       "is."),
                     .low = 0,
                     .high = 1,
                     .step = 0.02},
             .option = {.names = "--reduce-grain",
                        .value = "SHARE",
                        .help = "How much of the photo's grain is taken out: 0 none, 1 all that "
                                "is found",
                        .brief = "Share of the grain to take out, 0 to 1",
                        .manual = "How much of the grain is taken out, from 0 to 1. How strong it "
                                  "is at each brightness is measured on the photo itself; what is "
                                  "stronger stays."}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.detail.dots; },
            {.key = "detail.dots",
             .choices = {{.name = "keep",
                          .title = markedText("Keep"),
                          .tip = markedText("The dots that the photo was printed with stay."),
                          .spoken = markedText("Printed dots: keep"),
                          .meaning = "the dots stay."},
                         {.name = "remove",
                          .title = markedText("Remove"),
                          .tip = markedText("Takes the dots out that a photo from a book or a "
                                            "newspaper was printed with. A photo without them "
                                            "stays as it is."),
                          .spoken = markedText("Printed dots: remove"),
                          .meaning = "the dots of a photo from a book or a newspaper are taken "
                                     "out; a photo without them stays as it is."}},
             .row = {.title = markedText("Printed dots"), .name = markedText("printed dots")},
             .option = {.names = "--descreen",
                        .sets = "remove",
                        .help = "Take out the dots that a photo was printed with",
                        .brief = "Take out printed dots",
                        .manual = "Take out the dots (halftone) that a photo in a book or a "
                                  "newspaper was printed with. Where none are found, the photo "
                                  "stays as it is, and that is said."}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.detail.sharpness; },
            {.key = "detail.sharpness",
             .range = {.least = 0, .most = 1},
             .row = {.title = markedText("Sharpen"),
                     .name = markedText("sharpness"),
                     .tip = markedText("Makes edges steeper, without halos and without the "
                                       "grain. 0 leaves them as they are."),
                     .low = 0,
                     .high = 1,
                     .step = 0.02},
             .option = {.names = "--sharpen",
                        .value = "AMOUNT",
                        .help = "How much steeper edges are made: 0 not at all, 1 much",
                        .brief = "Sharpness to add, 0 to 1"}}),
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
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.repair.level; },
            {.key = "repair.level",
             .range = {.least = 0, .most = 100},
             .row = {.title = markedText("Find damage"),
                     .name = markedText("find damage"),
                     .tip = markedText("How readily cracks, scratches, dust and stains are found "
                                       "by themselves. 0 looks for none, 50 is the usual, higher "
                                       "finds more and is more often wrong."),
                     .low = 0,
                     .high = 100,
                     .step = 2},
             .option = {.names = "--repair",
                        .value = "[LEVEL]",
                        .sets = "50",
                        .help = "Find cracks, scratches, dust and stains and fill them in; LEVEL "
                                "says how readily, up to 100; 50 if it is left out",
                        .brief = "Find damage and fill it in, at a level up to 100",
                        .manual = "Find cracks, scratches, dust and stains and fill them in. The "
                                  "level says how readily: 0 looks for none, 50 is taken if it is "
                                  "left out, up to 100 finds more and is more often wrong."}}),
        parameter<Recipe>(
            [](auto& recipe) -> auto& { return recipe.repair.widest; },
            {.key = "repair.widest",
             .range = {.least = 0, .most = 25},
             .row = {.title = markedText("Widest damage"),
                     .name = markedText("widest damage"),
                     .tip = markedText("Damage that is wider stays as it is: nobody can know what "
                                       "was there. 100 is a quarter of the photo's short side, 0 "
                                       "fills in nothing."),
                     .low = 0,
                     .high = 25,
                     .step = 0.5},
             .option = {.names = "--widest",
                        .value = "PERCENT",
                        .help = "Damage wider than this part of the photo's short side is left as "
                                "it is",
                        .brief = "Widest damage that is filled in, in per cent",
                        .manual = "Damage that is wider than this part of the photo's short side, "
                                  "in per cent, is left as it is: nobody can know what was "
                                  "there."}}),
        parameter<Recipe>([](auto& recipe) -> auto& { return recipe.repair.smooth; },
                          {.key = "repair.smooth",
                           .row = {.title = markedText("Without grain"),
                                   .name = markedText("repair without grain"),
                                   .tip = markedText("Leaves what is filled in smooth. Else it "
                                                     "gets the grain of the photo around it.")},
                           .option = {.names = "--no-grain",
                                      .sets = "true",
                                      .help = "Put no grain into what is filled in",
                                      .brief = "Put no grain into what is filled in"}}),
    };
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
