#include "app/cli/restore_command.h"

#include "app/cli/colorize_run.h"

#include <CLI/CLI.hpp>

#include <memory>

namespace autochrome::cli {

void addRestoreCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<ColorizeOptions>();
    options->restores = true;
    CLI::App* command =
        program.add_subcommand("restore", "Restore photos without giving them colour");
    addPhotoOptions(*command, *options);
    command->footer(
        "Examples:\n"
        "  autochrome-cli restore portrait.tif --mask cracks.png\n"
        "  autochrome-cli restore portrait.tif --mask cracks.png --keep-tint\n"
        "  autochrome-cli restore scan.png --mask dust.png --write-mask filled/\n"
        "\n"
        "Like colorize, without a network and its colour: the photo is turned and what is\n"
        "damaged filled in. Each result's path is printed; exit status as of colorize.");
    command->callback([options, &exitCode] { exitCode = runColorize(*options); });
}

} // namespace autochrome::cli
