#pragma once

#include <QString>

namespace autochrome {

/// What a file dialog offers of a folder: photos by the extensions that they are known by, or all.
QString photoFilter();

} // namespace autochrome
