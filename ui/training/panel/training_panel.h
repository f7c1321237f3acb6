#pragma once

#include "core/base/error.h"
#include "ui/training/panel/known_trainings.h"

#include <QTemporaryDir>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <vector>

class QComboBox;
class QTabWidget;
class QToolButton;

namespace autochrome {

class ComparePage;
class DataPage;
class ModelsPage;
class RunPage;
class SetUpPage;
class TrainingDraft;

/// All about teaching a model: photos, set-up, the training itself, the comparison, the library.
/// The training runs in a process of its own; this panel finds it again, running or not, and can be
/// closed at any time.
class TrainingPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Photos, SetUp, Run, Compare, Models };

    explicit TrainingPanel(QWidget* parent = nullptr);
    ~TrainingPanel() override;

    /// Shows a training, or what a new one needs for an empty folder.
    void openTraining(const QString& folder);
    void showPage(Page page);
    Page page() const;

    TrainingDraft* draft() const { return draft_; } ///< the values of the next training
    DataPage* data() const { return data_; }
    SetUpPage* setUp() const { return setUp_; }
    RunPage* run() const { return run_; }
    ComparePage* compare() const { return compare_; }
    ModelsPage* models() const { return models_; }
    QComboBox* chooser() const { return chooser_; }
    QToolButton* deleteButton() const { return delete_; }
    /// The list of trainings was read at least once.
    bool isReady() const { return isReady_; }
    /// A training was ordered and has no process of its own yet.
    bool isStarting() const { return isStarting_; }

Q_SIGNALS:
    void problem(const QString& sentence, const QString& detail);
    void done(const QString& sentence);
    void defaultModelChanged();
    void collectionsChanged(); ///< folders have other models of their own now
    void runningChanged(bool running);

private:
    void build();
    void connectPages();
    void readTrainings();
    void take(std::vector<KnownTraining> trainings);
    void showTrainings();
    void writeLists();
    void start();
    void askToDelete();
    void remove(const QString& folder);
    void report(const Error& error);
    QString stageText(const KnownTraining& training) const;

    QThreadPool pool_;
    QTimer lookAgain_;    ///< for trainings that come, go and change state
    QTemporaryDir lists_; ///< of the photos that are chosen now
    std::vector<KnownTraining> trainings_;
    bool isReady_ = false;
    bool isStarting_ = false;
    int listsNumber_ = 0; ///< only the latest lists count

    QComboBox* chooser_;
    QToolButton* delete_;
    QTabWidget* tabs_;
    TrainingDraft* draft_;
    DataPage* data_;
    SetUpPage* setUp_;
    RunPage* run_;
    ComparePage* compare_;
    ModelsPage* models_;
};

} // namespace autochrome
