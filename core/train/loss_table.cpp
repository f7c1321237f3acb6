#include "core/train/loss_table.h"

#include <array>
#include <charconv>
#include <cinttypes>
#include <cstddef>
#include <cstdio>

namespace autochrome {
namespace {

constexpr std::size_t columns = 13;
constexpr std::size_t stepColumns = 9; // the others are of a validation

using Fields = std::array<std::string_view, columns>;

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

/// Whatever the locale.
template <class Number>
bool parse(std::string_view field, Number& number)
{
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    return error == std::errc() && end == field.data() + field.size();
}

} // namespace

std::string lossTableLine(const LossRow& row)
{
    char fields[512];
    std::snprintf(fields, sizeof fields, "%" PRId64 ",%" PRId64 ",%.1f,%.7g,%.7g,%.7g,%.7g,%.4g,%d",
                  row.step, row.samples, row.seconds, row.loss, row.crossEntropy, row.regression,
                  row.gradientNorm, row.rate, row.crop);
    std::string line = fields;
    if (!row.validation)
        return line += ",,,,";
    const LossRow::Validation& v = *row.validation;
    std::snprintf(fields, sizeof fields, ",%" PRId64 ",%.4f,%.4f,%.4f", v.photos, v.abGain,
                  v.ciedeRatio, v.colourfulnessRatio);
    return line += fields;
}

std::optional<LossRow> lossTableRow(std::string_view line)
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

std::optional<std::string_view> takeTableLine(std::string_view& rest)
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

} // namespace autochrome
