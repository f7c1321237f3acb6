#include "core/queue/journal/journal_work.h"

#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/base/utf8.h"
#include "core/edit/recipe.h"
#include "core/queue/journal/journal_content.h"
#include "core/queue/journal/journal_file.h"
#include "core/queue/journal/journal_row.h"
#include "core/queue/naming/name_template.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline queue {
namespace {

// A photo that was being worked on at so many crashes may be their cause: it goes on alone.
constexpr int suspicious = 2;
// At so many, most of them alone, it is taken to be.
constexpr int mostCrashes = 5;

void bindText(SQLite::Statement& statement, const char* name, const std::string& value)
{
    if (value.empty())
        statement.bind(name);
    else
        statement.bind(name, validUtf8(value));
}

bool isThere(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

void bindOutcome(SQLite::Statement& update, const PhotoOutcome& outcome)
{
    update.bind(":state", int(stateOf(outcome.status)));
    update.bind(":finished", millisecondsNow());
    if (outcome.error) {
        update.bind(":code", int(outcome.error->code));
        bindText(update, ":text", storedMessage(outcome.error->message));
        bindText(update, ":detail", outcome.error->detail);
    }
    bindText(update, ":reason", storedMessage(outcome.reason));
    if (!outcome.warnings.empty()) {
        auto warnings = nlohmann::ordered_json::array();
        for (const Message& warning : outcome.warnings)
            warnings.push_back(messageJson(warning));
        update.bind(":warnings",
                    warnings.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    if (!outcome.result.empty())
        update.bind(":result", static_cast<const void*>(outcome.result.c_str()),
                    int(outcome.result.native().size()));
    bindText(update, ":source", outcome.sourceSha256);
    bindText(update, ":resultsha", outcome.resultSha256);
    bindText(update, ":model", outcome.model);
    bindText(update, ":modelsha", outcome.modelSha256);
    bindText(update, ":recipe", outcome.recipe);
    update.bind(":width", outcome.width);
    update.bind(":height", outcome.height);
    update.bind(":read", outcome.seconds.read);
    update.bind(":colour", outcome.seconds.colour);
    update.bind(":write", outcome.seconds.write);
    if (outcome.lightness) {
        update.bind(":greatest", outcome.lightness->greatest);
        update.bind(":most", outcome.lightness->most);
        update.bind(":mean", outcome.lightness->mean);
    }
    update.bind(":filled", outcome.repair.share);
    update.bind(":left", outcome.repair.left);
}

// A recipe that was written before a parameter was added says the same as one of today that leaves
// it at its default.
bool isSameRecipe(const std::string& written, const std::string& wanted)
{
    if (written == wanted)
        return true;
    const auto one = Recipe::fromJson(written);
    const auto other = Recipe::fromJson(wanted);
    return one && other && *one == *other;
}

// Whether a claim would find something. Takes no write lock.
bool somethingWaits(SQLite::Database& database)
{
    return database
               .execAndGet("SELECT EXISTS(SELECT 1 FROM batch WHERE paused = 0 AND EXISTS("
                           "SELECT 1 FROM job WHERE job.batch = batch.id AND state = 0))")
               .getInt() != 0;
}

// The next waiting job, not yet running.
std::optional<Job> nextJob(SQLite::Database& database)
{
    const auto isRunning = [&](int suddenEnds) {
        SQLite::Statement query(
            database, "SELECT EXISTS(SELECT 1 FROM job WHERE state = 1 AND sudden_ends >= ?)");
        query.bind(1, suddenEnds);
        return query.executeStep() && query.getColumn(0).getInt() != 0;
    };
    const auto first = [&](const char* condition) -> std::optional<Job> {
        SQLite::Statement order(database,
                                "SELECT id FROM batch WHERE paused = 0 ORDER BY priority DESC, id");
        SQLite::Statement job(database, std::string("SELECT ") + jobColumns +
                                            " FROM job WHERE batch = ?1 AND state = 0 AND " +
                                            condition + " ORDER BY position LIMIT 1");
        while (order.executeStep()) {
            job.reset();
            job.bind(1, order.getColumn(0).getInt64());
            job.bind(2, suspicious);
            if (job.executeStep())
                return readJob(job);
        }
        return std::nullopt;
    };
    if (isRunning(suspicious))
        return std::nullopt;
    if (auto job = first("sudden_ends < ?2"))
        return job;
    return isRunning(0) ? std::nullopt : first("sudden_ends >= ?2");
}

} // namespace

JournalWork::JournalWork(std::shared_ptr<JournalFile> file) : file_(std::move(file)) {}

Result<void> JournalWork::waitAgain(JobId job, bool attempted, bool crashed)
{
    return file_->guarded([&] {
        SQLite::Statement update(file_->database(),
                                 "UPDATE job SET state = 0, stage = 0, target = NULL, "
                                 "attempts = attempts - 1 + ?1, sudden_ends = sudden_ends + ?2 "
                                 "WHERE id = ?3 AND state = 1");
        update.bind(1, int(attempted));
        update.bind(2, int(crashed));
        update.bind(3, job);
        update.exec();
    });
}

Result<Recovery>
JournalWork::recover(bool crashed,
                     const std::function<std::optional<WholeResult>(const Job&)>& isResult)
{
    const auto running = JournalContent(file_).jobs({.states = {JobState::Running}});
    if (!running)
        return tl::make_unexpected(running.error());
    Recovery recovery;
    for (const Job& job : *running) {
        const auto whole = job.target.empty() ? std::nullopt : isResult(job);
        Result<void> changed;
        if (whole) {
            PhotoOutcome outcome = job.outcome;
            outcome.status = PhotoOutcome::Status::Done;
            outcome.result = job.target;
            outcome.resultSha256 = whole->sha256;
            outcome.lightness = whole->lightness;
            outcome.repair = whole->repair;
            changed = finish(job.id, outcome);
            ++recovery.finished;
        } else if (crashed && job.suddenEnds + 1 >= mostCrashes) {
            PhotoOutcome outcome;
            outcome.error = Error{ErrorCode::Internal,
                                  text("“%1” was given up: each time that it was worked on, the "
                                       "program came to a sudden end.",
                                       {job.source.place()}),
                                  {}};
            changed = finish(job.id, outcome);
            ++recovery.givenUp;
        } else {
            changed = waitAgain(job.id, true, crashed);
            ++recovery.waitingAgain;
        }
        if (!changed)
            return tl::make_unexpected(changed.error());
    }
    return recovery;
}

Result<std::optional<Job>> JournalWork::claim()
{
    return file_->guarded([&]() -> std::optional<Job> {
        std::optional<Job> claimed;
        // A run that waits for more asks again and again; only a change takes the write lock.
        if (!somethingWaits(file_->database()))
            return claimed;
        file_->change([&] {
            claimed = nextJob(file_->database());
            if (!claimed)
                return;
            SQLite::Statement update(file_->database(),
                                     "UPDATE job SET state = 1, stage = 0, target = NULL, "
                                     "attempts = attempts + 1, started = ? WHERE id = ?");
            claimed->started = millisecondsNow();
            claimed->state = JobState::Running;
            ++claimed->attempts;
            update.bind(1, claimed->started);
            update.bind(2, claimed->id);
            update.exec();
        });
        return claimed;
    });
}

Result<void> JournalWork::setStage(JobId job, JobStage stage)
{
    return file_->guarded([&] {
        SQLite::Statement update(file_->database(),
                                 "UPDATE job SET stage = ? WHERE id = ? AND state = 1");
        update.bind(1, int(stage));
        update.bind(2, job);
        update.exec();
    });
}

Result<std::filesystem::path>
JournalWork::reserve(JobId job, const std::string& sourceSha256,
                     const std::filesystem::path& wanted, Overwrite collision,
                     const std::function<bool(const std::filesystem::path&)>& isTaken)
{
    std::filesystem::path path = wanted;
    bool refused = false;
    const auto changed = file_->guarded([&] {
        file_->change([&] {
            SQLite::Statement others(file_->database(),
                                     "SELECT EXISTS(SELECT 1 FROM job WHERE target = ?1 AND "
                                     "id != ?2 AND state = 1) OR EXISTS(SELECT 1 FROM job WHERE "
                                     "result = ?1 AND id != ?2 AND state = 3)");
            const auto isGiven = [&](const std::filesystem::path& candidate) {
                others.reset();
                bindPath(others, 1, candidate);
                others.bind(2, job);
                return (others.executeStep() && others.getColumn(0).getInt() != 0) ||
                       (isTaken && isTaken(candidate));
            };
            const bool given = isGiven(wanted);
            // Two photos of one name must not overwrite each other's results, whatever was asked;
            // a result of an earlier batch is just a file that exists.
            const bool there = isThere(wanted);
            if (collision == Overwrite::Skip && there) {
                refused = true;
                return;
            }
            const bool rename = collision == Overwrite::Rename ? there || given : given;
            if (rename) {
                int& number = lastNumbers_.try_emplace(wanted.native(), 1).first->second;
                do {
                    path = numbered(wanted, ++number);
                } while (isThere(path) || isGiven(path));
            }
            SQLite::Statement update(
                file_->database(),
                "UPDATE job SET target = ?, source_sha256 = ?, stage = ? WHERE id = ?");
            bindPath(update, 1, path);
            update.bind(2, sourceSha256);
            update.bind(3, int(JobStage::Write));
            update.bind(4, job);
            update.exec();
        });
    });
    if (!changed)
        return tl::make_unexpected(changed.error());
    if (refused)
        return failure(ErrorCode::TargetExists, text("“%1” exists already.", {wanted.native()}));
    return path;
}

Result<void> JournalWork::finish(JobId job, const PhotoOutcome& outcome)
{
    return file_->guarded([&] {
        // A photo that was cancelled while it ran stays so, unless its result is there.
        SQLite::Statement update(
            file_->database(),
            "UPDATE job SET state = :state, finished = :finished, target = NULL, sudden_ends = 0, "
            "error_code = :code, error_text = :text, error_detail = :detail, reason = :reason, "
            "warnings = :warnings, result = :result, source_sha256 = :source, "
            "result_sha256 = :resultsha, model = :model, model_sha256 = :modelsha, "
            "recipe = :recipe, width = :width, height = :height, seconds_read = :read, "
            "seconds_colour = :colour, seconds_write = :write, luminance_error = :greatest, "
            "luminance_error_most = :most, luminance_error_mean = :mean, "
            "filled_share = :filled, damage_left = :left "
            "WHERE id = :id AND (state = 1 OR :state = 3)");
        bindOutcome(update, outcome);
        update.bind(":id", job);
        update.exec();
    });
}

Result<void> JournalWork::putBack(JobId job)
{
    return waitAgain(job, false, false);
}

Result<void> JournalWork::putLast(JobId job)
{
    return file_->guarded([&] {
        SQLite::Statement update(
            file_->database(),
            "UPDATE job SET state = 0, stage = 0, target = NULL, position = "
            "1 + (SELECT max(position) FROM job AS other WHERE other.batch = job.batch) "
            "WHERE id = ? AND state = 1");
        update.bind(1, job);
        update.exec();
    });
}

Result<bool> JournalWork::isCancelled(JobId job)
{
    return file_->guarded([&] {
        SQLite::Statement query(file_->database(), "SELECT state != 1 FROM job WHERE id = ?");
        query.bind(1, job);
        return !query.executeStep() || query.getColumn(0).getInt() != 0;
    });
}

Result<std::optional<Job>> JournalWork::doneBefore(BatchId batch, const std::string& sourceSha256,
                                                   int page, const std::string& modelSha256,
                                                   const std::string& recipeJson)
{
    return file_->guarded([&]() -> std::optional<Job> {
        SQLite::Statement query(file_->database(),
                                std::string("SELECT ") + jobColumns +
                                    " FROM job WHERE source_sha256 = ? AND state = 3 AND "
                                    "model_sha256 = ? AND batch != ? AND page = ?");
        query.bind(1, sourceSha256);
        query.bind(2, modelSha256);
        query.bind(3, batch);
        query.bind(4, page);
        while (query.executeStep()) {
            Job job = readJob(query);
            if (isSameRecipe(job.outcome.recipe, recipeJson) && isThere(job.outcome.result))
                return job;
        }
        return std::nullopt;
    });
}

} // namespace autochrome::inline queue
