#pragma once

#include <filesystem>

namespace autochrome::inline queue {

/// How the run before this one ended.
enum class LastEnd {
    Orderly, ///< or there was none
    Killed,  ///< from outside, by a person, a shutdown or a power cut: no photo is to blame
    Crashed  ///< by a fault of its own, or by the system for want of memory
};

/// A note beside the journal while a run goes on (<journal>.run): that it runs, and if a fault of
/// its own ends it, that one did. So a kill, which can hit any photo at any time, is told from a
/// photo that brings the program down. One at a time in a process; where the note cannot be
/// written, every sudden end counts as a kill.
class RunMark
{
public:
    /// Reads what the last run left, then marks this one. The caller owns the journal.
    explicit RunMark(const std::filesystem::path& journal);
    /// An orderly end.
    ~RunMark();
    RunMark(const RunMark&) = delete;
    RunMark& operator=(const RunMark&) = delete;

    LastEnd lastEnd() const { return lastEnd_; }

private:
    std::filesystem::path file_;
    LastEnd lastEnd_;
};

} // namespace autochrome::inline queue
