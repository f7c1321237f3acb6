#include "ui/window/edit_actions.h"

#include "ui/document/colorizer_service.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/tools/adjust_panel.h"
#include "ui/tools/colour_section.h"
#include "ui/tools/slider_row.h"
#include "ui/tools/tone_section.h"
#include "ui/window/actions.h"

#include <algorithm>
#include <tuple>

namespace autochrome {

namespace {

constexpr double strengthStep = 0.1;

} // namespace

EditActions::EditActions(const Actions& actions, PhotoSession* session,
                         const ColorizerService* service, AdjustPanel* panel, QObject* parent)
    : QObject(parent), actions_(actions), session_(session), service_(service)
{
    connectActions();
    connectTurns();
    panel->useResetAction(actions_[Command::Reset]);
    connect(panel->colour(), &ColourSection::edited, this, &EditActions::changeParameter);
    connect(panel->tone(), &ToneSection::edited, this, &EditActions::changeParameter);
    connect(panel->detail(), &StageSection::edited, this, &EditActions::changeParameter);
}

void EditActions::changeParameter(const QString& key, const ParameterValue& value, int gesture)
{
    const RecipeParameter& parameter = recipeParameter(key.toStdString());
    edit([&](Recipe& recipe) { parameter.set(recipe, value); }, gesture);
}

void EditActions::connectActions()
{
    auto on = [this](Command command, auto what) {
        connect(actions_[command], &QAction::triggered, this, what);
    };
    on(Command::Undo, [this] { session_->shown()->undoStack()->undo(); });
    on(Command::Redo, [this] { session_->shown()->undoStack()->redo(); });
    on(Command::Colourise, [this] { session_->shown()->colour(); });
    on(Command::Stronger, [this] { changeStrength(strengthStep); });
    on(Command::Weaker, [this] { changeStrength(-strengthStep); });
    on(Command::KeepTint, [this](bool keep) {
        edit([keep](Recipe& recipe) {
            recipe.finish.tint = keep ? TintHandling::Keep : TintHandling::Drop;
        });
    });
    on(Command::Reset,
       [this] { edit([](Recipe& recipe) { recipe = Recipe(); }, -1, tr("reset")); });
}

void EditActions::connectTurns()
{
    const std::tuple<Command, QString, GeometrySettings (*)(const GeometrySettings&)> turns[] = {
        {Command::RotateLeft, tr("rotate left"), [](const auto& now) { return now.rotatedBy(-1); }},
        {Command::RotateRight, tr("rotate right"),
         [](const auto& now) { return now.rotatedBy(1); }},
        {Command::FlipHorizontally, tr("flip horizontally"),
         [](const auto& now) { return now.flippedHorizontally(); }},
        {Command::FlipVertically, tr("flip vertically"),
         [](const auto& now) { return now.flippedVertically(); }}};
    for (const auto& [command, name, turned] : turns)
        connect(actions_[command], &QAction::triggered, this, [this, name = name, turned = turned] {
            edit([turned](Recipe& recipe) { recipe.geometry = turned(recipe.geometry); }, -1, name);
        });
}

void EditActions::edit(const std::function<void(Recipe&)>& change, int gesture, const QString& name)
{
    PhotoDocument* document = session_->shown();
    if (!document)
        return;
    Recipe recipe = document->recipe();
    change(recipe);
    document->edit(recipe, gesture, name);
}

void EditActions::changeStrength(double by)
{
    edit([by](Recipe& recipe) {
        recipe.finish.strength = std::clamp(recipe.finish.strength + by, 0.0, 2.0);
    });
}

void EditActions::refresh()
{
    const PhotoDocument* document = session_->shown();
    const bool read = document != nullptr;
    auto enable = [this](bool on, std::initializer_list<Command> commands) {
        for (Command command : commands)
            actions_[command]->setEnabled(on);
    };
    enable(read, {Command::KeepTint, Command::RotateLeft, Command::RotateRight,
                  Command::FlipHorizontally, Command::FlipVertically});
    enable(read && service_->colorizer() && !document->work(), {Command::Colourise});
    enable(read && document->recipe() != Recipe(), {Command::Reset});
    enable(read && document->recipe().finish.strength < 2, {Command::Stronger});
    enable(read && document->recipe().finish.strength > 0, {Command::Weaker});
    actions_[Command::KeepTint]->setChecked(read &&
                                            document->recipe().finish.tint == TintHandling::Keep);
    refreshUndo();
}

void EditActions::refreshUndo()
{
    PhotoDocument* document = session_->shown();
    QUndoStack* undo = document ? document->undoStack() : nullptr;
    QAction* undoAction = actions_[Command::Undo];
    QAction* redoAction = actions_[Command::Redo];
    undoAction->setEnabled(undo && undo->canUndo());
    redoAction->setEnabled(undo && undo->canRedo());
    undoAction->setText(undoAction->isEnabled() ? tr("&Undo: %1").arg(undo->undoText())
                                                : tr("&Undo"));
    redoAction->setText(redoAction->isEnabled() ? tr("&Redo: %1").arg(undo->redoText())
                                                : tr("&Redo"));
}

} // namespace autochrome
