#pragma once

#include "core/learn/loop/loss_table.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace autochrome {

/// Reads a growing table of losses (losses.csv), each time only what was added. Not for two threads
/// at a time.
class LossTail
{
public:
    /// What was found since the last look.
    struct News
    {
        bool isReset = false; ///< the table is another one (a run begun anew or resumed): drop all
        std::vector<LossRow> rows = {};
    };

    explicit LossTail(std::filesystem::path file) : file_(std::move(file)) {}

    /// A line without its end waits for the next look; a damaged one is left out. A table that is
    /// missing or that is none has no rows.
    News read();

private:
    News restart();

    std::filesystem::path file_;
    std::uint64_t device_ = 0;
    std::uint64_t inode_ = 0;  ///< a resumed run puts a new file in the place of the old one
    std::uint64_t offset_ = 0; ///< bytes that were read
    std::string last_;         ///< the last of those, to know the table by
};

} // namespace autochrome
