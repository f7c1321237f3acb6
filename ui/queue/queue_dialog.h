#pragma once

#include "core/base/progress.h"
#include "ui/queue/queue_request.h"

#include <QDialog>
#include <QStringList>
#include <QThreadPool>
#include <memory>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace autochrome {

/// What is to be done with photos and folders that were dropped on the queue: where the results go,
/// what they are called, which photos are left out. Walks through the folders in the background
/// while the person chooses; does not block the window.
class QueueDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param paths  photos and folders; more can be added in the dialog, by buttons and by
    /// dropping
    /// @param shown  recipe of the photo that is open, offered as theirs
    QueueDialog(const QStringList& paths, const std::optional<Recipe>& shown,
                QWidget* parent = nullptr);
    ~QueueDialog() override;

    QueueRequest request() const;
    void addPaths(const QStringList& paths);

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
    QLabel* example() const { return example_; } ///< what a result will be called
    QLabel* found() const { return found_; }     ///< how many photos there are
    QLabel* problem() const { return problem_; } ///< why it cannot be added like this
    QPushButton* addButton() const { return add_; }
    QPushButton* startButton() const { return start_; }

Q_SIGNALS:
    void requested(const autochrome::QueueRequest& request);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Walk;
    void build();
    void restore();
    void remember(const BatchSettings& settings) const;
    void walk();
    void onWalked(const std::shared_ptr<Walk>& walk);
    void check();
    void askForPhotos();
    void askForFolder();
    void finish(bool start);
    void browse();
    BatchSettings settings() const;
    QString exampleName(const BatchSettings& settings) const;

    QStringList paths_;
    std::optional<Recipe> shown_;
    std::shared_ptr<Walk> walk_;
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
    QLabel* problem_;
    QPushButton* add_;
    QPushButton* start_;
    QThreadPool pool_; ///< last: its thread ends before the rest goes
};

} // namespace autochrome
