#include "core/queue/journal/journal_row.h"

#include "core/base/message_json.h"

#include <chrono>
#include <nlohmann/json.hpp>

namespace autochrome::inline queue {

void bindPath(SQLite::Statement& statement, int index, const std::filesystem::path& path)
{
    // An empty blob without an address would be NULL.
    const std::string& bytes = path.native();
    statement.bind(index, static_cast<const void*>(bytes.c_str()), int(bytes.size()));
}

std::filesystem::path pathIn(const SQLite::Column& column)
{
    return std::string(static_cast<const char*>(column.getBlob()), std::size_t(column.getBytes()));
}

const char* const jobColumns =
    "job.id, job.batch, position, state, stage, source, root, source_size, source_time, number, "
    "attempts, started, finished, target, error_code, error_text, error_detail, reason, warnings, "
    "result, source_sha256, result_sha256, model, model_sha256, recipe, width, height, "
    "seconds_read, seconds_colour, seconds_write, sudden_ends, "
    "luminance_error, luminance_error_most, luminance_error_mean, page, "
    "filled_share, damage_left";

Job readJob(SQLite::Statement& row)
{
    Job job;
    int i = 0;
    job.id = row.getColumn(i++).getInt64();
    job.batch = row.getColumn(i++).getInt64();
    job.position = row.getColumn(i++).getDouble();
    job.state = JobState(row.getColumn(i++).getInt());
    job.stage = JobStage(row.getColumn(i++).getInt());
    job.source.path = pathIn(row.getColumn(i++));
    job.root = pathIn(row.getColumn(i++));
    job.sourceSize = row.getColumn(i++).getInt64();
    job.sourceTime = row.getColumn(i++).getInt64();
    job.number = row.getColumn(i++).getInt64();
    job.attempts = row.getColumn(i++).getInt();
    job.started = row.getColumn(i++).getInt64();
    job.finished = row.getColumn(i++).getInt64();
    job.target = pathIn(row.getColumn(i++));
    PhotoOutcome& outcome = job.outcome;
    outcome.status = statusOf(job.state);
    const SQLite::Column code = row.getColumn(i++);
    const std::string sentence = row.getColumn(i++).getString();
    const std::string detail = row.getColumn(i++).getString();
    if (!code.isNull())
        outcome.error = Error{ErrorCode(code.getInt()), messageStored(sentence), detail};
    outcome.reason = messageStored(row.getColumn(i++).getString());
    if (const std::string warnings = row.getColumn(i++).getString(); !warnings.empty())
        for (const auto& warning : nlohmann::ordered_json::parse(warnings))
            outcome.warnings.push_back(messageOf(warning));
    outcome.result = pathIn(row.getColumn(i++));
    outcome.sourceSha256 = row.getColumn(i++).getString();
    outcome.resultSha256 = row.getColumn(i++).getString();
    outcome.model = row.getColumn(i++).getString();
    outcome.modelSha256 = row.getColumn(i++).getString();
    outcome.recipe = row.getColumn(i++).getString();
    outcome.width = row.getColumn(i++).getInt();
    outcome.height = row.getColumn(i++).getInt();
    outcome.seconds.read = row.getColumn(i++).getDouble();
    outcome.seconds.colour = row.getColumn(i++).getDouble();
    outcome.seconds.write = row.getColumn(i++).getDouble();
    job.suddenEnds = row.getColumn(i++).getInt();
    const SQLite::Column greatest = row.getColumn(i++);
    const double most = row.getColumn(i++).getDouble();
    const double mean = row.getColumn(i++).getDouble();
    if (!greatest.isNull())
        outcome.lightness = LightnessError{greatest.getDouble(), most, mean};
    job.source.page = row.getColumn(i++).getInt();
    outcome.repair.share = row.getColumn(i++).getDouble();
    outcome.repair.left = row.getColumn(i++).getInt64();
    outcome.source = job.source;
    return job;
}

std::int64_t millisecondsNow()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::string listOf(std::span<const JobState> states)
{
    std::string list;
    for (const JobState state : states) {
        if (!list.empty())
            list += ',';
        list += std::to_string(int(state));
    }
    return list;
}

} // namespace autochrome::inline queue
