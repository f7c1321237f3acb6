#pragma once

#include "ui/training/run/run_state.h"

#include <QMap>
#include <QWidget>
#include <optional>
#include <string>
#include <vector>

class QBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace autochrome::inline learn {
struct LossRow;
} // namespace autochrome::inline learn

namespace autochrome {

class AwakeBox;
class LossChart;
class RunControl;
class RunFigures;
class RunNotice;
class RunWatcher;
class SampleViewer;
class SleepInhibitor;

/// A training while it runs, and after: how far it is, its figures, curves and pictures; pause, go
/// on, stop and keep. It follows the run's folder, so that it does not matter who started the
/// training, nor whether this window was there all the time.
class RunPage : public QWidget
{
    Q_OBJECT

public:
    explicit RunPage(QWidget* parent = nullptr);
    /// With another way to keep the computer awake, for tests.
    /// @param inhibitor  becomes a child of this
    explicit RunPage(SleepInhibitor* inhibitor, QWidget* parent = nullptr);

    /// Watches the training in this folder; an empty name watches none. What was watched before
    /// goes on undisturbed.
    void setFolder(const QString& folder);
    QString folder() const;

    /// Starts a trainer in a folder and watches it.
    /// @param arguments  of `autochrome-cli train`, --out with this folder among them
    void start(const std::vector<std::string>& arguments, const QString& folder);

    bool isRunning() const; ///< or is just being started
    const RunState& state() const;

    QLabel* name() const { return name_; }
    QLabel* phase() const { return phase_; }
    QLabel* timeLeft() const { return timeLeft_; }
    QProgressBar* bar() const { return bar_; }
    QPushButton* pauseButton() const { return pause_; }
    QPushButton* goOnButton() const { return goOn_; }
    QPushButton* keepButton() const { return keep_; }
    RunNotice* notice() const { return notice_; }
    AwakeBox* awake() const { return awake_; }
    RunFigures* figures() const { return figures_; }
    LossChart* chart() const { return chart_; }
    SampleViewer* samples() const { return samples_; }

Q_SIGNALS:
    /// There is a model to look at: the training came to its end, or the person stopped and kept
    /// it.
    void ended(const QString& folder);
    /// Too little memory: the set-up should offer this many photos at a time.
    void smallerBatchWanted(int batch);
    void runningChanged(bool running);
    void problem(const QString& sentence, const QString& detail);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void connectParts();
    void onRows(const std::vector<LossRow>& rows, bool isReset);
    void refresh();
    void showButtons();
    QString stageText() const;

    RunWatcher* watcher_;
    RunControl* control_;
    QMap<qint64, double> gains_; ///< of the validations, by step
    bool wasRunning_ = false;

    QLabel* name_;
    QLabel* phase_;
    QProgressBar* bar_;
    QLabel* timeLeft_;
    QPushButton* pause_;
    QPushButton* goOn_;
    QPushButton* keep_;
    RunNotice* notice_;
    AwakeBox* awake_;
    QWidget* body_; ///< hidden while there is nothing to show
    QBoxLayout* columns_;
    RunFigures* figures_;
    LossChart* chart_;
    SampleViewer* samples_;
};

} // namespace autochrome
