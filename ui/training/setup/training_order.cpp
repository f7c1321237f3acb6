#include "ui/training/setup/training_order.h"

#include "core/base/small_file.h"

#include <array>
#include <charconv>

namespace autochrome {
namespace {

/// The same in every language.
std::string inDigits(double value)
{
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                   std::chars_format::fixed);
    return {digits.data(), end.ptr};
}

} // namespace

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
    add("--device", machine.device);
    add("--threads", std::to_string(machine.threads));
    add("--workers", std::to_string(machine.workers));
    add("--checkpoint-minutes", inDigits(machine.checkpointMinutes));
    add("--validate-minutes", inDigits(machine.validationMinutes));
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
