#pragma once

#include "core/queue/batch_settings.h"
#include "core/queue/intake/photo_walk.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace autochrome {

class Form;

/// How photos of the queue are to be worked on, as a form: which of them, where the results go,
/// what they are called and what they are like. Begins with the choices of last time.
class QueueChoices : public QWidget
{
    Q_OBJECT

public:
    /// @param shown  recipe of the photo that is open, offered as theirs
    explicit QueueChoices(const std::optional<Recipe>& shown, QWidget* parent = nullptr);

    BatchSettings settings() const;
    WalkFilter filter() const; ///< which photos of the folders are taken
    /// For the next time.
    void remember(const BatchSettings& settings) const;

    /// Results beside the photos are not wanted this time.
    void preferFolder(const QString& folder);
    void setExample(const QString& name); ///< what a result will be called; empty: not known

    QPushButton* photosButton() const { return photos_; }  ///< adds photos
    QPushButton* folderButton() const { return folders_; } ///< adds a folder of them
    QComboBox* destination() const { return destination_; }
    QLineEdit* folder() const { return folder_; }
    QLineEdit* nameTemplate() const { return template_; }
    QComboBox* collision() const { return collision_; }
    QComboBox* format() const { return format_; }
    QCheckBox* subfolders() const { return subfolders_; }
    QCheckBox* watch() const { return watch_; }
    QCheckBox* keepTimes() const { return keepTimes_; }
    QComboBox* type() const { return type_; }
    QLabel* example() const { return example_; }
    QLabel* found() const { return found_; } ///< how many photos there are

Q_SIGNALS:
    void changed();
    void filterChanged();

private:
    void fillLists();
    void setUpParts();
    void build();
    void addRowsOfPhotos(Form* form);
    void addRowsOfResults(Form* form);
    void restore();
    void connectParts();
    void showWhatApplies();
    void browse();

    std::optional<Recipe> shown_;
    QPushButton* photos_;
    QPushButton* folders_;
    QComboBox* destination_;
    QLineEdit* folder_;
    QPushButton* browse_;
    QLineEdit* template_;
    QLabel* example_;
    QComboBox* collision_;
    QComboBox* format_;
    QLabel* qualityLabel_;
    QSpinBox* quality_;
    QComboBox* recipe_;
    QComboBox* type_;
    QSpinBox* smallest_;
    QCheckBox* subfolders_;
    QCheckBox* skipColoured_;
    QCheckBox* skipOwn_;
    QCheckBox* ownRecipes_;
    QCheckBox* keepTimes_;
    QCheckBox* watch_;
    QLabel* found_;
};

} // namespace autochrome
