#pragma once

#include "ui/training/run/loss_tail.h"
#include "ui/training/run/run_state.h"

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <memory>
#include <vector>

namespace autochrome {

/// Follows a training through its folder, about twice a second, whoever started it. Everything is
/// read in the background, and of the table of losses only what is new.
class RunWatcher : public QObject
{
    Q_OBJECT

public:
    explicit RunWatcher(QObject* parent = nullptr);
    ~RunWatcher() override;

    /// Another folder: what was known is dropped (and said to be). An empty one watches nothing.
    void setFolder(const QString& folder);
    QString folder() const { return folder_; }

    const RunState& state() const { return state_; }
    const RunSamples& samples() const { return samples_; }

    /// Looks as soon as it can, e.g. after something was done to the folder.
    void lookNow();

Q_SIGNALS:
    void stateChanged();
    void rowsAppended(const std::vector<LossRow>& rows); ///< those of steps after all before
    void rowsReset(const std::vector<LossRow>& rows);    ///< all there are; the others are void
    void samplesChanged();

private:
    struct Look;
    static Look look(const std::filesystem::path& folder, LossTail& tail);
    void take(Look& look);

    QString folder_;
    RunState state_;
    RunSamples samples_;
    std::shared_ptr<LossTail> tail_; ///< of the worker's, while it looks
    QTimer timer_;
    bool isLooking_ = false;
    bool isWanted_ = false; ///< another look, right after the one that is under way
    int generation_ = 0;    ///< of the folder
    QThreadPool pool_;      ///< last: its thread ends before the rest goes
};

} // namespace autochrome
