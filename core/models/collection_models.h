#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace autochrome::inline models {

/// A collection, the photos in and below a folder, with the model that is its own default.
struct CollectionModel
{
    std::filesystem::path folder; ///< absolute, without links
    std::string name;             ///< of the model when it was chosen, for people
    std::string sha256;           ///< of its weights: what it is found by, names may change hands
};

/// What is taken for a photo if no model is named.
struct PhotoModel
{
    std::filesystem::path model; ///< a file; empty: the ordinary default
    Message warning;             ///< a sentence, if the collection's own is gone; else empty
};

/// Makes a model, one of availableModels() by name, the default of a folder that is there. Errors:
/// ModelMissing, NotFound, WriteFailed, DiskFull.
Result<void> setCollectionModel(const std::filesystem::path& folder, const std::string& name);

/// Photos of this folder are no longer a collection; the folder itself may be gone. Errors: Usage
/// (it was none), WriteFailed, DiskFull.
Result<void> clearCollectionModel(const std::filesystem::path& folder);

/// The collections by folder, those whose folder or model is gone too.
std::vector<CollectionModel> collectionModels();

/// The deepest collection that holds the folder, which may be that folder itself; with an empty
/// name, none does.
CollectionModel collectionModelOf(const std::filesystem::path& folder);

/// The model of the deepest collection that holds the photo. Links on the way to the photo are
/// followed; a photo that is a link itself belongs where the link lies, else where it leads.
PhotoModel modelForPhoto(const std::filesystem::path& photo);

/// Ends every collection with this model: it is removed. Errors: WriteFailed, DiskFull.
Result<void> forgetCollectionModel(const std::string& sha256);

/// The sentence for a collection whose model is gone.
Message goneModelWarning(const CollectionModel& collection);

} // namespace autochrome::inline models
