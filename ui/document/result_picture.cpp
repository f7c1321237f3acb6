#include "ui/document/result_picture.h"

#include "core/edit/restoration.h"
#include "core/photo/photo_reader.h"
#include "ui/viewer/thumbnail.h"
#include "ui/widgets/path_names.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace autochrome {

namespace {

Error wrongSize(const QString& path, const Photo& source)
{
    const QString sentence = QCoreApplication::translate(
        "ResultPicture", "“%1” cannot be shown as the result of “%2”: their sizes differ.");
    const QString sourceName = QString::fromStdString(source.source.name());
    return {
        ErrorCode::Usage, sentence.arg(QFileInfo(path).fileName(), sourceName).toStdString(), {}};
}

} // namespace

Result<ResultPicture> readResultPicture(const QString& path, const Photo& source,
                                        const Progress& progress)
{
    auto read = readPhoto(pathNamed(path), progress);
    if (!read)
        return tl::make_unexpected(std::move(read.error()));
    // Turned the way every source is, so that the two lie on one another.
    auto photo = Restoration(std::move(*read)).upright();
    if (photo->pixels.size() != source.pixels.size())
        return tl::make_unexpected(wrongSize(path, source));
    return ResultPicture{photo, thumbnailOf(photo->pixels)};
}

} // namespace autochrome
