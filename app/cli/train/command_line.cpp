#include "app/cli/train/command_line.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace autochrome::cli {

std::string commandLineOf(const CLI::App& command)
{
    std::string line = "autochrome-cli " + command.get_name();
    const auto add = [&line](const std::string& argument) {
        const bool isPath = argument.find('/') != std::string::npos;
        line += " " + (isPath ? std::filesystem::path(argument).filename().string() : argument);
    };
    for (const CLI::Option* option : command.get_options()) {
        if (option->count() == 0)
            continue;
        add(option->get_name());
        if (option->get_expected_max() > 0)
            for (const std::string& result : option->results())
                add(result);
    }
    return line;
}

} // namespace autochrome::cli
