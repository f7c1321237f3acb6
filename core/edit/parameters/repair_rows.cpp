#include "core/edit/parameters/parameter_rows.h"

namespace autochrome::inline edit {

std::vector<RecipeParameter> repairRows()
{
    return {
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

} // namespace autochrome::inline edit
