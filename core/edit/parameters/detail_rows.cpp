#include "core/edit/parameters/parameter_rows.h"

namespace autochrome::inline edit {

std::vector<RecipeParameter> detailRows()
{
    return {
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
    };
}

} // namespace autochrome::inline edit
