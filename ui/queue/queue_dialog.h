#pragma once

#include "ui/queue/queue_request.h"

#include <QDialog>
#include <QStringList>
#include <optional>

class QLabel;
class QPushButton;

namespace autochrome {

class PhotoIntake;
class QueueChoices;

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

    QueueRequest request() const;
    void addPaths(const QStringList& paths);

    QueueChoices* choices() const { return choices_; }
    QLabel* problem() const { return problem_; } ///< why it cannot be added like this
    QPushButton* addButton() const { return add_; }
    QPushButton* startButton() const { return start_; }

Q_SIGNALS:
    void requested(const autochrome::QueueRequest& request);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void look();
    void check();
    void askForPhotos();
    void askForFolder();
    void finish(bool start);
    QString exampleName(const BatchSettings& settings) const;

    QStringList paths_;
    QueueChoices* choices_;
    PhotoIntake* intake_;
    QLabel* problem_;
    QPushButton* add_;
    QPushButton* start_;
};

} // namespace autochrome
