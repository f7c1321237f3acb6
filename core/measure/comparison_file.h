#pragma once

#include "core/base/error.h"
#include "core/measure/comparison.h"

#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline measure {

/// One photo of a side-by-side sheet.
struct ComparedPhoto
{
    std::string name;
    std::string picture; ///< file beside the comparison's: grey, before, after, truth, squares
    bool isOther = false;
    double gainBefore = 0; ///< ab-PSNR over the photo left grey, dB
    double gainAfter = 0;
};

/// A comparison as it lies in the folder of its report, for a program that shows it.
struct ComparisonFile
{
    static constexpr const char* fileName = "comparison.json";

    Comparison comparison;
    std::vector<ComparedPhoto> photos; ///< what lost most first
    int skipped = 0;                   ///< photos that could not be judged by
};

nlohmann::ordered_json toJson(const Comparison& comparison);

std::string comparisonFileJson(const ComparisonFile& file);

/// Reads it from the folder of the report. Errors: NotFound, Unreadable, Corrupt.
Result<ComparisonFile> readComparisonFile(const std::filesystem::path& folder);

} // namespace autochrome::inline measure
