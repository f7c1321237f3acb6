#include "ui/training/setup/training_order.h"

#include "core/base/small_file.h"

namespace autochrome {

std::vector<std::string> TrainingOrder::arguments(const TrainingLists& lists,
                                                  const std::filesystem::path& folder,
                                                  const std::filesystem::path& settingsFile) const
{
    std::vector<std::string> words;
    const auto add = [&](const char* option, const std::string& value) {
        words.emplace_back(option);
        words.push_back(value);
    };
    for (const auto& list : lists.train)
        add("--data", list.string());
    for (const auto& list : lists.validation)
        add("--val", list.string());
    add("--out", folder.string());
    add("--name", name);
    add("--settings", settingsFile.string());
    if (!start.empty())
        add("--from", start.string());
    else if (!encoder.empty())
        add("--encoder", encoder.string());
    for (const Parameter<MachineChoices>& row : machineParameters())
        add(row.option.names, row.toText(row.of(machine)));
    for (const auto& [key, note] : notes)
        add("--note", std::string(key).append("=").append(note));
    return words;
}

Result<void> TrainingOrder::writeSettings(const std::filesystem::path& file) const
{
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error); // writing tells if it failed
    return replaceSmallFile(file, settings.toJson() + '\n');
}

std::filesystem::path TrainingOrder::settingsFile(const std::filesystem::path& folder)
{
    return folder / "settings.json";
}

} // namespace autochrome
