#include "app/cli/commands.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/help_formatter.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <clocale>
#include <csignal>
#include <new>
#include <system_error>

namespace {

int withoutRoom()
{
    autochrome::cli::complain(
        autochrome::text("This machine has no memory left to go on. Nothing is half-written."));
    return autochrome::cli::SomeFailed;
}

} // namespace

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
    program.formatter(std::make_shared<autochrome::cli::HelpFormatter>());

    int exitCode = autochrome::cli::AllDone;
    autochrome::cli::addCommands(program, exitCode);
    try {
        auto arguments = autochrome::cli::withLeftOutValues({argv + 1, argv + std::max(1, argc)});
        std::ranges::reverse(arguments); // as CLI11 wants them
        program.parse(std::move(arguments));
    } catch (const CLI::RequiredError& error) {
        const std::vector<std::string> unknown = program.remaining();
        if (!program.get_subcommands().empty() || unknown.empty()) {
            program.exit(error);
        } else {
            std::string known;
            for (const CLI::App* command :
                 program.get_subcommands([](const CLI::App*) { return true; })) {
                if (!known.empty())
                    known += ", ";
                known += command->get_name();
            }
            autochrome::cli::complain(
                autochrome::text("There is no command “%1”, only %2.", {unknown.front(), known}));
        }
        return autochrome::cli::WrongUsage;
    } catch (const CLI::ParseError& error) {
        const bool asked = program.exit(error) == 0; // --help and --version
        return asked ? autochrome::cli::AllDone : autochrome::cli::WrongUsage;
    } catch (const std::bad_alloc&) {
        return withoutRoom();
    } catch (const std::system_error&) { // no thread could be started
        return withoutRoom();
    }
    return exitCode;
}
