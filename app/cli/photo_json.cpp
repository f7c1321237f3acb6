#include "app/cli/photo_json.h"

#include "app/cli/console.h"
#include "core/base/error_names.h"
#include "core/base/path_text.h"
#include "core/base/text.h"
#include "core/base/utf8.h"

#include <nlohmann/json.hpp>

namespace autochrome::cli {

std::string photoJson(const PhotoOutcome& outcome)
{
    // Ordered, so that the line reads in the order of the work.
    nlohmann::ordered_json json;
    json["source"] = bytesOf(outcome.source.path);
    json["status"] = statusName(outcome.status);
    json["result"] = nullptr;
    if (!outcome.result.empty())
        json["result"] = bytesOf(outcome.result);
    // What stands above is not the name then.
    if (!isUtf8(outcome.source.path.native()))
        json["source_uri"] = fileAddress(outcome.source.path);
    if (!isUtf8(outcome.result.native()))
        json["result_uri"] = fileAddress(outcome.result);
    if (!outcome.sourceSha256.empty()) {
        json["source_sha256"] = outcome.sourceSha256;
        json["source_format"] = formatName(outcome.sourceFormat);
        json["width"] = outcome.width;
        json["height"] = outcome.height;
        json["bit_depth"] = outcome.bitDepth;
        json["channels"] = outcome.channels;
    }
    if (!outcome.model.empty()) {
        json["model"] = {{"name", outcome.model}, {"sha256", outcome.modelSha256}};
        json["device"] = outcome.device;
        json["network_size"] = outcome.networkSize;
    }
    if (!outcome.stages.empty()) {
        json["repair"] = {{"filled_share", outcome.repair.share},
                          {"filled", outcome.repair.filled},
                          {"left", outcome.repair.left}};
        if (const auto& levels = outcome.levels)
            json["levels"] = {{"black", levels->black},
                              {"white", levels->white},
                              {"certainty", levels->certainty},
                              {"applied", levels->isTaken}};
        if (const auto& film = outcome.film)
            json["film"] = {{"densest", film->densest}, {"base", film->base}};
        json["recipe"] = nlohmann::ordered_json::parse(outcome.recipe);
    }
    if (outcome.status == PhotoOutcome::Status::Done) {
        json["result_sha256"] = outcome.resultSha256;
        json["result_format"] = formatName(outcome.resultFormat);
        json["result_bit_depth"] = outcome.resultBitDepth;
    }
    if (!outcome.mask.empty())
        json["mask"] = bytesOf(outcome.mask);
    if (outcome.lightness) {
        json["luminance_error"] = outcome.lightness->greatest;
        json["luminance_error_p99_9"] = outcome.lightness->most;
        json["luminance_error_mean"] = outcome.lightness->mean;
        json["luminance_kept"] =
            outcome.lightness->greatest <= promisedLightness(outcome.resultBitDepth);
    }
    json["seconds"] = nlohmann::ordered_json::object();
    double total = outcome.seconds.read + outcome.seconds.write;
    if (outcome.seconds.read > 0)
        json["seconds"]["read"] = outcome.seconds.read;
    for (const auto& [stage, seconds] : outcome.stages) {
        json["seconds"][stage] = seconds;
        total += seconds;
    }
    if (outcome.seconds.write > 0)
        json["seconds"]["write"] = outcome.seconds.write;
    json["seconds"]["total"] = total;
    json["warnings"] = inWords(outcome.warnings);
    if (!outcome.reason.isEmpty())
        json["reason"] = inWords(outcome.reason);
    json["error"] = nullptr;
    if (outcome.error)
        json["error"] = {{"code", errorCodeName(outcome.error->code)},
                         {"text", inWords(outcome.error->message)},
                         {"detail", outcome.error->detail}};
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace autochrome::cli
