#include "core/learn/loop/loss_table.h"

#include <array>
#include <charconv>
#include <cinttypes>
#include <cstddef>
#include <cstdio>

namespace autochrome::inline learn {
namespace {

constexpr std::size_t columns = 14;
constexpr std::size_t stepColumns = 9; // four of a validation follow
constexpr std::size_t photoErrorColumn = 13;

using Fields = std::array<std::string_view, columns>;

/// How many there are; 0 if too many.
std::size_t split(std::string_view line, Fields& fields)
{
    for (std::size_t column = 0; column < columns; ++column) {
        const std::size_t comma = line.find(',');
        fields[column] = line.substr(0, comma);
        if (comma == std::string_view::npos)
            return column + 1;
        line.remove_prefix(comma + 1);
    }
    return 0;
}

/// Whatever the locale.
template <class Number>
bool parse(std::string_view field, Number& number)
{
    const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), number);
    return error == std::errc() && end == field.data() + field.size();
}

} // namespace

bool isLossTableHeader(std::string_view line)
{
    return line == lossTableHeader || line == lossTableHeader.substr(0, lossTableHeader.rfind(','));
}

std::string lossTableLine(const LossRow& row)
{
    char fields[512];
    std::snprintf(fields, sizeof fields, "%" PRId64 ",%" PRId64 ",%.1f,%.7g,%.7g,%.7g,%.7g,%.4g,%d",
                  row.step, row.samples, row.seconds, row.loss, row.crossEntropy, row.regression,
                  row.gradientNorm, row.rate, row.crop);
    std::string line = fields;
    if (row.validation) {
        const LossRow::Validation& v = *row.validation;
        std::snprintf(fields, sizeof fields, ",%" PRId64 ",%.4f,%.4f,%.4f", v.photos, v.abGain,
                      v.ciedeRatio, v.colourfulnessRatio);
        line += fields;
    } else {
        line += ",,,,";
    }
    std::snprintf(fields, sizeof fields, ",%.7g", row.photoError);
    return line += fields;
}

std::optional<LossRow> lossTableRow(std::string_view line)
{
    Fields fields;
    LossRow row;
    const std::size_t found = split(line, fields);
    if (found < photoErrorColumn || !parse(fields[0], row.step) || !parse(fields[1], row.samples) ||
        !parse(fields[2], row.seconds) || !parse(fields[3], row.loss) ||
        !parse(fields[4], row.crossEntropy) || !parse(fields[5], row.regression) ||
        !parse(fields[6], row.gradientNorm) || !parse(fields[7], row.rate) ||
        !parse(fields[8], row.crop) ||
        (found > photoErrorColumn && !parse(fields[photoErrorColumn], row.photoError)))
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

} // namespace autochrome::inline learn
