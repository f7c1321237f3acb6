#pragma once

#include "app/cli/result_options.h"

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace autochrome::cli {

/// What `colorize` and `restore` are told.
struct ColorizeOptions
{
    std::vector<std::string> inputs;
    std::string output;
    ResultOptions results;
    std::string maskFolder; ///< empty: what was filled in is not written
    bool splits = false;    ///< makes a photo of each print on a scan
    bool recursive = false;
    bool json = false;
    bool restores = false; ///< without colour
};

/// Adds what both commands take; the options must outlive the command.
void addPhotoOptions(CLI::App& command, ColorizeOptions& options);

/// Takes the photos through the whole way and tells what becomes of them. The exit status.
int runColorize(const ColorizeOptions& options);

} // namespace autochrome::cli
