#include "ui/training/data/survey_words.h"

#include <QCoreApplication>
#include <algorithm>
#include <limits>

namespace autochrome {

QString useText(PhotoUse use)
{
    switch (use) {
    case PhotoUse::Usable:
        return QCoreApplication::translate("TrainingData", "Usable");
    case PhotoUse::Corrupt:
        return QCoreApplication::translate("TrainingData", "Damaged");
    case PhotoUse::Grey:
        return QCoreApplication::translate("TrainingData", "Grey");
    case PhotoUse::Toned:
        return QCoreApplication::translate("TrainingData", "Toned");
    case PhotoUse::Small:
        return QCoreApplication::translate("TrainingData", "Too small");
    case PhotoUse::Duplicate:
        return QCoreApplication::translate("TrainingData", "Duplicate");
    }
    return {};
}

QString useMeaning(PhotoUse use)
{
    switch (use) {
    case PhotoUse::Usable:
        break;
    case PhotoUse::Corrupt:
        return QCoreApplication::translate("TrainingData", "no readable picture");
    case PhotoUse::Grey:
        return QCoreApplication::translate("TrainingData", "black and white, or nearly");
    case PhotoUse::Toned:
        return QCoreApplication::translate("TrainingData", "one tint over everything");
    case PhotoUse::Small:
        return QCoreApplication::translate("TrainingData", "a side of less than 48 pixels");
    case PhotoUse::Duplicate:
        return QCoreApplication::translate("TrainingData", "the same file again");
    }
    return {};
}

QString photosText(std::int64_t count)
{
    const int number = int(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
    return QCoreApplication::translate("TrainingData", "%Ln photo(s)", nullptr, number);
}

} // namespace autochrome
