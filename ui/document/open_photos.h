#pragma once

#include "core/photo/file_keys.h"

#include <QHash>
#include <vector>

namespace autochrome {

class PhotoDocument;

/// Which of the open photos a file is, however its path is spelled. Found at once, however many are
/// open, and without looking at the disk.
class OpenPhotos
{
public:
    void add(PhotoDocument* document, const FileKeys& keys);
    void remove(PhotoDocument* document);

    PhotoDocument* find(const FileKeys& keys) const; ///< or null
    std::vector<FileKeys> keys() const;

private:
    QHash<PhotoDocument*, FileKeys> photos_;
    QHash<quint64, PhotoDocument*> places_;
    QHash<quint64, PhotoDocument*> files_;
};

} // namespace autochrome
