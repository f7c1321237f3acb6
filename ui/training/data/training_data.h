#pragma once

#include "core/learn/survey/train_split.h"

#include <QString>
#include <QStringList>
#include <memory>

namespace autochrome {

/// What kind of photos a training learns from; these words also stand in the settings.
namespace data_kind {
inline const QString archive = QStringLiteral("archive");     ///< of the person's own places
inline const QString folder = QStringLiteral("folder");       ///< any photos
inline const QString published = QStringLiteral("places365"); ///< with a validation part
} // namespace data_kind

/// Photos that were looked through and parted: what a training can start with.
struct TrainingData
{
    QString kind = data_kind::archive; ///< one of data_kind
    QStringList sources = {};          ///< folders, tar archives and lists, absolute
    std::shared_ptr<const Survey> survey = {};
    /// Its `validation` numbers the photos of `validationSurvey` where there is one.
    TrainSplit split = {};
    /// Of a published set that brings its own validation photos; else null.
    std::shared_ptr<const Survey> validationSurvey = {};
};

} // namespace autochrome
