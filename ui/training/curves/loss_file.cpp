#include "ui/training/curves/loss_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <array>
#include <charconv>
#include <string_view>

namespace autochrome {

namespace {

constexpr std::string_view header =
    "step,samples,seconds,loss,cross_entropy,regression,gradient_norm,rate,crop,"
    "validation_photos,ab_gain,ciede2000_over_grey,colourfulness_ratio";
constexpr std::size_t columns = 13;
constexpr std::size_t stepColumns = 9; // the others are of a validation

using Fields = std::array<std::string_view, columns>;

std::string sentence(const char* text, const QString& path, const QString& reason = {})
{
    QString pattern = QCoreApplication::translate("LossFile", text);
    return (reason.isEmpty() ? pattern.arg(QDir::toNativeSeparators(path))
                             : pattern.arg(QDir::toNativeSeparators(path), reason))
        .toStdString();
}

/// The next line without its end; none if it has no end, for then it is still being written.
std::optional<std::string_view> nextLine(std::string_view& rest)
{
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    if (!line.empty() && line.back() == '\r')
        line.remove_suffix(1);
    return line;
}

bool split(std::string_view line, Fields& fields)
{
    for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t comma = line.find(',');
        if ((comma == std::string_view::npos) != (column == columns - 1))
            return false;
        fields[column] = line.substr(0, comma);
        line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    }
    return true;
}

/// Whatever the locale; "nan" and "inf", which a failing training writes, are numbers.
template <class Number>
bool parse(std::string_view field, Number& number)
{
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    return error == std::errc() && end == field.data() + field.size();
}

std::optional<LossRow> rowOf(std::string_view line)
{
    Fields fields;
    LossRow row;
    if (!split(line, fields) || !parse(fields[0], row.step) || !parse(fields[1], row.samples) ||
        !parse(fields[2], row.seconds) || !parse(fields[3], row.loss) ||
        !parse(fields[4], row.crossEntropy) || !parse(fields[5], row.regression) ||
        !parse(fields[6], row.gradientNorm) || !parse(fields[7], row.rate) ||
        !parse(fields[8], row.crop))
        return std::nullopt;
    LossRow::Validation validation;
    if (parse(fields[stepColumns], validation.photos) &&
        parse(fields[stepColumns + 1], validation.abGain) &&
        parse(fields[stepColumns + 2], validation.ciedeRatio) &&
        parse(fields[stepColumns + 3], validation.colourfulnessRatio))
        row.validation = validation;
    return row;
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
    const auto first = nextLine(rest);
    if (first ? *first != header : !header.starts_with(rest))
        return failure(
            ErrorCode::UnsupportedFormat,
            sentence(QT_TRANSLATE_NOOP("LossFile", "“%1” is not a table of a training's steps."),
                     path));
    std::vector<LossRow> rows;
    while (const auto line = nextLine(rest)) {
        if (const std::optional<LossRow> row = rowOf(*line))
            rows.push_back(*row);
    }
    return rows;
}

} // namespace autochrome
