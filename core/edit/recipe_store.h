#pragma once

#include "core/edit/sidecar.h"

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// What was found of the settings of a photo.
struct KeptRecipe
{
    enum class State {
        None,       ///< the photo was never edited
        Kept,       ///< `recipe` is the photo's
        Renamed,    ///< likewise; kept under a name that the photo has no more
        OtherPhoto, ///< `recipe` was made for another photo, or for this one before it was changed
        Newer,      ///< kept by a newer program
        Unusable    ///< damaged, or cannot be read
    };

    State state = State::None;
    Recipe recipe;
    std::filesystem::path file; ///< where it is kept
    Message sentence;           ///< for the person, of all but None and Kept
    std::string detail;         ///< for the log

    // What lay in the two places, so that it shows when somebody else writes there.
    std::string besideContent;
    std::string ownContent;

    /// Whether the photo has settings that are known to be its own.
    bool isUsable() const { return state == State::Kept || state == State::Renamed; }
};

/// What became of settings that were to be kept.
struct SavedRecipe
{
    KeptRecipe kept;
    bool isBeside = true;         ///< beside the photo, not among the program's own data
    std::vector<Message> notices; ///< sentences for the person
};

/// Where the settings of photos are kept: in a file beside each, or, where nothing can be written,
/// in a folder of the program's own, under what is in the photo. Never in the photo. Thread-safe,
/// and several programs may use it at once: nobody ever reads half a file, the last one wins, and
/// what it replaces without having seen it is set aside.
class RecipeStore
{
public:
    enum class Place {
        Beside, ///< if it can be; else Own
        Own     ///< for photos in whose folder nothing of the person's belongs
    };

    /// @param folder  the program's own; made when it is needed
    explicit RecipeStore(std::filesystem::path folder);
    /// With the person's folder for data.
    static RecipeStore ofPerson();

    /// The file beside a photo: "scan.tif" -> "scan.tif.autochrome.json"; of further pages
    /// "scan.tif.page2.autochrome.json".
    static std::filesystem::path fileBeside(const std::filesystem::path& photo, int page = 0);

    KeptRecipe find(const PhotoMark& photo) const;

    /// Keeps settings; those that every photo begins with are kept as no file at all.
    /// @param known  what find() or save() gave last: whatever else lies there by now is set aside
    /// Errors: WriteFailed, DiskFull, if they can be kept in neither place.
    Result<SavedRecipe> save(const PhotoMark& photo, const Recipe& recipe, const KeptRecipe& known,
                             Place place = Place::Beside) const;

    /// Whether somebody else has changed what is kept.
    bool isChanged(const PhotoMark& photo, const KeptRecipe& known) const;

private:
    std::filesystem::path ownFile(const PhotoMark& photo) const;

    std::filesystem::path folder_;
};

} // namespace autochrome::inline edit
