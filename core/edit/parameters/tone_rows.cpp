#include "core/edit/parameters/parameter_rows.h"

#include "core/edit/tone/curve_points.h"

namespace autochrome::inline edit {

std::vector<RecipeParameter> toneRows()
{
    return {
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
    };
}

} // namespace autochrome::inline edit
