#pragma once

#include <filesystem>

namespace autochrome::inline base {

/// Where everything lies that a person has of this program: $XDG_DATA_HOME/autochrome, else
/// ~/.local/share/autochrome. It need not be there; empty for somebody without a home.
std::filesystem::path personsFolder();

} // namespace autochrome::inline base
