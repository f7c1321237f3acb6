#include "app/cli/colorize_command.h"

#include "app/cli/colorize_run.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace autochrome::cli {

void addColorizeCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<ColorizeOptions>();
    CLI::App* command = program.add_subcommand("colorize", "Give grey photos colour");
    addPhotoOptions(*command, *options);
    command->footer(
        "Examples:\n"
        "  autochrome-cli colorize harbour.jpg\n"
        "  autochrome-cli colorize scans/*.tif -o coloured/ --strength 0.8\n"
        "  autochrome-cli colorize album/ -r -o coloured/ --format jpeg --overwrite skip\n"
        "  autochrome-cli colorize --json scan.png | jq .seconds\n"
        "\n"
        "Each result's path is printed. Exit status: 0 all done, 1 some failed,\n"
        "2 wrong usage, 130 stopped by Ctrl+C.");
    command->callback([options, &exitCode] { exitCode = runColorize(*options); });
}

} // namespace autochrome::cli
