#include "core/base/parameter_json.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline base {

using Json = nlohmann::json;

Result<ParameterValue> parameterOfJson(const ParameterFacts& facts, const Json& json)
{
    ParameterValue value = std::string(); // of a kind that no number and no switch is
    if (json.is_boolean())
        value = json.get<bool>();
    else if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        value = json.get<double>();
    else if (json.is_number_integer())
        value = json.get<std::int64_t>();
    else if (json.is_number())
        value = json.get<double>();
    else if (json.is_string())
        value = json.get<std::string>();
    else if (facts.kind == ParameterKind::Text)
        value = false;
    if (const auto checked = facts.check(value); !checked)
        return tl::make_unexpected(checked.error());
    return value;
}

void putInto(Json& object, const ParameterFacts& facts, const ParameterValue& value)
{
    Json& within = facts.stage().empty() ? object : object[std::string(facts.stage())];
    within[std::string(facts.name())] =
        std::visit([](const auto& held) { return Json(held); }, value);
}

Result<const Json*> findIn(const Json& object, const ParameterFacts& facts)
{
    const Json* within = &object;
    if (!facts.stage().empty()) {
        const auto stage = object.find(facts.stage());
        if (stage == object.end())
            return nullptr;
        if (!stage->is_object())
            return failure(ErrorCode::Usage,
                           text("The settings of “%1” have to be a JSON object.", {facts.stage()}),
                           std::string(facts.stage()));
        within = &*stage;
    }
    const auto found = within->find(facts.name());
    return found == within->end() ? nullptr : &*found;
}

} // namespace autochrome::inline base
