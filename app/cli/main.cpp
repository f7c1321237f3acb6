#include "app/cli/colorize_command.h"
#include "app/cli/exit_status.h"
#include "app/cli/info_command.h"
#include "app/cli/models_command.h"
#include "app/cli/train_command.h"

#include <CLI/CLI.hpp>

#include <clocale>
#include <csignal>

int main(int argc, char** argv)
{
    // Characters as the terminal has them; numbers stay as programs read them.
    std::setlocale(LC_CTYPE, "");
    // A closed pipe or a file-size limit is a failed write with a sentence, not a sudden end that
    // leaves a temporary file.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);

    CLI::App program("Restores old photographs on your own computer: grey photos in, coloured "
                     "photos out. Nothing leaves the machine.",
                     "autochrome-cli");
    program.require_subcommand(1);
    program.set_version_flag("--version", "autochrome-cli " AUTOCHROME_VERSION,
                             "Print the version and exit");
    program.get_formatter()->column_width(28);
    program.footer(
        "Examples:\n"
        "  autochrome-cli colorize harbour.jpg           writes harbour_colour.jpg here\n"
        "  autochrome-cli colorize scans/ -o coloured/   a whole folder\n"
        "  autochrome-cli info harbour_colour.jpg        how it was made\n"
        "\n"
        "`autochrome-cli COMMAND --help` tells more about a command.");

    int exitCode = autochrome::cli::AllDone;
    autochrome::cli::addColorizeCommand(program, exitCode);
    autochrome::cli::addInfoCommand(program, exitCode);
    autochrome::cli::addModelsCommand(program, exitCode);
    autochrome::addTrainCommand(program, exitCode);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool asked = program.exit(error) == 0; // --help and --version
        return asked ? autochrome::cli::AllDone : autochrome::cli::WrongUsage;
    }
    return exitCode;
}
