#include "core/photo/originals.h"

#include "core/photo/result_finder.h"

namespace autochrome::inline photo {

namespace fs = std::filesystem;

void Originals::add(const fs::path& photo, Kind kind)
{
    add(FileKeys::of(photo), kind);
}

void Originals::add(const FileKeys& photo, Kind kind)
{
    const auto enter = [kind](Entries& entries, std::uint64_t key) {
        Kind& known = entries.try_emplace(key, kind).first->second;
        if (kind == Kind::Named)
            known = kind;
    };
    const std::lock_guard lock(mutex_);
    enter(places_, photo.place);
    if (photo.file)
        enter(files_, *photo.file);
    else
        enter(gone_, photo.loosePlace);
    if (photo.behind)
        enter(places_, *photo.behind);
}

void Originals::assign(const std::vector<FileKeys>& photos)
{
    Originals all;
    for (const FileKeys& photo : photos)
        all.add(photo);
    const std::lock_guard lock(mutex_);
    files_ = std::move(all.files_);
    places_ = std::move(all.places_);
    gone_ = std::move(all.gone_);
}

// With the mutex held.
const Originals::Kind* Originals::find(const FileKeys& file) const
{
    const Kind* found = nullptr;
    const auto look = [&](const Entries& entries, std::uint64_t key) {
        if (const auto entry = entries.find(key); entry != entries.end())
            if (!found || entry->second == Kind::Named)
                found = &entry->second;
    };
    look(places_, file.place);
    if (file.file)
        look(files_, *file.file);
    look(gone_, file.loosePlace);
    return found;
}

bool Originals::contains(const fs::path& path) const
{
    const FileKeys keys = FileKeys::of(path);
    const std::lock_guard lock(mutex_);
    return find(keys) != nullptr;
}

bool Originals::protects(const fs::path& target, const std::string& madeFrom) const
{
    const FileKeys keys = FileKeys::of(target);
    {
        const std::lock_guard lock(mutex_);
        const Kind* kind = find(keys);
        if (!kind)
            return false;
        if (*kind == Kind::Named)
            return true;
    }
    return madeFrom.empty() || sourceOfResult(target) != madeFrom;
}

} // namespace autochrome::inline photo
