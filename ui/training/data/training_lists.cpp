#include "ui/training/data/training_lists.h"

#include "ui/training/data/data_paths.h"
#include "ui/widgets/path_names.h"

#include <QCoreApplication>

namespace autochrome {

Result<TrainingLists> writeTrainingLists(const TrainingData& data,
                                         const std::filesystem::path& folder)
{
    if (!data.survey)
        return failure(ErrorCode::Usage,
                       QCoreApplication::translate("TrainingData",
                                                   "The photos have not been looked through yet.")
                           .toStdString());
    if (const QString gone = firstMissing(data.sources); !gone.isEmpty())
        return failure(ErrorCode::NotFound, goneSentence(gone).toStdString());
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return failure(
            ErrorCode::WriteFailed,
            QCoreApplication::translate("TrainingData", "The folder “%1” cannot be made.")
                .arg(nameOfPath(folder))
                .toStdString(),
            error.message());
    const Survey& checked = data.validationSurvey ? *data.validationSurvey : *data.survey;
    const auto photos = writePhotoList(*data.survey, data.split.train, folder / trainList);
    if (!photos)
        return tl::make_unexpected(photos.error());
    const auto validation = writePhotoList(checked, data.split.validation, folder / validationList);
    if (!validation)
        return tl::make_unexpected(validation.error());
    TrainingLists lists{.photos = *photos, .validationPhotos = *validation};
    if (lists.photos == 0)
        return failure(
            ErrorCode::Corrupt,
            QCoreApplication::translate("TrainingData", "None of these photos can be learned from.")
                .toStdString());
    lists.train = {folder / trainList};
    if (lists.validationPhotos > 0)
        lists.validation = {folder / validationList};
    return lists;
}

} // namespace autochrome
