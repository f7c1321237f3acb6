#pragma once

#include "core/base/parameter_table.h"

#include <nlohmann/json_fwd.hpp>

namespace autochrome::inline base {

enum class JsonReading {
    Strict, ///< what a person wrote: of the right kind and allowed
    Lenient ///< what this program wrote, in any version: of the right kind, as near as can be
};

/// A value out of JSON. Errors: Usage, see ParameterFacts::check(). A library's own
/// conversion would take true for 1, and cut 3.7 to 3.
Result<ParameterValue> parameterOfJson(const ParameterFacts& facts, const nlohmann::json& json,
                                       JsonReading reading = JsonReading::Strict);

/// Writes a value to where it stands in an object: in the object of its stage, if its key names
/// one.
void putInto(nlohmann::json& object, const ParameterFacts& facts, const ParameterValue& value);
/// The value that stands there; null if it is absent. Errors: Usage, if what should be the stage is
/// no object.
Result<const nlohmann::json*> findIn(const nlohmann::json& object, const ParameterFacts& facts);

/// All values of an owner, those at their default too.
template <class Owner>
void writeParameters(const std::vector<Parameter<Owner>>& table, const Owner& owner,
                     nlohmann::json& object)
{
    for (const Parameter<Owner>& row : table)
        putInto(object, row, row.of(owner));
}

/// Reads the parameters that an object names into `owner`; what it does not name stays, what is
/// unknown is passed over. Errors: Usage; then nothing was changed.
template <class Owner>
Result<void> readParameters(const std::vector<Parameter<Owner>>& table,
                            const nlohmann::json& object, Owner& owner,
                            JsonReading reading = JsonReading::Strict)
{
    Owner read = owner;
    for (const Parameter<Owner>& row : table) {
        const auto found = findIn(object, row);
        if (!found)
            return tl::make_unexpected(found.error());
        if (!*found)
            continue;
        const auto value = parameterOfJson(row, **found, reading);
        if (!value)
            return tl::make_unexpected(value.error());
        row.set(read, *value);
    }
    owner = std::move(read);
    return {};
}

} // namespace autochrome::inline base
