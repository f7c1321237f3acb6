#pragma once

#include "core/base/error.h"
#include "core/photo/formats/format_names.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace autochrome::cli {

/// Where a result goes.
struct Target
{
    std::filesystem::path path;
    FileFormat format = FileFormat::Jpeg;
    bool taken = false; ///< an earlier photo of this run has its result there
};

/// Finds each result's file: -o FILE, -o DIR, or the folder the person stands in; there the name is
/// "<source><suffix>.<extension>".
class OutputPlan
{
public:
    /// @param output   what -o says, empty without it
    /// @param format   what --format says, empty without it: lossless (TIFF for a TIFF, else PNG)
    /// @param several  whether there can be more than one photo: then -o is a folder, which is made
    ///                 if need be
    /// @param suffix   of names that the plan makes up
    /// Errors: Usage (rules of -o and --format), WriteFailed (a folder that cannot be made).
    static Result<OutputPlan> make(const std::string& output, const std::string& format,
                                   bool several, std::string suffix = "_colour");

    /// What tells the prints on a scan apart in names: "-1" for the first; nothing for 0.
    static std::string numberOf(int print);

    /// The target of one photo; each call remembers it.
    /// @param print  which one of several prints on a scan, from 1 on: "<source>-1"; 0: the scan
    Target targetOf(const PhotoId& source, FileFormat sourceFormat, int print = 0);

private:
    std::string suffix_;
    std::filesystem::path folder_;
    std::filesystem::path file_; ///< empty: a name in folder_
    std::optional<FileFormat> format_;
    std::set<std::filesystem::path> given_;
};

} // namespace autochrome::cli
