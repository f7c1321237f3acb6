#pragma once

#include "core/queue/journal/journal.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <optional>

namespace autochrome::cli {

/// Which queue a command of `batch` is about.
struct QueueOption
{
    std::string path; ///< empty: Journal::defaultPath()

    void addTo(CLI::App& command);

    /// Opens it; a failure has been complained about.
    std::optional<Journal> open() const;
    /// The same to look at it only, also where it cannot be written to.
    std::optional<Journal> look() const;
    std::filesystem::path file() const;
};

using SharedQueueOption = std::shared_ptr<QueueOption>;

void addBatchAdd(CLI::App& batch, const SharedQueueOption& queue, int& exitCode);
void addBatchRun(CLI::App& batch, const SharedQueueOption& queue, int& exitCode);
void addBatchStatus(CLI::App& batch, const SharedQueueOption& queue, int& exitCode);
void addBatchReport(CLI::App& batch, const SharedQueueOption& queue, int& exitCode);
/// pause, resume, cancel, retry and clear.
void addBatchSteering(CLI::App& batch, const SharedQueueOption& queue, int& exitCode);
/// move and priority.
void addBatchOrder(CLI::App& batch, const SharedQueueOption& queue, int& exitCode);

/// Complains and gives the exit status that fits.
int failed(const Error& error);

/// "12 waiting, 3 done"; states without photos are left out.
std::string countsText(const std::map<JobState, std::int64_t>& counts);

} // namespace autochrome::cli
