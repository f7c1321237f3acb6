#pragma once

#include "core/base/progress.h"
#include "core/queue/journal/journal_thread.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::inline queue {

/// How a queue is worked on: of the machine, not of the photos.
struct RunSettings
{
    std::string device = "auto"; ///< "auto": every GPU, else the CPU; or ids with commas between
    int readers = 0;             ///< threads that read photos; 0: by the cores
    int writers = 0;             ///< threads that write results; 0: by the cores
    std::uint64_t memory = 0;    ///< bytes that all photos on their way may take; 0: by the machine
    double stageSeconds = 600;   ///< reading or writing that takes longer has stalled; 0: no limit
    bool waitForMore = false;    ///< stay when the queue is empty, as the window does
    /// Originals beside those of the queue, which no result may replace (see RunFiles); from any
    /// thread. Empty: none.
    std::function<bool(const std::filesystem::path& target, const std::string& madeFrom)>
        isOriginal = {};
};

/// What a run tells while it goes on.
struct RunListener
{
    std::function<void(const Job&)> started;    ///< on the thread of run()
    std::function<void(JobId, JobStage)> stage; ///< on the workers' threads, one at a time
    /// On the thread of run(); the journal has it by then.
    std::function<void(const Job&, const PhotoOutcome&)> ended;
};

/// How a run ended.
struct RunSummary
{
    std::int64_t done = 0;
    std::int64_t failed = 0;
    std::int64_t skipped = 0;
    std::int64_t cancelled = 0;
    Recovery recovery = {};
    /// Why it stopped with photos still waiting: a full disk. Empty if nothing was in the way.
    Message stopped = {};
};

/// Works on the waiting photos of a journal, which the caller must own (JournalOwner): reading,
/// network and writing of different photos overlap, with one network run at a time on each device.
/// One bad photo never stops the rest.
class BatchRunner
{
public:
    BatchRunner(std::shared_ptr<JournalThread> journal, RunSettings settings,
                RunListener listener = {});
    ~BatchRunner();

    /// Works until nothing waits. `progress` cancelled: what is being worked on is stopped and
    /// waits again. Errors: those of the journal, and a device that does not exist.
    Result<RunSummary> run(const Progress& progress);

    /// Lets what is on its way end and begins nothing more. From any thread.
    void stopAfterCurrent();

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace autochrome::inline queue
