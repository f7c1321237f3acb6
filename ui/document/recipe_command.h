#pragma once

#include "core/edit/recipe.h"

#include <QUndoCommand>

namespace autochrome {

class EditedRecipe;

/// One undoable change of a photo's recipe. Changes of one gesture (a drag of a slider) merge.
class RecipeCommand : public QUndoCommand
{
public:
    /// @param gesture  equal numbers merge if they change the same one parameter; negative: never
    /// @param name     what it is called within "Undo: %1"; empty: as the parameter that changes
    RecipeCommand(EditedRecipe* recipe, const Recipe& after, int gesture, const QString& name = {});

    void undo() override;
    void redo() override;
    int id() const override { return id_; }
    bool mergeWith(const QUndoCommand* next) override;

private:
    EditedRecipe* recipe_;
    Recipe before_;
    Recipe after_;
    int gesture_;
    int id_ = -1; ///< of the one parameter that changes
};

} // namespace autochrome
