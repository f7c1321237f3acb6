#pragma once

#include "core/base/error.h"
#include "core/edit/recipe.h"
#include "core/photo/lightness_error.h"
#include "core/photo/photo.h"

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace autochrome::cli {

/// What became of one photo: everything that the terminal and --json tell about it.
struct PhotoOutcome
{
    enum class Status { Done, Skipped, Failed, Cancelled };

    std::filesystem::path source;
    Status status = Status::Failed;
    std::optional<Error> error;    ///< of Failed and Cancelled
    Message reason;                ///< of Skipped: a sentence
    std::vector<Message> warnings; ///< sentences

    // Known once the photo has been read.
    std::string sourceSha256;
    FileFormat sourceFormat = FileFormat::Jpeg;
    int width = 0; ///< upright
    int height = 0;
    int bitDepth = 0;
    int channels = 0;

    // Known once it has been written; the path also of a result that is kept (Skipped).
    std::filesystem::path result;
    std::string resultSha256;
    FileFormat resultFormat = FileFormat::Jpeg;
    int resultBitDepth = 0;
    std::optional<LightnessError> lightness; ///< measured in the file

    // Known once it has been coloured.
    std::string modelName;
    std::string modelSha256;
    std::string device;
    int networkSize = 0;
    std::vector<std::pair<std::string, double>> seconds; ///< per stage, in their order
};

/// One JSON object on one line, without a line break. Always valid UTF-8: bytes of file names that
/// are none are replaced, and
/// "source_uri" and "result_uri" are there to find the files by.
std::string toJson(const PhotoOutcome& outcome, const Recipe& recipe);

} // namespace autochrome::cli
