#include "ui/window/queue_actions.h"

#include "ui/queue/batch_panel.h"
#include "ui/queue/batch_service.h"
#include "ui/queue/job_table.h"
#include "ui/queue/job_table_model.h"
#include "ui/window/actions.h"

#include <algorithm>
#include <utility>

namespace autochrome {

QueueActions::QueueActions(Actions& actions, BatchService* service, BatchPanel* panel,
                           QObject* parent)
    : QObject(parent), actions_(actions), service_(service), panel_(panel)
{
    auto on = [this](Command command, auto what) {
        connect(actions_[command], &QAction::triggered, this, what);
    };
    on(Command::BatchStop, [service] { service->stopAfterCurrent(); });
    on(Command::BatchStopNow, [service] { service->stopNow(); });
    const auto onSelected = [&on, panel](Command command,
                                         void (QueueEdits::*what)(const QueueEdits::Jobs&)) {
        on(command, [panel, what] { (panel->edits().*what)(panel->table()->selectedJobs()); });
    };
    onSelected(Command::BatchPause, &QueueEdits::pause);
    onSelected(Command::BatchResume, &QueueEdits::resume);
    onSelected(Command::BatchCancel, &QueueEdits::cancel);
    onSelected(Command::BatchRetry, &QueueEdits::retry);
    const std::pair<Command, JobMove> moves[] = {{Command::BatchFirst, JobMove::First},
                                                 {Command::BatchUp, JobMove::Up},
                                                 {Command::BatchDown, JobMove::Down},
                                                 {Command::BatchLast, JobMove::Last}};
    for (const auto& [command, where] : moves)
        on(command,
           [panel, where = where] { panel->edits().move(panel->table()->selectedJobs(), where); });
    on(Command::BatchPrefer, [panel] { panel->edits().prefer(panel->currentBatch()); });
    on(Command::BatchRetryFailed, [panel] { panel->edits().retryFailed(panel->listedBatch()); });
    on(Command::BatchClear, [panel] { panel->edits().clearEnded(panel->listedBatch()); });
    offerInPanel();
    connect(panel, &BatchPanel::stateChanged, this, &QueueActions::refresh);
    connect(panel->model(), &JobTableModel::countsChanged, this, &QueueActions::refresh);
}

void QueueActions::offerInPanel()
{
    auto list = [this](std::initializer_list<Command> commands) {
        QList<QAction*> chosen;
        for (const Command command : commands)
            chosen << actions_[command];
        return chosen;
    };
    panel_->useActions(
        list({Command::BatchAdd, Command::BatchStart, Command::BatchStop, Command::BatchReport}),
        list({Command::BatchPause, Command::BatchResume, Command::BatchCancel, Command::BatchRetry,
              Command::BatchFirst, Command::BatchUp, Command::BatchDown, Command::BatchLast}));
}

// What cannot be done now says why.
void QueueActions::refresh()
{
    using Activity = BatchService::Activity;
    const Activity activity = service_->activity();
    const JobTableModel* model = panel_->model();
    const bool running = activity == Activity::Running || activity == Activity::Stopping;
    const auto usable = [this](bool can, Command command, const QString& whyNot) {
        actions_.setUsable(command, can ? QString() : whyNot);
    };
    usable(activity == Activity::Idle && model->count(JobState::Waiting) > 0, Command::BatchStart,
           running                           ? tr("The queue is being worked on already.")
           : activity == Activity::Elsewhere ? tr("Another program is working on the queue.")
                                             : tr("No photo waits in the queue."));
    const QString still = tr("The queue is not being worked on.");
    usable(activity == Activity::Running, Command::BatchStop,
           running ? tr("The queue is finishing the photos in progress.") : still);
    usable(running, Command::BatchStopNow, still);

    const QSet<JobState> selected =
        panel_->isVisible() ? panel_->table()->selectedStates() : QSet<JobState>();
    const auto usableFor = [&](Command command, std::initializer_list<JobState> states,
                               const QString& whyNot) {
        const bool can = std::any_of(states.begin(), states.end(),
                                     [&](JobState state) { return selected.contains(state); });
        usable(can, command, selected.isEmpty() ? tr("Select photos of the queue first.") : whyNot);
    };
    usableFor(Command::BatchPause, {JobState::Waiting}, tr("None of the selected photos waits."));
    usableFor(Command::BatchResume, {JobState::Paused, JobState::Cancelled},
              tr("None of the selected photos is held back or cancelled."));
    usableFor(Command::BatchCancel, {JobState::Waiting, JobState::Paused, JobState::Running},
              tr("The selected photos have ended."));
    usableFor(Command::BatchRetry, {JobState::Failed, JobState::Cancelled, JobState::Skipped},
              tr("None of the selected photos has failed or was skipped or cancelled."));
    for (const Command move :
         {Command::BatchFirst, Command::BatchUp, Command::BatchDown, Command::BatchLast})
        usable(!selected.isEmpty(), move, tr("Select photos of the queue first."));

    const QString chooseGroup =
        tr("Choose a group in the queue's list of groups, or one of its photos, first.");
    const bool hasGroup = panel_->isVisible() && panel_->currentBatch() != 0;
    usable(hasGroup && service_->batches().size() > 1, Command::BatchPrefer,
           service_->batches().size() > 1 ? chooseGroup
                                          : tr("There is no other group in the queue."));
    usable(model->count(JobState::Failed) > 0, Command::BatchRetryFailed,
           tr("No photo of the queue has failed."));
    usable(hasGroup, Command::BatchReport,
           model->total() == 0 ? tr("The queue is empty.") : chooseGroup);
    usable(panel_->hasEndedBatch(), Command::BatchClear,
           model->total() == 0 ? tr("The queue is empty.")
                               : tr("Every group has photos that have not ended."));
}

} // namespace autochrome
