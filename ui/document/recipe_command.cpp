#include "ui/document/recipe_command.h"

#include "ui/document/photo_document.h"

#include <QCoreApplication>

namespace autochrome {

namespace {

QString nameOf(RecipeCommand::Kind kind)
{
    switch (kind) {
    case RecipeCommand::Kind::Strength:
        return QCoreApplication::translate("RecipeCommand", "amount");
    case RecipeCommand::Kind::Temperature:
        return QCoreApplication::translate("RecipeCommand", "boldness");
    case RecipeCommand::Kind::Tint:
        return QCoreApplication::translate("RecipeCommand", "tint of the scan");
    case RecipeCommand::Kind::Effort:
        return QCoreApplication::translate("RecipeCommand", "effort");
    case RecipeCommand::Kind::Size:
        return QCoreApplication::translate("RecipeCommand", "network size");
    case RecipeCommand::Kind::Geometry:
    case RecipeCommand::Kind::All:
        break;
    }
    return QCoreApplication::translate("RecipeCommand", "reset");
}

} // namespace

RecipeCommand::RecipeCommand(PhotoDocument* document, Kind kind, const Recipe& after, int gesture,
                             const QString& name)
    : QUndoCommand(name.isEmpty() ? nameOf(kind) : name),
      document_(document),
      kind_(kind),
      before_(document->recipe()),
      after_(after),
      gesture_(gesture)
{
}

void RecipeCommand::undo()
{
    document_->applyRecipe(before_);
}

void RecipeCommand::redo()
{
    document_->applyRecipe(after_);
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
