#include "ui/document/open_photos.h"

namespace autochrome {

void OpenPhotos::add(PhotoDocument* document, const FileKeys& keys)
{
    photos_.insert(document, keys);
    places_.insert(keys.place, document);
    if (keys.behind)
        places_.insert(*keys.behind, document);
    if (keys.file)
        files_.insert(*keys.file, document);
}

void OpenPhotos::remove(PhotoDocument* document)
{
    const auto isThis = [document](const auto& entry) { return entry.value() == document; };
    photos_.remove(document);
    places_.removeIf(isThis);
    files_.removeIf(isThis);
}

PhotoDocument* OpenPhotos::find(const FileKeys& keys) const
{
    PhotoDocument* found = places_.value(keys.place);
    if (!found && keys.behind)
        found = places_.value(*keys.behind);
    if (!found && keys.file)
        found = files_.value(*keys.file);
    return found;
}

std::vector<FileKeys> OpenPhotos::keys() const
{
    return {photos_.begin(), photos_.end()};
}

} // namespace autochrome
