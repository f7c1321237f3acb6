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

void RunPrinter::add(const Job& job, const JobOutcome& outcome)
{
    const std::lock_guard lock(mutex_);
    bar_.clear();
    ++ended_;
    left_ = std::max<std::int64_t>(0, left_ - 1);
    timeLeft_.ended();
    const std::string& name = job.source.place();
    for (const Message& warning : outcome.warnings)
        complain(text("warning: %1", {warning}));
    if (outcome.error && outcome.state == JobState::Failed)
        complain(inWords(outcome.error->message).find(job.source.path.stem().native()) ==
                         std::string::npos
                     ? text("“%1”: %2", {name, outcome.error->message})
                     : outcome.error->message);
    if (!outcome.reason.isEmpty())
        complain(text("skipped: %1", {outcome.reason}));
    if (json_)
        std::cout << jobJson(job, outcome) + "\n" << std::flush;
    else if (!quiet_ && outcome.state == JobState::Done)
        std::cout << bytesOf(outcome.result) + "\n" << std::flush;
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
