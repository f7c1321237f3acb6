#include "core/edit/parameters/parameter_rows.h"

namespace autochrome::inline edit {

std::vector<RecipeParameter> colourRows()
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
    };
}

} // namespace autochrome::inline edit
