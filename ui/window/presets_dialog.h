#pragma once

#include "core/edit/recipe_presets.h"

#include <QDialog>
#include <optional>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace autochrome {

/// The person's named settings: applied to the photo, kept from it, renamed, deleted. Stays open;
/// does not block the window.
class PresetsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit PresetsDialog(RecipePresets presets, QWidget* parent = nullptr);

    /// The settings that can be kept; none: no photo is open.
    void setShown(const std::optional<Recipe>& recipe);

    QListWidget* list() const { return list_; }
    QLineEdit* name() const { return name_; } ///< for keeping and renaming
    QPushButton* applyButton() const { return apply_; }
    QPushButton* saveButton() const { return save_; }
    QPushButton* renameButton() const { return rename_; }
    QPushButton* deleteButton() const { return delete_; }
    QPushButton* restoreButton() const { return restore_; } ///< what was deleted last
    QLabel* message() const { return message_; }

Q_SIGNALS:
    void applied(const QString& name, const autochrome::Recipe& recipe);
    void changed();

private:
    void build();
    void fill(const QString& chosen = {});
    void check();
    void apply();
    void save();
    void rename();
    void remove();
    void restore();
    void tell(const QString& sentence);
    /// Tells why something failed; whether it did not.
    bool succeeded(const Result<void>& result);
    QString chosen() const;
    QString typed() const;

    RecipePresets presets_;
    std::vector<RecipePreset> known_;
    std::optional<Recipe> shown_;
    std::optional<RecipePreset> deleted_;
    QListWidget* list_;
    QLineEdit* name_;
    QPushButton* apply_;
    QPushButton* save_;
    QPushButton* rename_;
    QPushButton* delete_;
    QPushButton* restore_;
    QLabel* message_;
};

} // namespace autochrome
