#include "core/learn/run/training_run.h"

#include "core/base/path_json.h"
#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/learn/run/run_folder.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;

OrderedJson pathsJson(const std::vector<fs::path>& paths)
{
    OrderedJson list = OrderedJson::array();
    for (const fs::path& path : paths)
        list.push_back(pathJson(path));
    return list;
}

std::vector<fs::path> pathsOf(const OrderedJson& json)
{
    std::vector<fs::path> paths;
    for (const OrderedJson& path : json)
        paths.push_back(pathOf(path));
    return paths;
}

} // namespace

std::string TrainingRun::toJson() const
{
    const OrderedJson json{
        {"name", name},
        {"data", pathsJson(data)},
        {"validation", pathsJson(validation)},
        {"encoder", pathJson(encoder)},
        {"from", {{"path", pathJson(start)}, {"name", startName}, {"sha256", startSha256}}},
        {"seed", settings.seed},
        {"settings", OrderedJson::parse(settings.toJson())},
        {"device", device},
        {"threads", threads},
        {"workers", workers},
        {"checkpointMinutes", checkpointMinutes},
        {"validationMinutes", validationMinutes},
        {"notes", notes},
        {"commandLine", commandLine},
        {"software", software},
        {"begun", begun}};
    return json.dump(2, ' ', false, OrderedJson::error_handler_t::replace) + '\n';
}

Result<TrainingRun> TrainingRun::fromJson(const std::string& content)
{
    try {
        const OrderedJson json = OrderedJson::parse(content);
        TrainingRun run;
        auto settings = TrainingSettings::fromJson(json.at("settings").dump());
        if (!settings)
            return tl::make_unexpected(settings.error());
        run.settings = *settings;
        run.name = json.at("name");
        run.data = pathsOf(json.at("data"));
        run.validation = pathsOf(json.at("validation"));
        run.encoder = pathOf(json.at("encoder"));
        const OrderedJson& from = json.at("from");
        run.start = pathOf(from.at("path"));
        run.startName = from.at("name");
        run.startSha256 = from.at("sha256");
        run.device = json.at("device");
        run.threads = json.at("threads");
        run.workers = json.at("workers");
        run.checkpointMinutes = json.at("checkpointMinutes");
        run.validationMinutes = json.at("validationMinutes");
        run.notes = json.at("notes").get<std::map<std::string, std::string>>();
        run.commandLine = json.value("commandLine", "");
        run.software = json.value("software", "");
        run.begun = json.value("begun", 0.0);
        return run;
    } catch (const nlohmann::json::exception& error) {
        return failure(ErrorCode::Corrupt, text("The description of the training run is damaged."),
                       error.what());
    }
}

Result<TrainingRun> readTrainingRun(const fs::path& folder)
{
    return readSmallFile(RunFolder(folder).run()).and_then(&TrainingRun::fromJson);
}

Result<void> writeTrainingRun(const fs::path& folder, const TrainingRun& run)
{
    return replaceSmallFile(RunFolder(folder).run(), run.toJson());
}

} // namespace autochrome::inline learn
