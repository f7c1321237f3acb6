#pragma once

#include "core/learn/survey/survey.h"

#include <QMetaType>
#include <QString>
#include <memory>

namespace autochrome {

/// A photo that is left out, as its list shows it.
struct LeftOutRow
{
    static LeftOutRow of(const LeftOutPhoto& photo, const std::shared_ptr<const Survey>& survey);

    std::shared_ptr<const Survey> survey = {}; ///< that it was found in
    std::int64_t number = -1;                  ///< there
    PhotoUse why = PhotoUse::Corrupt;
    QString name = {};    ///< of the file, or inside its archive
    QString address = {}; ///< in full
    QString same = {};    ///< of a duplicate: the address of the photo that stays

    /// The reason in words: "Duplicate: the same file as “…”".
    QString reason() const;
};

} // namespace autochrome
