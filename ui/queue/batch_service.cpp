#include "ui/queue/batch_service.h"

#include "core/queue/journal/journal_owner.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace autochrome {

namespace {

using namespace std::chrono_literals;

// How often changes by other programs are looked for.
constexpr auto lookInterval = 1500ms;
// How often watched folders are looked into; a photo must have been still for as long.
constexpr auto folderInterval = 5s;
// How often what the workers do is shown.
constexpr auto showInterval = 100;
// Rows are read in parts, so that what the journal knows of all photos is never in memory at once.
constexpr std::int64_t rowsAtOnce = 25000;

} // namespace

BatchService::BatchService(std::shared_ptr<const Originals> open, QObject* parent)
    : QObject(parent),
      path_(Journal::defaultPath()),
      isOpen_([open = std::move(open)](const std::filesystem::path& target,
                                       const std::string& madeFrom) {
          return open && open->protects(target, madeFrom);
      }),
      files_(std::make_shared<RunFiles>(isOpen_))
{
    look_.setInterval(lookInterval);
    connect(&look_, &QTimer::timeout, this, &BatchService::lookAround);
    lookIntoFolders_.setInterval(folderInterval);
    connect(&lookIntoFolders_, &QTimer::timeout, this, &BatchService::lookIntoFolders);
}

BatchService::~BatchService()
{
    ending_ = true;
    stopNow();
    watching_.cancel();
    pool_.waitForDone();
    watched_.reset();
    if (run_.joinable())
        run_.join();
    if (opener_.joinable())
        opener_.join();
    // What was added before the journal was open gets into it.
    if (!waiting_.empty() && opened_ && opened_->has_value() && **opened_)
        journal_ = std::make_shared<JournalThread>(std::move(***opened_));
    if (journal_)
        for (const auto& what : std::exchange(waiting_, {}))
            what(*journal_);
    // The journal's thread ends with its last user; what it still has to deliver finds no receiver.
    runner_.reset();
    journal_.reset();
}

bool BatchService::exists()
{
    std::error_code error;
    return std::filesystem::exists(Journal::defaultPath(), error);
}

void BatchService::open()
{
    if (journal_ || opening_)
        return;
    opening_ = true;
    if (opener_.joinable())
        opener_.join();
    opened_ = std::make_shared<std::optional<Result<Journal>>>();
    opener_ = std::thread([this, path = path_, opened = opened_] {
        opened->emplace(Journal::open(path));
        // On a read-only disk it can at least be looked at.
        if (!**opened && (*opened)->error().code == ErrorCode::WriteFailed)
            if (auto looked = Journal::openToLook(path))
                opened->emplace(std::move(looked));
        QMetaObject::invokeMethod(
            this, [this, opened] { onOpened(std::move(**opened)); }, Qt::QueuedConnection);
    });
}

void BatchService::onOpened(Result<Journal> journal)
{
    opening_ = false;
    if (!journal) {
        waiting_.clear();
        Q_EMIT failed(journal.error());
        return;
    }
    const bool canChange = journal->canChange();
    journal_ = std::make_shared<JournalThread>(std::move(*journal));
    for (const auto& what : std::exchange(waiting_, {}))
        what(*journal_);
    watched_ = std::make_shared<WatchedBatches>(journal_);
    reload();
    look_.start();
    if (canChange)
        lookIntoFolders_.start();
}

// On a thread of its own: a share that answers slowly keeps nobody waiting.
void BatchService::lookIntoFolders()
{
    const bool wanted = std::any_of(batches_.begin(), batches_.end(),
                                    [](const Batch& batch) { return !batch.watched.empty(); });
    if (!wanted || isWatching_)
        return;
    isWatching_ = true;
    inBackground([watched = watched_, progress = watching_] { return watched->look(progress); },
                 [this](const Result<WatchedLook>& look) {
                     isWatching_ = false;
                     if (!look) {
                         Q_EMIT failed(look.error());
                         return;
                     }
                     for (const Error& problem : look->problems)
                         Q_EMIT failed(problem);
                     if (look->added == 0)
                         return;
                     reload();
                     if (keepGoing_)
                         start(device_);
                 });
}

void BatchService::withJournal(std::function<void(JournalThread&)> what)
{
    if (journal_) {
        what(*journal_);
        return;
    }
    waiting_.push_back(std::move(what));
    open();
}

const Batch* BatchService::batch(BatchId id) const
{
    const auto found = std::find_if(batches_.begin(), batches_.end(),
                                    [id](const Batch& batch) { return batch.id == id; });
    return found == batches_.end() ? nullptr : &*found;
}

BatchService::Activity BatchService::activity() const
{
    if (running_)
        return stopping_ ? Activity::Stopping : Activity::Running;
    return elsewhere_ ? Activity::Elsewhere : Activity::Idle;
}

Result<BatchService::Snapshot> BatchService::takeSnapshot(Journal& journal, RunFiles& files)
{
    if (const auto known = files.update(journal); !known)
        return tl::make_unexpected(known.error());
    Snapshot snapshot;
    const auto version = journal.version();
    if (!version)
        return tl::make_unexpected(version.error());
    snapshot.version = *version;
    auto batches = journal.batches();
    if (!batches)
        return tl::make_unexpected(batches.error());
    snapshot.batches = std::move(*batches);
    for (std::int64_t offset = 0;; offset += rowsAtOnce) {
        const auto jobs = journal.jobs({.limit = rowsAtOnce, .offset = offset});
        if (!jobs)
            return tl::make_unexpected(jobs.error());
        for (const Job& job : *jobs)
            snapshot.rows.push_back(rowOf(job));
        if (std::int64_t(jobs->size()) < rowsAtOnce)
            return snapshot;
    }
}

