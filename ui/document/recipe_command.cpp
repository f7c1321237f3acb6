#include "ui/document/recipe_command.h"

#include "core/edit/recipe_parameters.h"
#include "ui/document/edited_recipe.h"
#include "ui/tools/parameter_editor.h"

#include <QCoreApplication>

namespace autochrome {

RecipeCommand::RecipeCommand(EditedRecipe* recipe, const Recipe& after, int gesture,
                             const QString& name)
    : QUndoCommand(name), recipe_(recipe), before_(recipe->now()), after_(after), gesture_(gesture)
{
    const std::vector<RecipeParameter>& table = recipeParameters();
    const RecipeParameter* changed = nullptr;
    for (const RecipeParameter& parameter : table) {
        if (parameter.of(before_) == parameter.of(after_))
            continue;
        if (changed) { // several: a step of its own
            if (name.isEmpty())
                setText(QCoreApplication::translate("RecipeCommand", "settings"));
            return;
        }
        changed = &parameter;
    }
    if (!changed)
        return;
    id_ = int(changed - table.data());
    if (name.isEmpty())
        setText(wordsOf(changed->row.name));
}

void RecipeCommand::undo()
{
    recipe_->apply(before_);
}

void RecipeCommand::redo()
{
    recipe_->apply(after_);
}

bool RecipeCommand::mergeWith(const QUndoCommand* next)
{
    const auto* other = static_cast<const RecipeCommand*>(next); // same id(), so same class
    if (gesture_ < 0 || other->gesture_ != gesture_)
        return false;
    after_ = other->after_;
    setObsolete(before_ == after_);
    return true;
}

} // namespace autochrome
