#include "core/base/parameter_json.h"

#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace autochrome::inline base {

using Json = nlohmann::json;

namespace {

// What no number, switch or name is.
const ParameterValue none = ParameterValue(std::string());

std::optional<ParameterValue> numbersIn(const Json& json)
{
    const auto isNumber = [](const Json& entry) { return entry.is_number(); };
    if (!json.is_array() || !std::ranges::all_of(json, isNumber))
        return std::nullopt;
    return json.get<std::vector<double>>();
}

ParameterValue valueOf(const ParameterFacts& facts, const Json& json)
{
    if (facts.kind == ParameterKind::Numbers)
        return numbersIn(json).value_or(none);
    if (json.is_boolean())
        return json.get<bool>();
    if (json.is_string())
        return json.get<std::string>();
    if (facts.range.isAny64)
        return json.is_number_unsigned() ? std::int64_t(json.get<std::uint64_t>()) : none;
    if (json.is_number_unsigned() && json.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
        return json.get<double>();
    if (json.is_number_integer())
        return json.get<std::int64_t>();
    if (json.is_number())
        return json.get<double>();
    return facts.kind == ParameterKind::Text ? ParameterValue(false) : none;
}

// The value as the parameter counts, if it is of a kind that can be counted so.
std::optional<ParameterValue> asNearAsCanBe(const ParameterFacts& facts, const Json& json)
{
    switch (facts.kind) {
    case ParameterKind::Whole:
        if (!json.is_number())
            return std::nullopt;
        return facts.range.isAny64 ? std::int64_t(json.get<std::uint64_t>())
                                   : json.get<std::int64_t>();
    case ParameterKind::Number:
        return json.is_number() ? std::optional<ParameterValue>(json.get<double>()) : std::nullopt;
    case ParameterKind::Switch:
        return json.is_boolean() ? std::optional<ParameterValue>(json.get<bool>()) : std::nullopt;
    case ParameterKind::Text:
        return json.is_string() ? std::optional<ParameterValue>(json.get<std::string>())
                                : std::nullopt;
    case ParameterKind::Numbers:
        return numbersIn(json);
    case ParameterKind::Choice:
        break;
    }
    return std::nullopt;
}

} // namespace

Result<ParameterValue> parameterOfJson(const ParameterFacts& facts, const Json& json,
                                       JsonReading reading)
{
    if (reading == JsonReading::Lenient)
        if (auto near = asNearAsCanBe(facts, json))
            return *near;
    const ParameterValue value = valueOf(facts, json);
    if (const auto checked = facts.check(value); !checked)
        return tl::make_unexpected(checked.error());
    return value;
}

void putInto(Json& object, const ParameterFacts& facts, const ParameterValue& value)
{
    Json& within = facts.stage().empty() ? object : object[std::string(facts.stage())];
    Json& place = within[std::string(facts.name())];
    if (const auto* whole = std::get_if<std::int64_t>(&value); whole && facts.range.isAny64)
        place = std::uint64_t(*whole);
    else
        place = std::visit([](const auto& held) { return Json(held); }, value);
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
