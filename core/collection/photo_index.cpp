#include "core/collection/photo_index.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/collection/index_file.h"
#include "core/collection/photo_list.h"
#include "core/collection/tar_index.h"
#include "core/photo/formats/format_names.h"

#include <algorithm>
#include <fstream>
#include <optional>

namespace autochrome::inline collection {
namespace {

namespace fs = std::filesystem;

Result<IndexedRoot> searchArchive(const fs::path& path, const Progress& progress)
{
    IndexedRoot root{path, true, {}, {}, {}, false};
    root.stamp(path);
    auto members = readTarIndex(path);
    if (!members)
        return tl::make_unexpected(members.error());
    auto digest = sha256OfFile(path, progress);
    if (!digest)
        return tl::make_unexpected(digest.error());
    for (TarMember& member : *members)
        if (isPhotoName(member.name))
            root.photos.push_back({std::move(member.name), member.offset, member.size});
    root.origin = {path.filename().string(), *digest, std::int64_t(root.photos.size())};
    return root;
}

Result<IndexedRoot> searchFolder(const fs::path& path, const Progress& progress)
{
    IndexedRoot root{path, false, {}, {}, {}, false};
    root.stamp(path);
    std::error_code error;
    fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied,
                                          error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
        if (progress.isCancelled())
            return failure(ErrorCode::Cancelled, text("Stopped."));
        std::error_code ignored;
        if (walk->is_directory(ignored))
            root.stamp(walk->path());
        if (!walk->is_regular_file(ignored) || !isPhotoName(walk->path()))
            continue;
        root.photos.push_back(
            {walk->path().lexically_relative(path).generic_string(), 0, walk->file_size(ignored)});
    }
    if (error)
        return failure(ErrorCode::Unreadable,
                       text("The folder “%1” cannot be read.", {path.string()}), error.message());
    std::sort(root.photos.begin(), root.photos.end(),
              [](const IndexedPhoto& a, const IndexedPhoto& b) { return a.name < b.name; });
    Sha256 listing;
    for (const IndexedPhoto& photo : root.photos) {
        const std::string line = photo.name + " " + std::to_string(photo.size) + "\n";
        listing.add(line.data(), line.size());
    }
    root.origin = {path.filename().string(), listing.hex(), std::int64_t(root.photos.size())};
    return root;
}

/// Photos that a published list names; nothing is looked for, a missing one is found out later.
IndexedRoot listedPhotos(const SplitFolder& split)
{
    IndexedRoot root{split.folder, false, {}, {}, {}, false};
    Sha256 listing;
    for (const std::string& name : split.photos) {
        listing.add(name.data(), name.size());
        listing.add("\n", 1);
        root.photos.push_back({name, 0, 0});
    }
    root.origin = {split.folder.filename().string(), listing.hex(),
                   std::int64_t(split.photos.size())};
    return root;
}

} // namespace

Result<PhotoIndex> PhotoIndex::build(const std::vector<fs::path>& paths, const Progress& progress,
                                     DataSplit split, const fs::path& file)
{
    std::vector<IndexedRoot> known;
    if (!file.empty())
        known = readIndexFile(file);
    PhotoIndex index;
    bool isNew = false;
    for (const fs::path& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status))
            return failure(ErrorCode::NotFound,
                           text("The training data “%1” do not exist.", {path.string()}),
                           error.message());
        if (isPhotoList(path)) {
            auto listed = photoList(path);
            if (!listed)
                return tl::make_unexpected(listed.error());
            for (IndexedRoot& root : *listed)
                index.add(std::move(root));
            continue;
        }
        const bool isArchive = !fs::is_directory(status);
        std::optional<SplitFolder> part;
        if (!isArchive)
            part = places365Split(path, split);
        if (part && !part->photos.empty()) {
            index.add(listedPhotos(*part));
            continue;
        }
        const fs::path root = part ? part->folder : path;
        const auto same = std::find_if(known.begin(), known.end(), [&](const IndexedRoot& before) {
            return before.path == root && before.isArchive == isArchive && before.isCurrent();
        });
        if (same != known.end()) {
            index.add(*same);
            continue;
        }
        isNew = true;
        auto searched = isArchive ? searchArchive(root, progress) : searchFolder(root, progress);
        if (!searched)
            return tl::make_unexpected(searched.error());
        index.add(std::move(*searched));
    }
    if (index.count_ == 0)
        return failure(ErrorCode::NotFound, text("The training data hold no photos."));
    if (isNew && !file.empty())
        (void)writeIndexFile(file, index.roots_); // the next run searches again
    return index;
}

void PhotoIndex::add(IndexedRoot root)
{
    firsts_.push_back(count_);
    count_ += std::int64_t(root.photos.size());
    roots_.push_back(std::move(root));
}

const IndexedPhoto& PhotoIndex::photo(std::int64_t index, const IndexedRoot*& root) const
{
    // Roots without photos start where the next one does: the last one that starts here counts.
    const auto after = std::upper_bound(firsts_.begin(), firsts_.end(), index);
    const auto number = std::size_t(after - firsts_.begin()) - 1;
    root = &roots_.at(number);
    return root->photos.at(std::size_t(index - firsts_[number]));
}

std::vector<DataOrigin> PhotoIndex::origins() const
{
    std::vector<DataOrigin> all;
    for (const IndexedRoot& root : roots_)
        if (!root.continuesList)
            all.push_back(root.origin);
    return all;
}

std::string PhotoIndex::name(std::int64_t index) const
{
    const IndexedRoot* root = nullptr;
    const IndexedPhoto& entry = photo(index, root);
    return (root->path / entry.name).string();
}

std::string PhotoIndex::address(std::int64_t index) const
{
    const IndexedRoot* root = nullptr;
    const IndexedPhoto& entry = photo(index, root);
    std::error_code error;
    const fs::path base = fs::absolute(root->path, error).lexically_normal();
    if (root->isArchive)
        return std::string(base.string()).append(archiveMark).append(entry.name);
    return (base / entry.name).lexically_normal().string();
}

std::string PhotoIndex::category(std::int64_t index) const
{
    const IndexedRoot* root = nullptr;
    const fs::path inside = fs::path(photo(index, root).name).parent_path().lexically_normal();
    if (inside.is_absolute() || (!inside.empty() && *inside.begin() == ".."))
        return inside.filename().string();
    if (!inside.empty() && inside != ".")
        return inside.generic_string();
    if (root->isArchive)
        return root->path.stem().string();
    const fs::path folder = (root->path / "").lexically_normal().parent_path();
    return folder.filename().string();
}

Result<std::vector<std::uint8_t>> PhotoIndex::read(std::int64_t index) const
{
    const IndexedRoot* root = nullptr;
    const IndexedPhoto& entry = photo(index, root);
    const fs::path path = root->isArchive ? root->path : root->path / entry.name;
    std::uint64_t size = entry.size;
    if (!root->isArchive) { // it may have changed, or never been looked at
        std::error_code error;
        size = fs::file_size(path, error);
        if (error)
            return failure(ErrorCode::Unreadable,
                           text("The photo “%1” cannot be read.", {name(index)}), error.message());
    }
    std::ifstream file(path, std::ios::binary);
    std::vector<std::uint8_t> bytes(size);
    if (!file.seekg(std::streamoff(entry.offset)) ||
        !file.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(bytes.size())))
        return failure(ErrorCode::Unreadable,
                       text("The photo “%1” cannot be read.", {name(index)}));
    return bytes;
}

} // namespace autochrome::inline collection
