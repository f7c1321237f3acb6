#include "core/edit/recipe_presets.h"

#include "core/base/data_folder.h"
#include "core/base/set_aside.h"
#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/photo/metadata/text_file.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline edit {
namespace {

namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;

constexpr int currentVersion = 1;

bool isEntry(const OrderedJson& entry)
{
    return entry.is_object() && entry.value("name", OrderedJson()).is_string() &&
           entry.contains("recipe");
}

// The list in the file, unknown entries too; empty if there is no file.
Result<OrderedJson> readEntries(const fs::path& file)
{
    const auto content = readSmallFile(file);
    if (!content && content.error().code == ErrorCode::NotFound)
        return OrderedJson::array();
    if (!content)
        return tl::make_unexpected(content.error());
    const OrderedJson json = OrderedJson::parse(*content, nullptr, false);
    if (!json.is_object() || !json.value("version", OrderedJson()).is_number_integer() ||
        !json.value("presets", OrderedJson()).is_array())
        return failure(ErrorCode::Corrupt, text("The file of your presets is damaged."),
                       file.string());
    if (json["version"].get<double>() > currentVersion)
        return failure(ErrorCode::UnsupportedFormat,
                       text("Your presets were kept by a newer Autochrome."), file.string());
    return json["presets"];
}

Result<void> writeEntries(const fs::path& file, const OrderedJson& entries)
{
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {file.parent_path().string()}),
                       error.message());
    return writeTextFile(file, OrderedJson{{"version", currentVersion}, {"presets", entries}}
                                   .dump(2, ' ', false, OrderedJson::error_handler_t::replace)
                                   .append("\n"));
}

OrderedJson::iterator entryOf(OrderedJson& entries, const std::string& name)
{
    return std::find_if(entries.begin(), entries.end(), [&](const OrderedJson& entry) {
        return isEntry(entry) && entry["name"] == name;
    });
}

template <class Change>
Result<void> change(const fs::path& file, Change&& change)
{
    if (file.empty())
        return failure(ErrorCode::WriteFailed,
                       text("There is no folder for your data: neither $HOME nor $XDG_DATA_HOME "
                            "names one."));
    Result<OrderedJson> entries = readEntries(file);
    if (!entries && entries.error().code == ErrorCode::Corrupt && setAside(file))
        entries = OrderedJson::array();
    if (!entries)
        return tl::make_unexpected(entries.error());
    if (Result<void> changed = change(*entries); !changed)
        return changed;
    return writeEntries(file, *entries);
}

tl::unexpected<Error> noPreset(const std::string& name)
{
    return failure(ErrorCode::NotFound, text("There is no preset “%1”.", {name}));
}

} // namespace

RecipePresets::RecipePresets(fs::path file) : file_(std::move(file)) {}

RecipePresets RecipePresets::ofPerson()
{
    const fs::path data = personsFolder();
    return RecipePresets(data.empty() ? data : data / "presets.json");
}

Result<std::vector<RecipePreset>> RecipePresets::all() const
{
    const Result<OrderedJson> entries = readEntries(file_);
    if (!entries)
        return tl::make_unexpected(entries.error());
    std::vector<RecipePreset> presets;
    for (const OrderedJson& entry : *entries)
        if (isEntry(entry))
            if (const auto recipe = Recipe::fromJson(entry["recipe"].dump()))
                presets.push_back({entry["name"], *recipe});
    return presets;
}

Result<void> RecipePresets::save(const std::string& name, const Recipe& recipe) const
{
    return change(file_, [&](OrderedJson& entries) -> Result<void> {
        const OrderedJson entry{{"name", name}, {"recipe", OrderedJson::parse(recipe.toJson())}};
        if (const auto old = entryOf(entries, name); old != entries.end())
            *old = entry;
        else
            entries.push_back(entry);
        return {};
    });
}

Result<void> RecipePresets::rename(const std::string& name, const std::string& to) const
{
    return change(file_, [&](OrderedJson& entries) -> Result<void> {
        const auto entry = entryOf(entries, name);
        if (entry == entries.end())
            return noPreset(name);
        if (name != to && entryOf(entries, to) != entries.end())
            return failure(ErrorCode::TargetExists, text("There is a preset “%1” already.", {to}));
        (*entry)["name"] = to;
        return {};
    });
}

Result<void> RecipePresets::remove(const std::string& name) const
{
    return change(file_, [&](OrderedJson& entries) -> Result<void> {
        const auto entry = entryOf(entries, name);
        if (entry == entries.end())
            return noPreset(name);
        entries.erase(entry);
        return {};
    });
}

} // namespace autochrome::inline edit
