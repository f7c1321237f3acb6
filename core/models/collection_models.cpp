#include "core/models/collection_models.h"

#include "core/base/path_json.h"
#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/models/library_files.h"
#include "core/models/model_library.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace autochrome::inline models {
namespace {

namespace fs = std::filesystem;
using OrderedJson = nlohmann::ordered_json;
using Collections = std::vector<CollectionModel>;

fs::path collectionsFile()
{
    return personsModelFolder().parent_path() / "collection-models.json";
}

// A damaged file is no reason to colour nothing: what cannot be read counts as not chosen.
Collections readCollections()
{
    if (personsModelFolder().empty())
        return {};
    const auto content = readSmallFile(collectionsFile());
    if (!content)
        return {};
    const OrderedJson json = OrderedJson::parse(*content, nullptr, false);
    Collections collections;
    if (!json.is_object() || !json.contains("collections") || !json["collections"].is_array())
        return {};
    for (const OrderedJson& entry : json["collections"]) {
        try {
            const CollectionModel collection{pathOf(entry.at("folder")), entry.at("name"),
                                             entry.at("sha256")};
            if (collection.folder.is_absolute())
                collections.push_back(collection);
        } catch (const OrderedJson::exception&) {
            continue;
        }
    }
    std::sort(collections.begin(), collections.end(),
              [](const auto& a, const auto& b) { return a.folder < b.folder; });
    return collections;
}

Result<void> writeCollections(const Collections& collections)
{
    if (auto made = makeLibraryFolder(personsModelFolder().parent_path()); !made)
        return made;
    OrderedJson list = OrderedJson::array();
    for (const CollectionModel& collection : collections)
        list.push_back({{"folder", pathJson(collection.folder)},
                        {"name", collection.name},
                        {"sha256", collection.sha256}});
    return replaceSmallFile(collectionsFile(),
                            OrderedJson{{"collections", list}}
                                .dump(2, ' ', false, OrderedJson::error_handler_t::replace)
                                .append("\n"));
}

/// Absolute and without links as far as the path is there, without a slash at its end.
fs::path resolved(const fs::path& path)
{
    std::error_code error;
    fs::path whole = fs::weakly_canonical(path, error);
    if (error)
        whole = fs::absolute(path, error).lexically_normal();
    return whole.has_filename() || whole == whole.root_path() ? whole : whole.parent_path();
}

bool holds(const fs::path& folder, const fs::path& path)
{
    const auto [inFolder, inPath] =
        std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
    return inFolder == folder.end();
}

/// The deepest of the collections that holds a path; null if none does.
const CollectionModel* deepest(const Collections& collections, const fs::path& path)
{
    // Of folders that hold the same path, a longer one is a deeper one.
    const CollectionModel* found = nullptr;
    for (const CollectionModel& collection : collections)
        if (holds(collection.folder, path) &&
            (!found || collection.folder.native().size() > found->folder.native().size()))
            found = &collection;
    return found;
}

} // namespace

Result<void> setCollectionModel(const fs::path& folder, const std::string& name)
{
    std::error_code error;
    if (!fs::is_directory(folder, error))
        return failure(ErrorCode::NotFound, text("There is no folder “%1”.", {folder.string()}),
                       error.message());
    const auto model = namedModel(availableModels(), name);
    if (!model)
        return failure(ErrorCode::ModelMissing, text("There is no model named “%1”.", {name}));
    Collections collections = readCollections();
    const fs::path whole = resolved(folder);
    std::erase_if(collections, [&](const auto& one) { return one.folder == whole; });
    collections.push_back({whole, model->name, model->sha256});
    return writeCollections(collections);
}

Result<void> clearCollectionModel(const fs::path& folder)
{
    Collections collections = readCollections();
    const fs::path whole = resolved(folder);
    // The folder may have become a link since: then it is named as it was kept.
    if (std::erase_if(collections, [&](const auto& one) {
            return one.folder == whole || one.folder == folder;
        }) == 0)
        return failure(ErrorCode::Usage,
                       text("No model was chosen for the folder “%1”.", {folder.string()}));
    return writeCollections(collections);
}

Collections collectionModels()
{
    return readCollections();
}

CollectionModel collectionModelOf(const fs::path& folder)
{
    const Collections collections = readCollections();
    const CollectionModel* found = deepest(collections, resolved(folder));
    return found ? *found : CollectionModel();
}

PhotoModel modelForPhoto(const fs::path& photo)
{
    const Collections collections = readCollections();
    if (collections.empty())
        return {};
    std::error_code error;
    const fs::path whole = fs::absolute(photo, error);
    const CollectionModel* found =
        deepest(collections, resolved(whole.parent_path()) / whole.filename());
    if (!found)
        found = deepest(collections, resolved(whole));
    if (!found)
        return {};
    for (const ModelEntry& model : availableModels())
        if (model.sha256 == found->sha256)
            return {model.path, {}};
    return {{}, goneModelWarning(*found)};
}

Result<void> forgetCollectionModel(const std::string& sha256)
{
    Collections collections = readCollections();
    if (std::erase_if(collections, [&](const auto& one) { return one.sha256 == sha256; }) == 0)
        return {};
    return writeCollections(collections);
}

Message goneModelWarning(const CollectionModel& collection)
{
    return text(
        "The model “%1”, chosen for the folder “%2”, is gone: the ordinary default is used there.",
        {collection.name, collection.folder.string()});
}

} // namespace autochrome::inline models
