#include "core/base/parameter.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace autochrome::inline base {
namespace {

std::string inDigits(double value)
{
    char digits[64];
    const auto end = std::to_chars(digits, digits + sizeof digits, value);
    return {digits, end.ptr};
}

// As a sentence says it: 1000000, never 1e+06.
std::string inFull(double value)
{
    char digits[400];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed);
    return {digits, end.ptr};
}

// What a list of numbers is called in commands when there are none.
constexpr std::string_view noNumbers = "none";

std::string listed(const std::vector<double>& numbers)
{
    std::string list;
    for (const double number : numbers) {
        if (!list.empty())
            list += ',';
        list += inDigits(number);
    }
    return list.empty() ? std::string(noNumbers) : list;
}

std::string namesOf(const ParameterFacts& facts)
{
    std::string names;
    for (const ParameterChoice& choice : facts.choices)
        names += (names.empty() ? "" : ", ") + std::string(choice.name);
    return names;
}

bool hasForm(const ParameterFacts& facts, const std::string& value)
{
    return !facts.form.fits || facts.form.fits(value);
}

bool hasChoice(const ParameterFacts& facts, const std::string& name)
{
    return std::ranges::any_of(facts.choices, [&](const auto& c) { return name == c.name; });
}

bool isWithin(const ParameterRange& range, double value)
{
    if (*range.zero && value == 0)
        return true;
    const bool isInside =
        value <= range.most && (range.aboveLeast ? value > range.least : value >= range.least);
    return isInside && (range.multipleOf == 0 || std::fmod(value, range.multipleOf) == 0);
}

template <class Number>
std::optional<Number> numberOf(std::string_view text)
{
    Number number{};
    if (text.starts_with('+'))
        text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

// What listed() writes; nothing if a part of it is no number.
std::optional<std::vector<double>> numbersOf(std::string_view list)
{
    std::vector<double> numbers;
    if (list == noNumbers)
        return numbers;
    for (std::size_t start = 0; start <= list.size();) {
        const std::size_t end = std::min(list.find(',', start), list.size());
        const auto number = numberOf<double>(list.substr(start, end - start));
        if (!number)
            return std::nullopt;
        numbers.push_back(*number);
        start = end + 1;
    }
    return numbers;
}

// The sentence of a value of another kind.
Message sentenceOfKind(const ParameterFacts& facts)
{
    switch (facts.kind) {
    case ParameterKind::Switch:
        return text("The setting “%1” has to be true or false.", {facts.key});
    case ParameterKind::Whole:
        return text("The setting “%1” has to be a whole number.", {facts.key});
    case ParameterKind::Number:
        return text("The setting “%1” has to be a number.", {facts.key});
    case ParameterKind::Choice:
        return text("The setting “%1” has to be one of %2.", {facts.key, namesOf(facts)});
    case ParameterKind::Numbers:
        return text("The setting “%1” has to be a list of %2 numbers, or an empty one.",
                    {facts.key, std::to_string(facts.count)});
    case ParameterKind::Text:
        if (*facts.form.sentence)
            return text(facts.form.sentence, {facts.key, facts.form.example});
        break;
    }
    return text("The setting “%1” has to be text.", {facts.key});
}

Message sentenceOfRange(const ParameterFacts& facts)
{
    const ParameterRange& range = facts.range;
    const std::string least = inFull(range.least);
    const std::string most = inFull(range.most);
    if (range.multipleOf != 0 && *range.zero)
        return text("The setting “%1” has to be 0 or a multiple of %2 from %3 to %4.",
                    {facts.key, std::to_string(range.multipleOf), least, most});
    if (range.multipleOf != 0)
        return text("The setting “%1” has to be a multiple of %2 from %3 to %4.",
                    {facts.key, std::to_string(range.multipleOf), least, most});
    if (range.aboveLeast)
        return text("The setting “%1” has to be above %2 and at most %3.",
                    {facts.key, least, most});
    return text("The setting “%1” has to be from %2 to %3.", {facts.key, least, most});
}

} // namespace

std::string_view ParameterFacts::stage() const
{
    const std::string_view whole = key;
    const auto dot = whole.find('.');
    return dot == std::string_view::npos ? std::string_view() : whole.substr(0, dot);
}

std::string_view ParameterFacts::name() const
{
    const std::string_view whole = key;
    return whole.substr(whole.find('.') + 1); // of none: from 0
}

std::string ParameterFacts::longOption() const
{
    const std::string_view names = option.names;
    const auto at = names.find("--");
    return at == std::string_view::npos ? std::string() : std::string(names.substr(at));
}

