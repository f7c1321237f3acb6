#pragma once

#include "core/edit/recipe.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace autochrome {

/// What a person chooses for one photo, with undo.
class EditedRecipe : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const Recipe& now() const { return recipe_; }
    QUndoStack* undoStack() { return &undoStack_; }

    /// The settings that it begins with; nothing if it was edited already.
    void beginWith(const Recipe& recipe);
    /// Changes it, undoably. @param gesture, name  see RecipeCommand
    void edit(const Recipe& recipe, int gesture = -1, const QString& name = {});
    void apply(const Recipe& recipe); ///< for RecipeCommand

Q_SIGNALS:
    void begun();  ///< with other settings than were there
    void edited(); ///< undone and done again too

private:
    Recipe recipe_;
    QUndoStack undoStack_;
};

} // namespace autochrome
