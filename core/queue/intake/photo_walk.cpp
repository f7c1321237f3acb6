#include "core/queue/intake/photo_walk.h"

#include "core/base/text.h"
#include "core/photo/formats/format_names.h"
#include "core/photo/photo_reader.h"

#include <algorithm>
#include <chrono>
#include <fstream>

namespace autochrome::inline queue {
namespace {

namespace fs = std::filesystem;

bool isHidden(const fs::path& path)
{
    return path.filename().native().starts_with('.');
}

class Walk
{
public:
    Walk(const WalkFilter& filter, const std::function<void(FoundPhoto)>& found,
         const std::function<void(Error)>& problem, const Progress& progress)
        : filter_(filter), found_(found), problem_(problem), progress_(progress)
    {
    }

    // A file that cannot be looked at has no size: the reader will tell what is the matter with it.
    void add(const fs::path& path, const fs::path& root)
    {
        add(measured(path, root).value_or(FoundPhoto{path, root, 0, 0}));
    }

    void enter(const fs::path& folder, const fs::path& root)
    {
        progress_.checkpoint();
        progress_.report(0, counted("%n photo found|%n photos found", count_));
        std::error_code error;
        std::vector<fs::directory_entry> entries;
        for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error))
            entries.push_back(*entry);
        if (error) {
            ++problems_;
            problem_(
                {ErrorCode::Unreadable,
                 text("The folder “%1” cannot be read: %2.", {folder.native(), error.message()}),
                 error.message()});
        }
        std::ranges::sort(entries);
        for (const fs::directory_entry& entry : entries) {
            if (isHidden(entry.path()))
                continue;
            std::error_code ignored;
            if (entry.is_directory(ignored)) {
                if (filter_.recursive && !entry.is_symlink(ignored) && !isLeftOut(entry.path()))
                    enter(entry.path(), root);
            } else if (entry.is_regular_file(ignored)) {
                auto photo = measured(entry.path(), root);
                if (photo && isWanted(*photo))
                    add(std::move(*photo));
            }
        }
    }

    std::int64_t count() const { return count_; }
    std::int64_t problems() const { return problems_; }

private:
    void add(FoundPhoto photo)
    {
        found_(std::move(photo));
        ++count_;
    }

    static std::optional<FoundPhoto> measured(const fs::path& path, const fs::path& root)
    {
        std::error_code error;
        FoundPhoto photo{path, root, 0, 0};
        photo.size = std::int64_t(fs::file_size(path, error));
        if (error)
            return std::nullopt;
        photo.modified = std::chrono::duration_cast<std::chrono::nanoseconds>(
                             fs::last_write_time(path, error).time_since_epoch())
                             .count();
        if (error)
            return std::nullopt;
        return photo;
    }

    bool isLeftOut(const fs::path& folder) const
    {
        std::error_code ignored;
        return !filter_.leftOut.empty() && fs::equivalent(folder, filter_.leftOut, ignored);
    }

    bool isWanted(const FoundPhoto& file) const
    {
        if (file.size < filter_.smallest || (filter_.largest >= 0 && file.size > filter_.largest))
            return false;
        if (filter_.wanted && !filter_.wanted(file))
            return false;
        // A damaged file with a photo's name is one that the person should hear about.
        std::optional<FileFormat> format = formatOfExtension(file.path);
        if (!format)
            if (const auto header = readPhotoHeader(file.path))
                format = header->format;
        return format && (filter_.formats.empty() || filter_.formats.contains(*format));
    }

    const WalkFilter& filter_;
    const std::function<void(FoundPhoto)>& found_;
    const std::function<void(Error)>& problem_;
    const Progress& progress_;
    std::int64_t count_ = 0;
    std::int64_t problems_ = 0;
};

} // namespace

Result<void> walkPhotos(const std::vector<fs::path>& inputs, const WalkFilter& filter,
                        const std::function<void(FoundPhoto)>& found,
                        const std::function<void(Error)>& problem, const Progress& progress)
try {
    Walk walk(filter, found, problem, progress);
    for (const fs::path& input : inputs) {
        std::error_code error;
        if (!fs::is_directory(input, error)) {
            walk.add(input, {});
            continue;
        }
        const std::int64_t before = walk.count() + walk.problems();
        walk.enter(input, input);
        if (!filter.mayBeEmpty && walk.count() + walk.problems() == before)
            problem({ErrorCode::NotFound,
                     text("The folder “%1” holds no photos.", {input.native()}),
                     {}});
    }
    return {};
} catch (const Cancelled&) {
    return failure(ErrorCode::Cancelled, text("Stopped."));
}

Result<std::vector<fs::path>> readPhotoList(const fs::path& list, const fs::path& base)
{
    std::ifstream file(list);
    if (!file)
        return failure(fs::exists(list) ? ErrorCode::Unreadable : ErrorCode::NotFound,
                       text("The list “%1” cannot be read.", {list.native()}));
    std::vector<fs::path> paths;
    for (std::string line; std::getline(file, line);) {
        if (line.ends_with('\r'))
            line.pop_back();
        if (!line.empty() && !line.starts_with('#'))
            paths.push_back(base / line);
    }
    if (file.bad())
        return failure(ErrorCode::Unreadable,
                       text("The list “%1” cannot be read.", {list.native()}));
    return paths;
}

bool isInShard(const FoundPhoto& photo, int index, int count)
{
    const std::string name = photo.root.empty()
                                 ? photo.path.native()
                                 : photo.path.lexically_relative(photo.root).native();
    // FNV-1a (Fowler, Noll and Vo), the same on every machine.
    std::uint64_t hash = 14695981039346656037u;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return hash % std::uint64_t(count) == std::uint64_t(index - 1);
}

} // namespace autochrome::inline queue
