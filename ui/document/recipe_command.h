#pragma once

#include "core/edit/recipe.h"

#include <QUndoCommand>

namespace autochrome {

class PhotoDocument;

/// One undoable change of a photo's recipe. Changes of one gesture (a drag of a slider) merge.
class RecipeCommand : public QUndoCommand
{
public:
    /// What was changed; only the same kind merges.
    enum class Kind { Strength = 1, Temperature, Tint, Size, Effort, Geometry, All };

    /// @param gesture  equal numbers merge; negative: never
    /// @param name     what it is called within "Undo: %1"; empty: as its kind
    RecipeCommand(PhotoDocument* document, Kind kind, const Recipe& after, int gesture,
                  const QString& name = {});

    void undo() override;
    void redo() override;
    int id() const override { return int(kind_); }
    bool mergeWith(const QUndoCommand* next) override;

private:
    PhotoDocument* document_;
    Kind kind_;
    Recipe before_;
    Recipe after_;
    int gesture_;
};

} // namespace autochrome