void BatchService::reload()
{
    if (!journal_)
        return;
    if (loading_) {
        loadAgain_ = true;
        return;
    }
    loading_ = true;
    journal_->ask([this, files = files_](Journal& journal) {
        auto snapshot = std::make_shared<Result<Snapshot>>(takeSnapshot(journal, *files));
        QMetaObject::invokeMethod(
            this,
            [this, snapshot] {
                loading_ = false;
                if (!*snapshot) {
                    Q_EMIT failed(snapshot->error());
                    return;
                }
                deliver(); // what happened before the journal was read must not come after it
                version_ = (*snapshot)->version;
                batches_ = std::move((*snapshot)->batches);
                Q_EMIT loaded((*snapshot)->rows);
                if (std::exchange(loadAgain_, false))
                    reload();
            },
            Qt::QueuedConnection);
    });
}

void BatchService::lookAround()
{
    const bool elsewhere = !running_ && hasOwner(path_);
    if (elsewhere != elsewhere_) {
        elsewhere_ = elsewhere;
        Q_EMIT activityChanged();
    }
    read([](Journal& journal) { return journal.version(); },
         [this](const Result<std::int64_t>& version) {
             if (version && *version != version_)
                 reload();
         });
}

void BatchService::change(std::function<Result<void>(Journal&)> what)
{
    read([what = std::move(what)](Journal& journal) { return what(journal); },
         [this](const Result<void>& done) {
             if (!done)
                 Q_EMIT failed(done.error());
             reload();
         });
}

void BatchService::add(const QueueRequest& request, const QString& device)
{
    read(
        [request](Journal& journal) -> Result<void> {
            const auto batch = journal.addBatch(request.name, request.settings);
            if (!batch)
                return tl::make_unexpected(batch.error());
            auto watched = journal.setWatched(*batch, request.watched);
            if (!watched)
                return watched;
            const auto added = journal.addJobs(*batch, request.jobs);
            return added ? Result<void>() : tl::make_unexpected(added.error());
        },
        [this, begin = request.start, device](const Result<void>& done) {
            reload();
            if (!done)
                Q_EMIT failed(done.error());
            else if (begin)
                start(device);
        });
}

void BatchService::start(const QString& device)
{
    device_ = device;
    keepGoing_ = true;
    if (running_)
        return;
    withJournal([this](JournalThread&) {
        if (running_ || ending_)
            return;
        if (run_.joinable())
            run_.join();
        running_ = true;
        stopping_ = false;
        progress_ = Progress();
        timeLeft_ = {};
        RunSettings settings;
        settings.device = device_.isEmpty() ? "auto" : device_.toStdString();
        settings.isOriginal = isOpen_;
        RunListener listener;
        listener.started = [this](const Job& job) { tell({job.id, JobStage::None, {}}); };
        listener.stage = [this](JobId job, JobStage stage) { tell({job, stage, {}}); };
        listener.ended = [this](const Job& job, const PhotoOutcome& outcome) {
            tell({job.id, JobStage::None, outcome});
        };
        runner_ = std::make_unique<BatchRunner>(journal_, settings, listener);
        run_ = std::thread([this, path = path_, progress = progress_] {
            const auto owner = JournalOwner::take(path, "Autochrome");
            const auto summary =
                owner ? runner_->run(progress) : tl::make_unexpected(owner.error());
            QMetaObject::invokeMethod(
                this, [this, summary] { onRunEnded(summary); }, Qt::QueuedConnection);
        });
        Q_EMIT activityChanged();
    });
}

void BatchService::stopAfterCurrent()
{
    keepGoing_ = false;
    if (!running_)
        return;
    stopping_ = true;
    runner_->stopAfterCurrent();
    Q_EMIT activityChanged();
}

void BatchService::stopNow()
{
    keepGoing_ = false;
    if (!running_)
        return;
    stopping_ = true;
    progress_.cancel();
    Q_EMIT activityChanged();
}

void BatchService::onRunEnded(const Result<RunSummary>& summary)
{
    deliver();
    const bool stopped = progress_.isCancelled();
    running_ = false;
    stopping_ = false;
    Q_EMIT activityChanged();
    reload();
    if (!summary)
        Q_EMIT failed(summary.error());
    else if (!stopped)
        Q_EMIT finished(*summary);
}

bool BatchService::isOriginal(const std::filesystem::path& path) const
{
    return files_->isOriginal(path, {});
}

RunFiles::IsOriginal BatchService::originals() const
{
    return [files = files_, journal = journal_](const std::filesystem::path& target,
                                                const std::string& madeFrom) {
        // One that cannot be read now keeps no result from being saved.
        if (journal)
            (void)files->update(*journal);
        return files->isOriginal(target, madeFrom);
    };
}

QString BatchService::timeLeft(qint64 waiting) const
{
    return running_ ? words(timeLeft_.text(waiting)) : QString();
}

// From the workers' threads. Shown ten times a second, however many photos a second go through.
void BatchService::tell(Event event)
{
    const std::lock_guard lock(mutex_);
    if (events_.empty())
        QMetaObject::invokeMethod(
            this, [this] { QTimer::singleShot(showInterval, this, &BatchService::deliver); },
            Qt::QueuedConnection);
    events_.push_back(std::move(event));
}

void BatchService::deliver()
{
    std::vector<Event> events;
    {
        const std::lock_guard lock(mutex_);
        events.swap(events_);
    }
    for (const Event& event : events) {
        if (!event.outcome) {
            Q_EMIT stageChanged(event.job, event.stage);
            continue;
        }
        timeLeft_.ended();
        Q_EMIT ended(event.job, *event.outcome);
    }
}

} // namespace autochrome
