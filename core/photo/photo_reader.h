#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/photo/photo.h"

#include <span>
#include <string>

namespace autochrome::inline photo {

/// Reads a photo, recognising its format by content, never by extension. The file is opened
/// read-only and hashed. Damaged metadata or profiles become warnings; damaged pixels an error. A
/// file that somebody writes to meanwhile is read once more, so that pixels and hash are always
/// those of one moment; if that goes on, it is Unreadable.
/// Errors: NotFound (of the file, or of the page), Unreadable, UnsupportedFormat, Corrupt, TooLarge
/// (the header claims more than this machine's memory can hold), OutOfMemory, Cancelled.
Result<Photo> readPhoto(const PhotoId& photo, const Progress& progress = Progress());

/// The same for bytes in memory; `name` is for sentences.
Result<Photo> readPhoto(std::span<const std::uint8_t> bytes, const std::string& name,
                        const Progress& progress = Progress());

/// Reads only what the header says.
Result<PhotoHeader> readPhotoHeader(const PhotoId& photo);

/// What a photo's file says, or the sidecar beside it, without a look at its pixels; empty if it
/// cannot be read.
Metadata readPhotoMetadata(const std::filesystem::path& path);

/// The photo with its pixels turned upright and orientation 1; the same if they already are.
Photo uprighted(Photo photo);
/// The same with pixels that somebody has turned upright; those of the photo are not looked at.
Photo uprighted(Photo photo, cv::Mat turned);

} // namespace autochrome::inline photo
