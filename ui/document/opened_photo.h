#pragma once

#include "core/edit/recipe_store.h"
#include "ui/document/laid_photo.h"
#include "ui/document/recipe_finder.h"
#include "ui/document/result_picture.h"

#include <QString>
#include <filesystem>
#include <memory>
#include <optional>

namespace autochrome {

/// What is to be read when a photo is looked at.
struct PhotoToOpen
{
    std::filesystem::path path;
    Recipe recipe; ///< what it is laid by, unless it has kept settings of its own
    RecipeFinder findRecipe;
    QString result; ///< the file of a result to lie over it; empty: none
};

/// A photo that was read: everything but its colours.
struct OpenedPhoto
{
    std::shared_ptr<Restoration> restoration;
    QString profileName;
    LaidPhoto laid;
    PhotoMark mark;
    std::optional<KeptRecipe> kept; ///< none: nobody asked
    /// None was wanted, or what became of it: that it cannot be shown does not spoil the photo.
    std::optional<Result<ResultPicture>> result;
};

/// Reads a photo with all that belongs to it, for a worker. Errors: those of readPhoto() and
/// layPhoto(); Cancelled also if the result was being read already, for it is one reading.
Result<OpenedPhoto> openPhoto(const PhotoToOpen& wanted, const Progress& progress);

} // namespace autochrome
