#pragma once

#include "core/base/error.h"
#include "core/edit/recipe.h"

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// Settings that somebody gave a name.
struct RecipePreset
{
    std::string name;
    Recipe recipe;
};

/// The person's named settings, all in one file, which is read anew each time: another window may
/// have changed it.
class RecipePresets
{
public:
    explicit RecipePresets(std::filesystem::path file);
    /// Among the person's data.
    static RecipePresets ofPerson();

    /// In the order in which they were made. Errors: Corrupt, Unreadable, UnsupportedFormat (of a
    /// newer program).
    Result<std::vector<RecipePreset>> all() const;

    /// Each changes the file at once. Presets that this program cannot read stay in it; a file that
    /// is damaged is set aside. Errors: those of reading but Corrupt, WriteFailed, DiskFull.
    Result<void> save(const std::string& name, const Recipe& recipe) const; ///< may replace one
    Result<void> rename(const std::string& name,
                        const std::string& to) const; ///< TargetExists, too
    Result<void> remove(const std::string& name) const;

private:
    std::filesystem::path file_;
};

} // namespace autochrome::inline edit
