#include "core/collection/photo_list.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/collection/tar_index.h"

#include <cstring>
#include <fstream>
#include <map>
#include <unordered_map>

namespace autochrome::inline collection {
namespace {

namespace fs = std::filesystem;

/// A line without what an editor on another system may have put around it.
std::string_view bareLine(std::string_view line, bool isFirst)
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (isFirst && line.starts_with(byteOrderMark))
        line.remove_prefix(byteOrderMark.size());
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

/// Gives the photos of one archive their places in it. One that is not there keeps the size 0 and
/// is read as a photo without content, which cannot be used.
void findMembers(IndexedRoot& root)
{
    const auto members = readTarIndex(root.path);
    if (!members)
        return;
    std::unordered_map<std::string_view, const TarMember*> places;
    for (const TarMember& member : *members)
        places.emplace(member.name, &member);
    for (IndexedPhoto& photo : root.photos)
        if (const auto place = places.find(photo.name); place != places.end()) {
            photo.offset = place->second->offset;
            photo.size = place->second->size;
        }
}

/// Sorts the lines of one list into what lies in files and what lies in which archive.
class ListedPhotos
{
public:
    explicit ListedPhotos(const fs::path& list)
    {
        IndexedRoot files;
        std::error_code error;
        files.path = fs::absolute(list, error).parent_path(); // "a.txt" alone has no parent
        roots_.push_back(std::move(files));
    }

    void add(std::string_view line)
    {
        digest_.add(line.data(), line.size());
        digest_.add("\n", 1);
        ++count_;
        for (std::size_t at = line.find(archiveMark); at != std::string_view::npos;
             at = line.find(archiveMark, at + 1))
            if (IndexedRoot* archive = archiveAt(line.substr(0, at))) {
                archive->photos.push_back(
                    {std::string(line.substr(at + std::strlen(archiveMark))), 0, 0});
                return;
            }
        roots_.front().photos.push_back({std::string(line), 0, 0});
    }

    std::int64_t count() const { return count_; }

    std::vector<IndexedRoot> take(const std::string& name)
    {
        for (IndexedRoot& root : roots_)
            if (root.isArchive)
                findMembers(root);
        roots_.front().origin = {name, digest_.hex(), count_};
        return std::move(roots_);
    }

private:
    /// Nothing if what stands before the mark is no file: then the mark is part of a name.
    IndexedRoot* archiveAt(std::string_view name)
    {
        const auto known = archives_.find(name);
        if (known != archives_.end())
            return known->second < 0 ? nullptr : &roots_[std::size_t(known->second)];
        std::error_code error;
        const fs::path path = roots_.front().path / name;
        const bool isFile = fs::is_regular_file(path, error);
        archives_.emplace(name, isFile ? std::int64_t(roots_.size()) : -1);
        if (!isFile)
            return nullptr;
        IndexedRoot root;
        root.path = path;
        root.isArchive = true;
        root.continuesList = true;
        roots_.push_back(std::move(root));
        return &roots_.back();
    }

    std::vector<IndexedRoot> roots_;
    std::map<std::string, std::int64_t, std::less<>> archives_;
    Sha256 digest_;
    std::int64_t count_ = 0;
};

} // namespace

bool isPhotoList(const fs::path& path)
{
    std::error_code error;
    return path.extension() == ".txt" && fs::is_regular_file(path, error);
}

Result<std::vector<IndexedRoot>> photoList(const fs::path& list)
{
    std::ifstream file(list, std::ios::binary);
    if (!file)
        return failure(ErrorCode::Unreadable,
                       text("The list “%1” cannot be read.", {list.string()}));
    ListedPhotos listed(list);
    bool isFirst = true;
    for (std::string line; std::getline(file, line); isFirst = false) {
        const std::string_view photo = bareLine(line, isFirst);
        if (!photo.empty() && !photo.starts_with('#'))
            listed.add(photo);
    }
    if (file.bad())
        return failure(ErrorCode::Unreadable,
                       text("The list “%1” cannot be read.", {list.string()}));
    if (listed.count() == 0)
        return failure(ErrorCode::NotFound,
                       text("The list “%1” names no photos.", {list.string()}));
    return listed.take(list.filename().string());
}

} // namespace autochrome::inline collection
