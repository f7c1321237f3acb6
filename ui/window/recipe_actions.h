#pragma once

#include "core/edit/recipe.h"
#include "core/edit/recipe_presets.h"
#include "core/edit/shipped_presets.h"

#include <QObject>
#include <QPointer>
#include <QVector>
#include <optional>

class QMenu;
class QWidget;

namespace autochrome {

class Actions;
class FilmStrip;
class PhotoDocument;
class PhotoSession;
class PresetsDialog;
class RecipeKeeper;

/// Carries settings from one photo to others: by the clipboard, to all open photos, and by presets.
/// How a photo is turned stays its own.
class RecipeActions : public QObject
{
    Q_OBJECT

public:
    /// @param window  parent of the dialog
    RecipeActions(const Actions& actions, PhotoSession* session, FilmStrip* strip,
                  RecipeKeeper* keeper, QWidget* window);

    /// The presets by name, one's own and those that come with the program; filled when it is about
    /// to be shown.
    QMenu* presetMenu() const { return presetMenu_; }
    PresetsDialog* presetsDialog() const; ///< null while it is not open

    /// After the photo that is shown, or its settings, changed.
    void refresh();

private:
    void copy();
    void paste();
    void applyToAll();
    void showPresets();
    void fillPresetMenu();
    void applyPreset(const QString& name, const Recipe& recipe);
    void applyShipped(const QString& name, const ShippedPreset& preset);
    void give(const Recipe& recipe, const QVector<PhotoDocument*>& documents, const QString& name);
    QVector<PhotoDocument*> chosenPhotos() const;
    static std::optional<Recipe> copied();

    const Actions& actions_;
    PhotoSession* session_;
    FilmStrip* strip_;
    RecipeKeeper* keeper_;
    QWidget* window_;
    QMenu* presetMenu_;
    QPointer<PresetsDialog> dialog_;
};

} // namespace autochrome
