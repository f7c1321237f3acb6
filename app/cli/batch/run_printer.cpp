#include "app/cli/batch/run_printer.h"

#include "app/cli/batch/job_json.h"
#include "app/cli/console.h"
#include "core/base/text.h"

#include <iostream>

namespace autochrome::cli {

RunPrinter::RunPrinter(bool json, bool quiet, std::int64_t waiting)
    : json_(json), quiet_(quiet), left_(waiting)
{
}

void RunPrinter::add(const Job& job, const PhotoOutcome& outcome)
{
    const std::lock_guard lock(mutex_);
    bar_.clear();
    ++ended_;
    left_ = std::max<std::int64_t>(0, left_ - 1);
    timeLeft_.ended();
    for (const Message& warning : outcome.warnings)
        complain(text("warning: %1", {warning}));
    if (outcome.status == PhotoOutcome::Status::Failed)
        complain(outcome.sentence());
    if (!outcome.reason.isEmpty())
        complain(text("skipped: %1", {outcome.reason}));
    if (json_) {
        Job ended = job;
        ended.state = stateOf(outcome.status);
        ended.outcome = outcome;
        std::cout << jobJson(ended) + "\n" << std::flush;
    } else if (!quiet_ && outcome.status == PhotoOutcome::Status::Done) {
        std::cout << bytesOf(outcome.result) + "\n" << std::flush;
    }
    show();
}

void RunPrinter::found(const WatchedLook& look)
{
    if (look.added == 0 && look.problems.empty())
        return;
    const std::lock_guard lock(mutex_);
    bar_.clear();
    left_ += look.added;
    for (const Error& problem : look.problems)
        complain(problem.message);
    show();
}

void RunPrinter::show()
{
    const std::int64_t all = ended_ + left_;
    bar_.setLabel(std::to_string(ended_) + "/" + std::to_string(all));
    bar_.show(all > 0 ? double(ended_) / double(all) : 1, timeLeft_.text(left_));
}

} // namespace autochrome::cli
