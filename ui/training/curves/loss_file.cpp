#include "ui/training/curves/loss_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <string_view>

namespace autochrome {

namespace {

std::string sentence(const char* text, const QString& path, const QString& reason = {})
{
    QString pattern = QCoreApplication::translate("LossFile", text);
    return (reason.isEmpty() ? pattern.arg(QDir::toNativeSeparators(path))
                             : pattern.arg(QDir::toNativeSeparators(path), reason))
        .toStdString();
}

} // namespace

Result<std::vector<LossRow>> readLosses(const QString& path)
{
    QFile file(path);
    if (!file.exists())
        return failure(ErrorCode::NotFound,
                       sentence(QT_TRANSLATE_NOOP("LossFile", "There is no “%1”."), path));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable,
                       sentence(QT_TRANSLATE_NOOP("LossFile", "“%1” cannot be read: %2"), path,
                                file.errorString()),
                       file.errorString().toStdString());
    const QByteArray bytes = file.readAll();
    std::string_view rest(bytes.constData(), std::size_t(bytes.size()));
    // A table whose very header is still being written has no rows.
    const auto first = takeTableLine(rest);
    if (first ? !isLossTableHeader(*first) : !lossTableHeader.starts_with(rest))
        return failure(
            ErrorCode::UnsupportedFormat,
            sentence(QT_TRANSLATE_NOOP("LossFile", "“%1” is not a table of a training's steps."),
                     path));
    std::vector<LossRow> rows;
    while (const auto line = takeTableLine(rest)) {
        if (const std::optional<LossRow> row = lossTableRow(*line))
            rows.push_back(*row);
    }
    return rows;
}

} // namespace autochrome
