#pragma once

#include "core/queue/journal/journal_thread.h"
#include "core/queue/run/memory_budget.h"
#include "core/queue/run/run_files.h"
#include "core/work/photo_work.h"

#include <memory>
#include <optional>

namespace autochrome::inline queue {

/// One photo of a batch on its way: read, coloured, written. Each stage runs on a worker of its own
/// and says whether the photo goes on; if not, outcome() is how it ended. No stage throws.
class PhotoTask
{
public:
    PhotoTask(Job job, std::shared_ptr<const Batch> batch, ChosenColorizer chosen,
              std::shared_ptr<RunFiles> files);

    bool read(JournalThread& journal, const MemoryBudget& memory);
    bool colour();
    void write(JournalThread& journal);

    const Job& job() const { return job_; }
    const PhotoOutcome& outcome() const { return work_.outcome(); }
    /// Stops the photo at the next border; the outcome is Cancelled then.
    void cancel() { progress_.cancel(); }

private:
    /// Runs a stage, and gives the memory back if it was the photo's last.
    template <class Stage>
    bool guarded(Stage&& stage);
    bool judge(JournalThread& journal);
    void tellIfChanged();
    Result<std::filesystem::path> wantedPath(FileFormat format) const;
    bool writeResult(JournalThread& journal);
    Result<std::filesystem::path> reserve(JournalThread& journal,
                                          const std::filesystem::path& wanted, bool withSidecar);

    Job job_;
    std::shared_ptr<const Batch> batch_;
    ChosenColorizer chosen_;
    std::shared_ptr<RunFiles> files_;
    Progress progress_;
    MemoryBudget::Share memory_;
    PhotoWork work_;
};

/// Whether the file that was reserved for a job is its whole result, written before a sudden end:
/// it can be read and says that it was made from this source. Results that may have replaced others
/// are never taken for it.
std::optional<WholeResult> wholeResultOf(const Job& job, const Batch& batch);

} // namespace autochrome::inline queue
