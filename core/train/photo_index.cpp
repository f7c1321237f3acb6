#include "core/train/photo_index.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/train/tar_index.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>

namespace autochrome {
namespace {

namespace fs = std::filesystem;

bool isPhotoName(const std::string& name)
{
    static constexpr std::array<const char*, 8> extensions{".jpg", ".jpeg", ".png",  ".webp",
                                                           ".bmp", ".tif",  ".tiff", ".jpe"};
    std::string extension = fs::path(name).extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](unsigned char c) { return char(std::tolower(c)); });
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

} // namespace

Result<PhotoIndex> PhotoIndex::build(const std::vector<fs::path>& paths, const Progress& progress,
                                     DataSplit split)
{
    PhotoIndex index;
    for (const fs::path& path : paths) {
        std::error_code error;
        const fs::file_status status = fs::status(path, error);
        if (!fs::exists(status))
            return failure(ErrorCode::NotFound,
                           text("The training data “%1” do not exist.", {path.string()}),
                           error.message());
        const bool isArchive = !fs::is_directory(status);
        std::optional<SplitFolder> part;
        if (!isArchive)
            part = places365Split(path, split);
        const fs::path root = part ? part->folder : path;
        index.roots_.push_back(root);
        index.isArchive_.push_back(isArchive);
        if (part && !part->photos.empty()) {
            index.addListed(*part);
            continue;
        }
        const Result<void> added =
            isArchive ? index.addArchive(root) : index.addFolder(root, progress);
        if (!added)
            return tl::make_unexpected(added.error());
    }
    if (index.entries_.empty())
        return failure(ErrorCode::NotFound, text("The training data hold no photos."));
    return index;
}

Result<void> PhotoIndex::addArchive(const fs::path& path)
{
    auto members = readTarIndex(path);
    if (!members)
        return tl::make_unexpected(members.error());
    auto digest = sha256OfFile(path);
    if (!digest)
        return tl::make_unexpected(digest.error());
    DataOrigin origin{path.filename().string(), *digest, 0};
    for (TarMember& member : *members) {
        if (!isPhotoName(member.name))
            continue;
        entries_.push_back(
            {std::uint32_t(roots_.size() - 1), std::move(member.name), member.offset, member.size});
        ++origin.photos;
    }
    origins_.push_back(std::move(origin));
    return {};
}

Result<void> PhotoIndex::addFolder(const fs::path& path, const Progress& progress)
{
    std::error_code error;
    std::vector<std::pair<std::string, std::uint64_t>> found;
    fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied,
                                          error);
    for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
        if (progress.isCancelled())
            return failure(ErrorCode::Cancelled, text("Stopped."));
        std::error_code ignored;
        if (!walk->is_regular_file(ignored) || !isPhotoName(walk->path().string()))
            continue;
        found.emplace_back(walk->path().lexically_relative(path).generic_string(),
                           walk->file_size(ignored));
    }
    if (error)
        return failure(ErrorCode::Unreadable,
                       text("The folder “%1” cannot be read.", {path.string()}), error.message());
    std::sort(found.begin(), found.end());

    Sha256 listing;
    for (auto& [name, size] : found) {
        const std::string line = name + " " + std::to_string(size) + "\n";
        listing.add(line.data(), line.size());
        entries_.push_back({std::uint32_t(roots_.size() - 1), std::move(name), 0, size});
    }
    origins_.push_back({path.filename().string(), listing.hex(), std::int64_t(found.size())});
    return {};
}

void PhotoIndex::addListed(const SplitFolder& split)
{
    Sha256 listing;
    for (const std::string& name : split.photos) {
        listing.add(name.data(), name.size());
        listing.add("\n", 1);
        entries_.push_back({std::uint32_t(roots_.size() - 1), name, 0, 0});
    }
    origins_.push_back(
        {split.folder.filename().string(), listing.hex(), std::int64_t(split.photos.size())});
}

std::string PhotoIndex::name(std::int64_t index) const
{
    const Entry& entry = entries_.at(std::size_t(index));
    return (roots_[entry.root] / entry.name).string();
}

Result<std::vector<std::uint8_t>> PhotoIndex::read(std::int64_t index) const
{
    const Entry& entry = entries_.at(std::size_t(index));
    const fs::path path =
        isArchive_[entry.root] ? roots_[entry.root] : roots_[entry.root] / entry.name;
    std::uint64_t size = entry.size;
    if (!isArchive_[entry.root]) { // it may have changed, or never been looked at
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

} // namespace autochrome
