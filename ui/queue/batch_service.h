#pragma once

#include "core/queue/intake/watched_batches.h"
#include "core/queue/journal/journal_thread.h"
#include "core/queue/run/batch_runner.h"
#include "core/queue/run/run_files.h"
#include "core/queue/run/time_left.h"
#include "ui/queue/job_row.h"
#include "ui/queue/queue_request.h"
#include "ui/widgets/background.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace autochrome {

/// The queue as the window has it: looks into the journal without ever waiting for the disk, works
/// on the photos on threads of its own, and sees what other programs do to the same queue.
class BatchService : public QObject
{
    Q_OBJECT

public:
    enum class Activity {
        Idle,
        Running,
        Stopping, ///< what is on its way ends, nothing more is begun
        Elsewhere ///< another process works on the queue
    };

    /// @param open  the photos that the window has open, which no result may replace; null: none
    explicit BatchService(std::shared_ptr<const Originals> open = nullptr,
                          QObject* parent = nullptr);
    /// Stops what is being worked on and waits for it; those photos wait in the queue again. What
    /// was added is in the journal, even if that was not open yet.
    ~BatchService() override;

    /// Opens the journal at Journal::defaultPath(), in the background; does nothing if it is open.
    /// What is there arrives by loaded().
    void open();
    /// Whether there is a journal at all: nobody who never had a queue gets a file.
    static bool exists();

    const std::vector<Batch>& batches() const { return batches_; }
    const Batch* batch(BatchId id) const;
    Activity activity() const;

    /// Changes the journal in the background and looks at it anew. A failure is told by failed().
    void change(std::function<Result<void>(Journal&)> what);
    /// Reads from the journal in the background; `done` runs on this thread.
    template <class Read, class Done>
    void read(Read what, Done done)
    {
        withJournal([this, what, done](JournalThread& journal) {
            journal.ask([this, what, done](Journal& j) {
                QMetaObject::invokeMethod(
                    this, [done, answer = what(j)] { done(answer); }, Qt::QueuedConnection);
            });
        });
    }
    /// Runs `work` on a thread of its own, apart from the journal; `done` runs on this one.
    template <class Work, class Done>
    void inBackground(Work work, Done done)
    {
        runInBackground(&pool_, this, std::move(work), std::move(done));
    }
    /// Adds a batch and, if that is wanted, works on the queue from now on.
    void add(const QueueRequest& request, const QString& device);

    /// Works on the queue until nothing waits. @param device  as RunSettings::device
    void start(const QString& device);
    void stopAfterCurrent();
    void stopNow(); ///< what is being worked on waits again

    /// Whether a file is one of the open photos, or of those in the queue as last seen.
    bool isOriginal(const std::filesystem::path& path) const;
    /// The same for a result that is about to be written, by the queue as it is then; to be asked
    /// on another thread, also when this service is gone.
    RunFiles::IsOriginal originals() const;

    /// "about 12 min left"; empty if nothing runs or nothing is known.
    QString timeLeft(qint64 waiting) const;
    /// Journals other than the person's own, for tests.
    void setPath(const std::filesystem::path& path) { path_ = path; }

Q_SIGNALS:
    /// The queue as it is on disk now, in its order.
    void loaded(const std::vector<autochrome::JobRow>& rows);
    void stageChanged(autochrome::JobId job, autochrome::JobStage stage);
    void ended(autochrome::JobId job, const autochrome::PhotoOutcome& outcome);
    void activityChanged();
    void failed(const autochrome::Error& error);
    /// A run has ended by itself (not by stopNow()).
    void finished(const autochrome::RunSummary& summary);

private:
    struct Event
    {
        JobId job = 0;
        JobStage stage = JobStage::None;
        std::optional<PhotoOutcome> outcome;
    };
    struct Snapshot
    {
        std::vector<Batch> batches;
        std::vector<JobRow> rows;
        std::int64_t version = 0;
    };

    void withJournal(std::function<void(JournalThread&)> what);
    void onOpened(Result<Journal> journal);
    void reload();
    void lookAround();
    void lookIntoFolders();
    void tell(Event event);
    void deliver();
    void onRunEnded(const Result<RunSummary>& summary);
    static Result<Snapshot> takeSnapshot(Journal& journal, RunFiles& files);

    std::filesystem::path path_;
    RunFiles::IsOriginal isOpen_;
    std::shared_ptr<RunFiles> files_;
    std::shared_ptr<JournalThread> journal_;
    std::vector<std::function<void(JournalThread&)>> waiting_; ///< for the journal to be open
    std::shared_ptr<std::optional<Result<Journal>>> opened_;   ///< by the opener, when it has ended
    bool opening_ = false;
    bool ending_ = false;
    bool loading_ = false;
    bool loadAgain_ = false;
    std::vector<Batch> batches_;
    std::int64_t version_ = 0;
    bool elsewhere_ = false;
    QTimer look_;
    QTimer lookIntoFolders_;
    std::shared_ptr<WatchedBatches> watched_;
    Progress watching_; ///< cancelled when the service ends
    bool isWatching_ = false;
    bool keepGoing_ = false; ///< started, and not stopped since: what is added is worked on

    std::unique_ptr<BatchRunner> runner_;
    std::thread run_;
    std::thread opener_;
    Progress progress_;
    bool running_ = false;
    bool stopping_ = false;
    QString device_;
    TimeLeft timeLeft_;
    std::mutex mutex_;          ///< of events_
    std::vector<Event> events_; ///< from the workers' threads
    QThreadPool pool_;          ///< last: its threads end before the rest goes
};

} // namespace autochrome
