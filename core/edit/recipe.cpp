#include "core/edit/recipe.h"

#include "core/base/text.h"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

namespace autochrome::inline edit {
namespace {

using Json = nlohmann::json;

// Each entry lifts a recipe from version index + 1 to the next.
using Migration = void (*)(Json&);
constexpr std::array<Migration, Recipe::currentVersion - 1> migrations{};

// Collects the first thing that is wrong while fields are read.
class FieldReader
{
public:
    explicit FieldReader(const Json& json) : json_(json) {}

    const Json* find(const char* name, bool (Json::*isType)() const noexcept)
    {
        const auto found = json_.find(name);
        if (found == json_.end())
            return nullptr;
        if (!((*found).*isType)()) {
            fail(name);
            return nullptr;
        }
        return &*found;
    }

    void number(const char* name, double low, double high, bool openLow, double& value)
    {
        if (const Json* field = find(name, &Json::is_number)) {
            const double read = field->get<double>();
            if (!std::isfinite(read) || read > high || (openLow ? read <= low : read < low))
                fail(name);
            else
                value = read;
        }
    }

    void fail(const std::string& name)
    {
        if (bad_.empty())
            bad_ = name;
    }

    const std::string& bad() const { return bad_; }

private:
    const Json& json_;
    std::string bad_;
};

tl::unexpected<Error> notARecipe(const std::string& detail)
{
    return failure(ErrorCode::Usage, text("This is not an Autochrome recipe."), detail);
}

} // namespace

bool isNetworkSize(int size)
{
    return size == 0 || (size >= 128 && size <= 1024 && size % 32 == 0);
}

std::string Recipe::toJson() const
{
    const Json json{{"version", currentVersion},
                    {"tint", finish.tint == TintHandling::Keep ? "keep" : "drop"},
                    {"size", colour.size},
                    {"temperature", vividness.temperature},
                    {"effort", effortName(colour.effort)},
                    {"strength", finish.strength}};
    return json.dump(2);
}

Result<Recipe> Recipe::fromJson(const std::string& json)
{
    Json parsed = Json::parse(json, nullptr, false);
    if (!parsed.is_object())
        return notARecipe(parsed.is_discarded() ? "not JSON" : "not an object");
    const auto version = parsed.find("version");
    if (version == parsed.end() || !version->is_number_integer() || version->get<double>() < 1)
        return notARecipe("version");
    if (version->get<double>() > currentVersion)
        return failure(
            ErrorCode::Usage,
            text("This recipe was made by a newer Autochrome (version %1).", {version->dump()}),
            "version");
    for (auto step = std::size_t(version->get<int>() - 1); step < migrations.size(); ++step)
        migrations[step](parsed);

    Recipe recipe;
    FieldReader fields(parsed);
    if (const Json* tint = fields.find("tint", &Json::is_string)) {
        if (*tint == "drop" || *tint == "keep")
            recipe.finish.tint = *tint == "keep" ? TintHandling::Keep : TintHandling::Drop;
        else
            fields.fail("tint");
    }
    if (const Json* size = fields.find("size", &Json::is_number_integer)) {
        const double wanted = size->get<double>();
        if (wanted >= 0 && wanted <= 1024 && isNetworkSize(int(wanted)))
            recipe.colour.size = int(wanted);
        else
            fields.fail("size");
    }
    if (const Json* name = fields.find("effort", &Json::is_string)) {
        if (const auto effort = effortOfName(name->get_ref<const std::string&>()))
            recipe.colour.effort = *effort;
        else
            fields.fail("effort");
    }
    fields.number("temperature", 0, 1, true, recipe.vividness.temperature);
    fields.number("strength", 0, 2, false, recipe.finish.strength);
    if (!fields.bad().empty())
        return failure(
            ErrorCode::Usage,
            text("The recipe's field “%1” has a value that is not allowed.", {fields.bad()}),
            fields.bad());
    return recipe;
}

} // namespace autochrome::inline edit
