#pragma once

#include "core/base/parameter.h"

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace autochrome::inline base {

/// One row of a table: what a parameter is, and where its value is kept in an Owner.
template <class Owner>
struct Parameter : ParameterFacts
{
    ParameterValue (*read)(const ParameterFacts&, const Owner&) = nullptr;
    void (*write)(const ParameterFacts&, Owner&, const ParameterValue&) = nullptr;

    ParameterValue of(const Owner& owner) const { return read(*this, owner); }
    /// @param value  that check() found nothing wrong with
    void set(Owner& owner, const ParameterValue& value) const { write(*this, owner, value); }
    ParameterValue usual() const { return of(Owner()); }
    bool isUsual(const Owner& owner) const { return of(owner) == usual(); }
};

/// Makes a row. The kind of the parameter is that of its field; a whole number may have names, too,
/// which count from 0.
/// @param where  a lambda that captures nothing: [](auto& o) -> auto& { return o.finish.strength; }
template <class Owner, class Where>
Parameter<Owner> parameter(Where where, ParameterFacts facts)
{
    using Field = std::remove_cvref_t<decltype(where(std::declval<Owner&>()))>;
    if constexpr (std::is_same_v<Field, bool>)
        facts.kind = ParameterKind::Switch;
    else if constexpr (std::is_enum_v<Field>)
        facts.kind = ParameterKind::Choice;
    else if constexpr (std::is_integral_v<Field>)
        facts.kind = facts.choices.empty() ? ParameterKind::Whole : ParameterKind::Choice;
    else if constexpr (std::is_floating_point_v<Field>)
        facts.kind = ParameterKind::Number;
    else
        facts.kind = ParameterKind::Text;

    constexpr bool counts = std::is_enum_v<Field> || std::is_integral_v<Field>;
    const auto read = [](const ParameterFacts& row, const Owner& owner) -> ParameterValue {
        const Field& field = Where{}(owner);
        if constexpr (counts && !std::is_same_v<Field, bool>)
            if (row.kind == ParameterKind::Choice)
                return std::string(row.choices.at(std::size_t(field)).name);
        if constexpr (std::is_same_v<Field, bool> || !counts)
            return field;
        else
            return std::int64_t(field);
    };
    const auto write = [](const ParameterFacts& row, Owner& owner, const ParameterValue& value) {
        Field& field = Where{}(owner);
        if constexpr (std::is_same_v<Field, bool> || std::is_same_v<Field, std::string>)
            field = std::get<Field>(value);
        else if (const auto* name = std::get_if<std::string>(&value))
            field = Field(
                std::ranges::find_if(row.choices, [&](const auto& c) { return *name == c.name; }) -
                row.choices.begin());
        else if (const auto* whole = std::get_if<std::int64_t>(&value))
            field = Field(*whole);
        else if (const auto* number = std::get_if<double>(&value))
            field = Field(*number);
    };
    return {std::move(facts), read, write};
}

/// The row of that key; null if there is none.
template <class Owner>
const Parameter<Owner>* findParameter(const std::vector<Parameter<Owner>>& table,
                                      std::string_view key)
{
    const auto found = std::ranges::find_if(table, [&](const auto& row) { return key == row.key; });
    return found == table.end() ? nullptr : std::to_address(found);
}

/// The first of its values that is not allowed, as an error that names it.
template <class Owner>
Result<void> checkParameters(const std::vector<Parameter<Owner>>& table, const Owner& owner)
{
    for (const Parameter<Owner>& row : table)
        if (auto checked = row.check(row.of(owner)); !checked)
            return checked;
    return {};
}

} // namespace autochrome::inline base
