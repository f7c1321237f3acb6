#pragma once

#include "core/base/error.h"
#include "core/learn/loop/training_news.h"

#include <filesystem>
#include <fstream>

namespace autochrome::inline learn {

/// A table (CSV) of every step of a run and of its validations, for curves. A resumed run goes on
/// in it: rows after the checkpoint are dropped, so that it reads like an undisturbed one's.
class LossLog
{
public:
    /// @param step  that the run goes on from; later rows are dropped, 0 drops all
    static Result<LossLog> open(const std::filesystem::path& path, std::int64_t step);

    /// Errors: WriteFailed, e.g. for a full disk.
    Result<void> add(const TrainingNews& news);

private:
    LossLog(std::filesystem::path path, std::ofstream file)
        : path_(std::move(path)), file_(std::move(file))
    {
    }

    std::filesystem::path path_;
    std::ofstream file_;
};

} // namespace autochrome::inline learn
