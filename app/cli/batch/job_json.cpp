#include "app/cli/batch/job_json.h"

#include "core/base/error_names.h"
#include "core/base/path_text.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

#include <nlohmann/json.hpp>

namespace autochrome::cli {

std::string jobJson(const Job& job)
{
    const PhotoOutcome& outcome = job.outcome;
    nlohmann::ordered_json json{{"job", job.id},
                                {"batch", job.batch},
                                {"state", jobStateName(job.state)},
                                {"source", job.source.path.native()},
                                {"attempts", job.attempts}};
    if (job.source.page > 0)
        json["page"] = job.source.page;
    if (!outcome.sourceSha256.empty())
        json["sourceSha256"] = outcome.sourceSha256;
    if (!outcome.result.empty()) {
        json["result"] = outcome.result.native();
        json["resultSha256"] = outcome.resultSha256;
    }
    // What stands above is not the name then.
    if (!isUtf8(job.source.path.native()))
        json["sourceUri"] = fileAddress(job.source.path);
    if (!isUtf8(outcome.result.native()))
        json["resultUri"] = fileAddress(outcome.result);
    if (!outcome.model.empty())
        json["model"] = {{"name", outcome.model}, {"sha256", outcome.modelSha256}};
    if (outcome.width > 0) {
        json["width"] = outcome.width;
        json["height"] = outcome.height;
    }
    if (outcome.lightness) {
        json["luminanceError"] = outcome.lightness->greatest;
        json["luminanceErrorP999"] = outcome.lightness->most;
        json["luminanceErrorMean"] = outcome.lightness->mean;
    }
    if (job.state == JobState::Done)
        json["repair"] = {{"filledShare", outcome.repair.share}, {"left", outcome.repair.left}};
    if (outcome.error)
        json["error"] = {{"code", errorCodeName(outcome.error->code)},
                         {"text", inWords(outcome.error->message)},
                         {"detail", outcome.error->detail}};
    if (!outcome.reason.isEmpty())
        json["reason"] = inWords(outcome.reason);
    if (!outcome.warnings.empty())
        json["warnings"] = inWords(outcome.warnings);
    if (outcome.seconds.total() > 0)
        json["seconds"] = {{"read", outcome.seconds.read},
                           {"colour", outcome.seconds.colour},
                           {"write", outcome.seconds.write}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace autochrome::cli
