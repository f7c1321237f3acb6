#include "ui/window/recipe_actions.h"

#include "core/base/text.h"
#include "core/edit/recipe_order.h"
#include "core/edit/shipped_presets.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/document/recipe_keeper.h"
#include "ui/widgets/icon_theme.h"
#include "ui/widgets/row_text.h"
#include "ui/window/actions.h"
#include "ui/window/film_strip.h"
#include "ui/window/presets_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

namespace autochrome {

namespace {

const QString mimeType = QStringLiteral("application/x-autochrome-recipe");

} // namespace

RecipeActions::RecipeActions(const Actions& actions, PhotoSession* session, FilmStrip* strip,
                             RecipeKeeper* keeper, QWidget* window)
    : QObject(window),
      actions_(actions),
      session_(session),
      strip_(strip),
      keeper_(keeper),
      window_(window),
      presetMenu_(new QMenu(tr("Apply pr&eset"), window))
{
    presetMenu_->setToolTipsVisible(true);
    auto on = [&](Command command, auto what) {
        connect(actions_[command], &QAction::triggered, this, what);
    };
    on(Command::CopySettings, [this] { copy(); });
    on(Command::PasteSettings, [this] { paste(); });
    on(Command::ApplyToAll, [this] { applyToAll(); });
    on(Command::Presets, [this] { showPresets(); });
    connect(presetMenu_, &QMenu::aboutToShow, this, &RecipeActions::fillPresetMenu);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &RecipeActions::refresh);
    connect(session, &PhotoSession::shownChanged, this, &RecipeActions::refresh);
    connect(session, &PhotoSession::added, this, &RecipeActions::refresh);
    connect(session, &PhotoSession::removed, this, &RecipeActions::refresh);
    refresh();
}

PresetsDialog* RecipeActions::presetsDialog() const
{
    return dialog_;
}

void RecipeActions::refresh()
{
    const PhotoDocument* shown = session_->shown();
    actions_[Command::CopySettings]->setEnabled(shown);
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    actions_[Command::PasteSettings]->setEnabled(shown && data && data->hasFormat(mimeType));
    actions_[Command::ApplyToAll]->setEnabled(shown && session_->documents().size() > 1);
    if (dialog_)
        dialog_->setShown(shown ? std::optional(shown->recipe()) : std::nullopt);
}

void RecipeActions::copy()
{
    Recipe recipe = session_->shown()->recipe();
    recipe.repair.mask = {}; // of this photo alone
    const QByteArray json = QByteArray::fromStdString(recipe.toJson());
    auto* data = new QMimeData;
    data->setData(mimeType, json);
    data->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(data);
}

std::optional<Recipe> RecipeActions::copied()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (!data || !data->hasFormat(mimeType))
        return std::nullopt;
    const auto recipe = Recipe::fromJson(data->data(mimeType).toStdString());
    return recipe ? std::optional(*recipe) : std::nullopt;
}

/// Those that are selected in the strip, if it has several of them; else the one that is shown.
QVector<PhotoDocument*> RecipeActions::chosenPhotos() const
{
    const QVector<PhotoDocument*> selected = strip_->selectedPhotos();
    return selected.size() > 1 ? selected : QVector<PhotoDocument*>{session_->shown()};
}

void RecipeActions::paste()
{
    if (const auto recipe = copied())
        give(*recipe, chosenPhotos(), tr("pasted settings"));
}

void RecipeActions::applyToAll()
{
    give(session_->shown()->recipe(), session_->documents(), tr("settings of another photo"));
}

void RecipeActions::give(const Recipe& recipe, const QVector<PhotoDocument*>& documents,
                         const QString& name)
{
    keeper_->change(
        documents,
        [recipe](const Recipe& now) {
            Recipe given = recipe;
            given.geometry = now.geometry;       // how a photo lies is its own, …
            given.repair.mask = now.repair.mask; // … and so is its damage
            return given;
        },
        name);
}

void RecipeActions::applyPreset(const QString& name, const Recipe& recipe)
{
    if (session_->shown())
        give(recipe, chosenPhotos(), tr("preset “%1”").arg(name));
}

// Only what matters to it; the rest stays.
void RecipeActions::applyShipped(const QString& name, const ShippedPreset& preset)
{
    if (session_->shown())
        keeper_->change(
            chosenPhotos(),
            [&preset](const Recipe& now) { return withNamed(now, preset.recipe, preset.keys); },
            tr("preset “%1”").arg(name));
}

void RecipeActions::showPresets()
{
    if (!dialog_) {
        dialog_ = new PresetsDialog(RecipePresets::ofPerson(), window_);
        connect(dialog_, &PresetsDialog::applied, this, &RecipeActions::applyPreset);
    }
    refresh();
    dialog_->show();
    dialog_->raise();
    dialog_->activateWindow();
}

void RecipeActions::fillPresetMenu()
{
    presetMenu_->clear();
    const auto presets = RecipePresets::ofPerson().all();
    for (const RecipePreset& preset : presets.value_or(std::vector<RecipePreset>())) {
        const QString name = QString::fromStdString(preset.name);
        QAction* action = presetMenu_->addAction(
            shortenedName(name).replace(u'&', QStringLiteral("&&")), this,
            [this, name, recipe = preset.recipe] { applyPreset(name, recipe); });
        action->setEnabled(session_->shown());
    }
    presetMenu_->addSeparator();
    for (const ShippedPreset& shipped : shippedPresets()) {
        const QString name = QString::fromStdString(inWords(text(shipped.name)));
        QAction* action = presetMenu_->addAction(
            name, this, [this, name, &shipped] { applyShipped(name, shipped); });
        action->setToolTip(QString::fromStdString(inWords(text(shipped.purpose))));
        action->setStatusTip(action->toolTip());
        action->setEnabled(session_->shown());
    }
    presetMenu_->addSeparator();
    presetMenu_->addAction(actions_[Command::Presets]);
}

} // namespace autochrome