std::string ParameterFacts::demand() const
{
    switch (kind) {
    case ParameterKind::Switch:
        if (choices.empty())
            return "true or false";
        [[fallthrough]];
    case ParameterKind::Choice:
        return "one of " + namesOf(*this);
    case ParameterKind::Text:
        return form.demand;
    case ParameterKind::Numbers:
        return std::to_string(count) + " numbers with commas between them, or " +
               std::string(noNumbers);
    case ParameterKind::Whole:
    case ParameterKind::Number:
        break;
    }
    if (range.isAny64)
        return "a whole number from 0 on";
    std::string words = *range.zero ? range.zero + std::string(" or ") : std::string();
    if (range.multipleOf != 0)
        words += "a multiple of " + std::to_string(range.multipleOf);
    else
        words += kind == ParameterKind::Whole ? "a whole number" : "a number";
    return words + (range.aboveLeast ? " above " : " from ") + inFull(range.least) +
           (range.aboveLeast ? " and at most " : " to ") + inFull(range.most);
}

Result<void> ParameterFacts::check(const ParameterValue& value) const
{
    const auto wrong = [this](Message sentence) {
        return failure(ErrorCode::Usage, std::move(sentence), key);
    };
    if (kind == ParameterKind::Numbers) {
        const auto* numbers = std::get_if<std::vector<double>>(&value);
        const bool fits = numbers && (numbers->empty() || int(numbers->size()) == count) &&
                          std::ranges::all_of(*numbers, [](double n) { return std::isfinite(n); });
        return fits ? Result<void>() : wrong(sentenceOfKind(*this));
    }
    if (kind == ParameterKind::Switch)
        return std::holds_alternative<bool>(value) ? Result<void>() : wrong(sentenceOfKind(*this));
    if (kind == ParameterKind::Choice || kind == ParameterKind::Text) {
        const auto* name = std::get_if<std::string>(&value);
        const bool fits =
            name && (kind == ParameterKind::Text ? hasForm(*this, *name) : hasChoice(*this, *name));
        return fits ? Result<void>() : wrong(sentenceOfKind(*this));
    }
    if (range.isAny64)
        return std::holds_alternative<std::int64_t>(value) ? Result<void>()
                                                           : wrong(sentenceOfKind(*this));
    double number = 0;
    if (const auto* whole = std::get_if<std::int64_t>(&value))
        number = double(*whole);
    else if (const auto* real = std::get_if<double>(&value); real && kind == ParameterKind::Number)
        number = *real;
    else
        return wrong(sentenceOfKind(*this));
    return isWithin(range, number) ? Result<void>() : wrong(sentenceOfRange(*this));
}

std::string ParameterFacts::toText(const ParameterValue& value) const
{
    if (const auto* on = std::get_if<bool>(&value)) {
        if (choices.size() == 2)
            return choices[*on ? 1 : 0].name;
        return *on ? "true" : "false";
    }
    if (const auto* name = std::get_if<std::string>(&value))
        return *name;
    if (const auto* numbers = std::get_if<std::vector<double>>(&value))
        return listed(*numbers);
    const auto* whole = std::get_if<std::int64_t>(&value);
    if (whole && range.isAny64)
        return std::to_string(std::uint64_t(*whole));
    if (*range.zero && (whole ? *whole == 0 : std::get<double>(value) == 0))
        return range.zero;
    return whole ? std::to_string(*whole) : inDigits(std::get<double>(value));
}

std::optional<ParameterValue> ParameterFacts::fromText(std::string_view given) const
{
    std::optional<ParameterValue> value;
    switch (kind) {
    case ParameterKind::Switch:
        if (given == toText(true) || given == toText(false))
            value = given == toText(true);
        break;
    case ParameterKind::Choice:
    case ParameterKind::Text:
        value = std::string(given);
        break;
    case ParameterKind::Numbers:
        if (auto numbers = numbersOf(given))
            value = std::move(*numbers);
        break;
    case ParameterKind::Whole:
        if (*range.zero && given == range.zero)
            return std::int64_t(0);
        if (const auto any = numberOf<std::uint64_t>(given); any && range.isAny64)
            value = std::int64_t(*any);
        else if (const auto whole = numberOf<std::int64_t>(given); whole && !range.isAny64)
            value = *whole;
        break;
    case ParameterKind::Number:
        if (*range.zero && given == range.zero)
            return 0.0;
        if (const auto number = numberOf<double>(given))
            value = *number;
        break;
    }
    // "0" is no second word for what has a name of its own.
    const bool isNamed = *range.zero && value && toText(*value) == range.zero;
    return value && !isNamed && check(*value) ? value : std::nullopt;
}

} // namespace autochrome::inline base
