#include "app/cli/parameter_options.h"

#include <CLI/CLI.hpp>

namespace autochrome::cli {

CLI::Option* addParameterOption(CLI::App& command, const ParameterFacts& row,
                                std::function<void(const ParameterValue&)> given,
                                const std::string& usual)
{
    const ParameterOption& option = row.option;
    if (!*option.value)
        return command.add_flag_callback(
            option.names,
            [&row, given = std::move(given)] { given(*row.fromText(row.option.sets)); },
            option.help);
    const auto problem = [&row](const std::string& value) {
        return row.fromText(value) ? std::string() : "Value " + value + " is not " + row.demand();
    };
    CLI::Option* added = command
                             .add_option_function<std::string>(
                                 option.names,
                                 [&row, given = std::move(given)](const std::string& value) {
                                     given(*row.fromText(value));
                                 },
                                 option.help)
                             ->type_name(option.value)
                             ->check(CLI::Validator(problem, ""));
    if (!usual.empty())
        added->default_str(usual);
    return added;
}

} // namespace autochrome::cli
