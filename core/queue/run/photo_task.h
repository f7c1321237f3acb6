#pragma once

#include "core/edit/restoration.h"
#include "core/queue/journal/journal_thread.h"
#include "core/queue/run/memory_budget.h"
#include "core/queue/run/run_files.h"

#include <memory>
#include <optional>

namespace autochrome::inline queue {

/// One photo of a batch on its way: read, coloured, written. Each stage runs on a worker of its own
/// and says whether the photo goes on; if not, outcome() is how it ended. No stage throws.
class PhotoTask
{
public:
    /// @param warning  about the colorizer, a sentence that the outcome is to have; may be empty
    PhotoTask(Job job, std::shared_ptr<const Batch> batch, std::shared_ptr<Colorizer> colorizer,
              std::shared_ptr<RunFiles> files, Message warning = {});
    ~PhotoTask();

    bool read(JournalThread& journal, const MemoryBudget& memory);
    bool colour();
    void write(JournalThread& journal);

    const Job& job() const { return job_; }
    const JobOutcome& outcome() const { return outcome_; }
    /// Stops the photo at the next border; the outcome is Cancelled then.
    void cancel() { progress_.cancel(); }

private:
    bool end(JobState state);
    bool fail(Error error);
    bool skip(Message reason);
    /// Runs a stage, counts its seconds and catches what it throws.
    template <class Stage>
    bool timed(double& seconds, Stage&& stage);
    bool readPhotoAndJudge(JournalThread& journal, const MemoryBudget& memory);
    bool readOwnRecipe();
    Result<std::filesystem::path> wantedPath(FileFormat format) const;
    bool writeResult(JournalThread& journal);
    Result<std::filesystem::path> reserve(JournalThread& journal,
                                          const std::filesystem::path& wanted, bool withSidecar);
    /// The fingerprint() of the photo, once it is read.
    std::string madeFrom() const { return fingerprint(outcome_.sourceSha256, job_.source.page); }

    Job job_;
    std::shared_ptr<const Batch> batch_;
    std::shared_ptr<Colorizer> colorizer_;
    std::shared_ptr<RunFiles> files_;
    Progress progress_;
    MemoryBudget::Share memory_;
    Recipe recipe_;
    FileFormat sourceFormat_ = FileFormat::Jpeg;
    std::unique_ptr<Restoration> restoration_;
    std::optional<Rendering> rendering_;
    JobOutcome outcome_;
};

/// Whether the file that was reserved for a job is its whole result, written before a sudden end:
/// it can be read and says that it was made from this source. Results that may have replaced others
/// are never taken for it.
std::optional<WholeResult> wholeResultOf(const Job& job, const Batch& batch);

} // namespace autochrome::inline queue
