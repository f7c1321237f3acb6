#include "ui/training/data/left_out_row.h"

#include "core/collection/photo_list.h"
#include "ui/training/data/survey_words.h"

#include <QCoreApplication>
#include <QDir>
#include <cstring>

namespace autochrome {

namespace {

/// The last part of an address: of the path, or of the path in an archive.
QString nameOf(const QString& address)
{
    const qsizetype slash = address.lastIndexOf(u'/');
    const qsizetype mark = address.lastIndexOf(QLatin1String(archiveMark));
    return mark > slash ? address.mid(mark + qsizetype(std::strlen(archiveMark)))
                        : address.mid(slash + 1);
}

} // namespace

LeftOutRow LeftOutRow::of(const LeftOutPhoto& photo, const std::shared_ptr<const Survey>& survey)
{
    LeftOutRow row{.survey = survey, .number = photo.number, .why = photo.why};
    row.address = QString::fromStdString(photo.name);
    row.name = nameOf(row.address);
    row.same = QString::fromStdString(photo.same);
    return row;
}

QString LeftOutRow::reason() const
{
    if (!same.isEmpty())
        return QCoreApplication::translate("TrainingData", "Duplicate: the same file as “%1”")
            .arg(QDir::toNativeSeparators(same));
    return useText(why) + QStringLiteral(": ") + useMeaning(why);
}

} // namespace autochrome
