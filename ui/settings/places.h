#pragma once

#include <QString>

namespace autochrome {

/// The person's folder of pictures; where there is none, their home folder. Always one that is
/// there: a file dialog takes the name of a folder that is not for the name of a file.
QString picturesFolder();

/// The same for documents.
QString documentsFolder();

/// A folder that was used before, if it is still there, else picturesFolder().
QString folderOrPictures(const QString& folder);

} // namespace autochrome
