#include "ui/document/edited_recipe.h"

#include "ui/document/recipe_command.h"

namespace autochrome {

void EditedRecipe::beginWith(const Recipe& recipe)
{
    if (undoStack_.count() > 0 || recipe == recipe_)
        return;
    recipe_ = recipe;
    Q_EMIT begun();
}

void EditedRecipe::edit(const Recipe& recipe, int gesture, const QString& name)
{
    if (recipe == recipe_)
        return;
    undoStack_.push(new RecipeCommand(this, recipe, gesture, name));
}

void EditedRecipe::apply(const Recipe& recipe)
{
    if (recipe == recipe_)
        return;
    recipe_ = recipe;
    Q_EMIT edited();
}

} // namespace autochrome
