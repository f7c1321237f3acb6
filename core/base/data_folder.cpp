#include "core/base/data_folder.h"

#include <cstdlib>

namespace autochrome::inline base {
namespace {

namespace fs = std::filesystem;

fs::path environmentPath(const char* name)
{
    const char* value = std::getenv(name);
    return value ? fs::path(value) : fs::path();
}

} // namespace

fs::path personsFolder()
{
    if (const fs::path data = environmentPath("XDG_DATA_HOME"); data.is_absolute())
        return data / "autochrome";
    const fs::path home = environmentPath("HOME");
    return home.empty() ? home : home / ".local/share/autochrome";
}

} // namespace autochrome::inline base
