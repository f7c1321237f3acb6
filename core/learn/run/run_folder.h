#pragma once

#include "core/base/error.h"
#include "core/base/process_lock.h"

#include <filesystem>
#include <string>

namespace autochrome::inline learn {

/// Where a training keeps what. The files are all that the trainer and those who watch it share, so
/// that either may end, by itself or by a kill, and leave the other whole.
class RunFolder
{
public:
    explicit RunFolder(std::filesystem::path folder) : folder_(std::move(folder)) {}

    const std::filesystem::path& path() const { return folder_; }
    /// Locked while a process trains here.
    std::filesystem::path lock() const { return folder_ / "training.lock"; }
    /// How far it is: TrainingStatus.
    std::filesystem::path status() const { return folder_ / "status.json"; }
    /// What was asked for: TrainingRun.
    std::filesystem::path run() const { return folder_ / "run.json"; }
    /// While it exists, the training is asked to stop at a checkpoint.
    std::filesystem::path stop() const { return folder_ / "stop"; }
    /// Pictures of the validations, one folder per step, and "truth" and "grey".
    std::filesystem::path samples() const { return folder_ / "samples"; }
    /// LossLog: every step and validation.
    std::filesystem::path losses() const { return folder_ / "losses.csv"; }
    std::filesystem::path checkpoint() const { return folder_ / "checkpoint.safetensors"; }
    /// What a trainer without a terminal printed.
    std::filesystem::path log() const { return folder_ / "train.log"; }

private:
    std::filesystem::path folder_;
};

/// The right to train in a folder, until the lock or the process is gone. Makes the folder.
/// Errors: TargetExists (a training runs there), WriteFailed.
Result<ProcessLock> lockRunFolder(const std::filesystem::path& folder);

/// The refusal of a second training in a folder.
Error runsAlready(const std::filesystem::path& folder);

/// Whether a process trains in this folder now.
bool isTraining(const std::filesystem::path& folder);

/// Asks the training in a folder, whoever started it, to stop at a checkpoint and keep what it has.
/// Errors: NotFound (nothing trains there), WriteFailed.
Result<void> requestStop(const std::filesystem::path& folder);

} // namespace autochrome::inline learn
