#pragma once

#include "core/base/error.h"
#include "core/photo/lightness_error.h"
#include "core/photo/photo.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace autochrome::inline work {

/// Seconds of each part of a photo's way.
struct WorkSeconds
{
    double read = 0;
    double colour = 0;
    double write = 0;

    double total() const { return read + colour + write; }
};

/// What was done to a photo's damage.
struct RepairFigures
{
    double share = 0;        ///< of its pixels that were filled in
    std::int64_t filled = 0; ///< pixels
    std::int64_t left = 0;   ///< pixels that are damaged and stay

    bool operator==(const RepairFigures&) const = default;
};

/// Black and white point that were found in a photo.
struct LevelFigures
{
    double black = 0; ///< L*
    double white = 0;
    double certainty = 0; ///< that the photo has faded, 0 to 1
    bool isTaken = false; ///< else they were left alone
};

/// What a negative was found to reach from and to, L*.
struct FilmFigures
{
    double densest = 0;
    double base = 0;
};

/// What became of one photo on its way: all that terminal, queue and window tell about it.
struct PhotoOutcome
{
    enum class Status { Done, Skipped, Failed, Cancelled };

    PhotoId source = {};
    Status status = Status::Failed;
    std::optional<Error> error = {};    ///< of Failed and Cancelled
    bool passes = false;                ///< Failed for a reason that may be gone soon
    Message reason = {};                ///< of Skipped, which is on purpose: a sentence
    std::vector<Message> warnings = {}; ///< sentences

    // Known once the photo has been read.
    std::string sourceSha256 = {};
    FileFormat sourceFormat = FileFormat::Jpeg;
    int width = 0; ///< upright
    int height = 0;
    int bitDepth = 0;
    int channels = 0;

    // Known once it has been coloured, or restored without colour.
    std::string model = {}; ///< its name
    std::string modelSha256 = {};
    std::string device = {};
    int networkSize = 0;
    RepairFigures repair = {};
    std::optional<LevelFigures> levels = {}; ///< if they were looked for
    std::optional<FilmFigures> film = {};    ///< likewise
    std::string recipe = {};                 ///< JSON on one line of the recipe that was followed
    std::vector<std::pair<std::string, double>> stages = {}; ///< seconds of colouring, in order

    // Known once it has been written; the path also of a result that is kept (Skipped).
    std::filesystem::path result = {};
    std::string resultSha256 = {};
    std::filesystem::path mask = {}; ///< a picture of what was filled in, if one was asked for
    FileFormat resultFormat = FileFormat::Jpeg;
    int resultBitDepth = 0;
    std::optional<LightnessError> lightness = {}; ///< measured in the file

    WorkSeconds seconds = {};

    /// The fingerprint() of the photo, once it has been read.
    std::string madeFrom() const { return fingerprint(sourceSha256, source.page); }
    /// Why it failed, was stopped or was passed over, in one sentence that names the photo; empty
    /// if it is done.
    Message sentence() const;
};

/// "done", "skipped", "failed", "cancelled": for --json, never translated.
const char* statusName(PhotoOutcome::Status status);

} // namespace autochrome::inline work
