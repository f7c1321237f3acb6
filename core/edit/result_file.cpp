#include "core/edit/result_file.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/edit/colour/caught.h"

namespace autochrome::inline edit {

Result<WrittenPhoto> writeResult(const Photo& photo, RowSource& rows, std::vector<std::uint8_t> icc,
                                 Metadata metadata, const std::filesystem::path& target,
                                 const WriteOptions& options, const Progress& progress)
try {
    const ResultInfo info{std::move(icc), std::move(metadata), photo.resolution, &photo};
    Result<WrittenPhoto> written =
        writePhoto(rows, info, target, options, photo.source.path, progress);
    if (written && !photo.sourceSha256.empty()) {
        const Result<std::string> now = sha256OfFile(photo.source.path);
        if (now && *now != photo.sourceSha256)
            written->warnings.push_back(text("“%1” was changed by another program in the meantime.",
                                             {photo.source.name()}));
    }
    return written;
} catch (...) {
    return tl::make_unexpected(
        caughtError(text("“%1” could not be written.", {target.filename().string()})));
}

} // namespace autochrome::inline edit
