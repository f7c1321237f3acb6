#include "core/queue/intake/folder_watch.h"

#include "core/base/text.h"

namespace autochrome::inline queue {

namespace fs = std::filesystem;

FolderWatch::FolderWatch(fs::path folder, WalkFilter filter)
    : folder_(std::move(folder)), filter_(std::move(filter))
{
    filter_.mayBeEmpty = true; // what matters is still to come
}

// Notes the file. Only the content of settled ones is looked at, and only once: a folder on a
// network may hold thousands of files that are no photos.
bool FolderWatch::isSettled(const FoundPhoto& file, Files& now) const
{
    const std::string& name = file.path.native();
    if (returned_.contains(name))
        return false;
    File& noted = now[name] = {file.size, file.modified};
    const auto last = files_.find(name);
    if (file.size == 0 || last == files_.end() || last->second.size != file.size ||
        last->second.modified != file.modified)
        return false;
    noted.judged = true;
    return !last->second.judged;
}

Result<std::vector<FoundPhoto>> FolderWatch::look(const Progress& progress)
{
    problems_.clear();
    std::error_code error;
    // The walk would take what is no folder for a photo.
    if (!fs::is_directory(folder_, error))
        return failure(ErrorCode::NotFound,
                       text("The watched folder “%1” cannot be found.", {folder_.native()}),
                       error.message());
    Files now;
    std::vector<FoundPhoto> settled;
    WalkFilter filter = filter_;
    filter.wanted = [&](const FoundPhoto& file) {
        return isSettled(file, now) && (!filter_.wanted || filter_.wanted(file));
    };
    const auto walked = walkPhotos(
        {folder_}, filter, [&](FoundPhoto photo) { settled.push_back(std::move(photo)); },
        [&](Error problem) { problems_.push_back(std::move(problem)); }, progress);
    if (!walked)
        return tl::make_unexpected(walked.error());
    for (const FoundPhoto& photo : settled) {
        now.erase(photo.path.native());
        returned_.insert(photo.path.native());
    }
    files_ = std::move(now);
    return settled;
}

} // namespace autochrome::inline queue
