#pragma once

#include "core/base/parameter_table.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace autochrome::cli {

/// Adds the option that a row of a table names, checked as the row says.
/// @param given  called with the value when the command line is read
/// @param usual  what the help says is taken without it; empty: it says nothing
CLI::Option* addParameterOption(CLI::App& command, const ParameterFacts& row,
                                std::function<void(const ParameterValue&)> given,
                                const std::string& usual = {});

/// What the command line says of the parameters of an Owner.
template <class Owner>
class ParameterOptions
{
public:
    /// Adds the option of a row, which has one; this object must outlive the command.
    CLI::Option* add(CLI::App& command, const Parameter<Owner>& row, const std::string& usual = {})
    {
        return addParameterOption(
            command, row,
            [this, &row](const ParameterValue& value) { given_.emplace_back(&row, value); }, usual);
    }

    /// After parsing: changes only what was given.
    void applyTo(Owner& owner) const
    {
        for (const auto& [row, value] : given_)
            row->set(owner, value);
    }

    /// The keys of what was given.
    std::vector<std::string> keys() const
    {
        std::vector<std::string> keys;
        for (const auto& [row, value] : given_)
            keys.emplace_back(row->key);
        return keys;
    }

private:
    std::vector<std::pair<const Parameter<Owner>*, ParameterValue>> given_;
};

} // namespace autochrome::cli
