#pragma once

#include "ui/training/data/training_lists.h"
#include "ui/training/setup/set_up_check.h"
#include "ui/training/setup/training_order.h"

#include <QStringList>
#include <QThreadPool>
#include <QWidget>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

class QLabel;
class QPushButton;

namespace autochrome {

class EstimateView;
class OrderForm;
class SettingsForm;
class SetUpChecker;
class SetUpMemory;
class StartChoice;
class TrainingMeasure;

/// How the next training is to be: its name, what it starts from, every value, what it will take,
/// and the button that starts it. Remembers the choices in the settings file. Best inside a
/// QScrollArea.
class SetUpPage : public QWidget
{
    Q_OBJECT

public:
    /// @param draft  what is chosen here goes there, and is taken from there
    explicit SetUpPage(TrainingDraft* draft, QWidget* parent = nullptr);
    ~SetUpPage() override;

    QString modelName() const;
    void setModelName(const QString& name);

    /// Everything that is chosen here.
    TrainingOrder order() const;
    /// What startTrainer() takes for a run in `folder`, once writeOrder() wrote there.
    std::vector<std::string> arguments(const TrainingLists& lists,
                                       const std::filesystem::path& folder) const;
    /// Writes the file of settings into the folder of a run, which is made. Errors: WriteFailed,
    /// DiskFull.
    Result<void> writeOrder(const std::filesystem::path& folder) const;

    /// Why a training cannot be started now; empty if it can.
    QString obstacle() const;

    SettingsForm* form() const;
    StartChoice* startChoice() const;
    EstimateView* estimateView() const { return estimate_; }
    QPushButton* startButton() const { return startButton_; }

public Q_SLOTS:
    /// The photos that were chosen.
    void setLists(const autochrome::TrainingLists& lists);
    /// Where the run of this name would be.
    void setFolder(const std::filesystem::path& folder);
    void setStartModel(const QString& model); ///< by name or file
    /// After a training ran out of memory: offers a batch of so many photos.
    void offerSmallerBatch(int photos);
    void refreshModels(); ///< looks at the library again, encoders included
    void recheck();       ///< looks again at what is in the way

Q_SIGNALS:
    void startRequested();
    void modelNameChanged(const QString& name);
    void settingsChanged();
    void problem(const QString& sentence, const QString& detail);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectParts();
    void lookAround();
    void onChange(); ///< of anything that what it takes depends on
    SetUpQuestion question() const;
    void showCheck();
    void showObstacle();
    void measure();
    void stopMeasuring();
    void apply(const SetUpProblem& problem);
    void start();

    OrderForm* order_;
    EstimateView* estimate_;
    QPushButton* startButton_;
    QLabel* obstacle_;
    SetUpMemory* memory_;
    SetUpChecker* checker_;
    TrainingMeasure* measure_;

    TrainingLists lists_{};
    std::filesystem::path folder_;
    QStringList modelNames_;
    int offeredBatch_ = 0;
    std::optional<TrainingEstimate> measured_; ///< of what is chosen now
    QThreadPool pool_; ///< last: its destructor waits for what works with the rest
};

} // namespace autochrome
