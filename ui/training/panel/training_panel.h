#pragma once

#include <QWidget>

class QTabWidget;

namespace autochrome {

class ComparePage;
class DataPage;
class ModelsPage;
class RunPage;
class SetUpPage;
class TrainingChooser;
class TrainingDraft;
class TrainingStarter;

/// All about teaching a model: photos, set-up, the training itself, the comparison, the library.
/// The training runs in a process of its own; this panel finds it again, running or not, and can be
/// closed at any time.
class TrainingPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Page { Photos, SetUp, Run, Compare, Models };

    explicit TrainingPanel(QWidget* parent = nullptr);

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
    /// A training was ordered and has no process of its own yet.
    bool isStarting() const;

Q_SIGNALS:
    void problem(const QString& sentence, const QString& detail);
    void done(const QString& sentence);
    void defaultModelChanged();
    void collectionsChanged(); ///< folders have other models of their own now

private:
    void build();
    void connectPages();
    void connectModels();
    void onDefaultChanged(const QString& sentence);

    TrainingChooser* chooser_;
    QTabWidget* tabs_;
    TrainingDraft* draft_;
    DataPage* data_;
    SetUpPage* setUp_;
    RunPage* run_;
    ComparePage* compare_;
    ModelsPage* models_;
    TrainingStarter* starter_;
};

} // namespace autochrome
