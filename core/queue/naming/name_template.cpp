#include "core/queue/naming/name_template.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>

namespace autochrome::inline queue {
namespace {

// NAME_MAX of every file system that matters.
constexpr std::size_t longestName = 255;

// The start of a text that has at most so many bytes and does not end within a UTF-8 character.
std::string_view fitting(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    std::size_t end = bytes;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end);
}

// A file name that fits; what is cut is the end of its stem.
std::string shortened(const std::string& stem, const std::string& ending)
{
    const std::size_t room = longestName - std::min(longestName, ending.size());
    return std::string(fitting(stem, room)) + ending;
}

std::string withoutSlashes(std::string field)
{
    std::ranges::replace(field, '/', '_');
    std::ranges::replace(field, '\0', '_');
    return field;
}

tl::unexpected<Error> unusable(std::string_view pattern, const Message& why)
{
    return failure(ErrorCode::Usage, text("“%1” cannot name results: %2.", {pattern, why}));
}

} // namespace

Result<NameTemplate::Part> NameTemplate::placeholder(std::string_view inside,
                                                     std::string_view pattern)
{
    using Kind = Part::Kind;
    static constexpr std::pair<std::string_view, Kind> known[] = {
        {"name", Kind::Name}, {"ext", Kind::Ext},     {"parent", Kind::Parent},
        {"date", Kind::Date}, {"model", Kind::Model}, {"batch", Kind::Batch},
    };
    for (const auto& [word, kind] : known)
        if (inside == word)
            return Part{kind, {}, 0};
    if (inside == "counter")
        return Part{Kind::Counter, {}, 1};
    if (inside.starts_with("counter:")) {
        const std::string_view number = inside.substr(8);
        int digits = 0;
        const auto [end, error] =
            std::from_chars(number.data(), number.data() + number.size(), digits);
        if (error == std::errc() && end == number.data() + number.size() && digits >= 1 &&
            digits <= 12)
            return Part{Kind::Counter, {}, digits};
    }
    return unusable(pattern,
                    text("there is no {%1}, only {name}, {ext}, {parent}, {date}, {model}, "
                         "{batch}, {counter} and {counter:4}",
                         {inside}));
}

Result<NameTemplate> NameTemplate::parse(std::string_view pattern)
{
    using Kind = Part::Kind;
    NameTemplate result;
    std::string plain;
    const auto finishPlain = [&] {
        if (!plain.empty())
            result.parts_.push_back({Kind::Text, std::move(plain), 0});
        plain.clear();
    };
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const char c = pattern[i];
        if ((c == '{' || c == '}') && i + 1 < pattern.size() && pattern[i + 1] == c) {
            plain += c;
            ++i;
        } else if (c == '{') {
            const std::size_t end = pattern.find('}', i);
            if (end == std::string_view::npos)
                return unusable(pattern, text("a { has no }"));
            auto part = placeholder(pattern.substr(i + 1, end - i - 1), pattern);
            if (!part)
                return tl::make_unexpected(part.error());
            finishPlain();
            result.parts_.push_back(std::move(*part));
            i = end;
        } else if (c == '}') {
            return unusable(pattern, text("a } has no {"));
        } else {
            plain += c;
        }
    }
    finishPlain();

    const auto has = [&](Kind kind) {
        return std::ranges::any_of(result.parts_, [&](const Part& p) { return p.kind == kind; });
    };
    if (!has(Kind::Name) && !has(Kind::Counter))
        return unusable(pattern, text("without {name} or {counter} all photos have the same name"));
    const std::filesystem::path written(pattern);
    if (written.is_absolute())
        return unusable(pattern, text("it may not start with /"));
    for (const auto& component : written)
        if (component == "..")
            return unusable(pattern, text("it may not contain .."));
    // ".{ext}" alone, with or without a person's word for it, would be a hidden file.
    const std::string file = written.filename().native();
    if (file.empty() || file.starts_with('.'))
        return unusable(pattern, text("the file itself would have no name, or a hidden one"));
    if (!has(Kind::Ext)) {
        result.parts_.push_back({Kind::Text, ".", 0});
        result.parts_.push_back({Kind::Ext, {}, 0});
    }
    return result;
}

std::string NameTemplate::Part::of(const NameFields& fields) const
{
    switch (kind) {
    case Kind::Text:
        return text;
    case Kind::Name:
        return withoutSlashes(fields.name);
    case Kind::Ext:
        return withoutSlashes(fields.ext);
    case Kind::Parent:
        return withoutSlashes(fields.parent);
    case Kind::Date:
        return withoutSlashes(fields.date);
    case Kind::Model:
        return withoutSlashes(fields.model);
    case Kind::Batch:
        return withoutSlashes(fields.batch);
    case Kind::Counter:
        break;
    }
    const std::string number = std::to_string(fields.counter);
    return std::string(std::size_t(digits) - std::min(std::size_t(digits), number.size()), '0') +
           number;
}

std::filesystem::path NameTemplate::expand(const NameFields& fields) const
{
    std::string expanded;
    for (const Part& part : parts_)
        expanded += part.of(fields);
    std::filesystem::path path;
    for (std::size_t begin = 0; begin <= expanded.size();) {
        const std::size_t end = std::min(expanded.find('/', begin), expanded.size());
        const bool isFile = end == expanded.size();
        std::string name = expanded.substr(begin, end - begin);
        begin = end + 1;
        if (name.empty() || name == "." || name == "..")
            // A field of dots, or of nothing: never a way out of the folder.
            name = std::string(std::max<std::size_t>(1, name.size()), '_');
        else if (isFile && name.find('.') == 0 && name.rfind('.') == 0)
            name = std::string("_").append(name); // nothing but an extension is a hidden file
        const std::string ending = std::filesystem::path(name).extension().native();
        path /= shortened(name.substr(0, name.size() - ending.size()), ending);
    }
    return path;
}

std::filesystem::path numbered(const std::filesystem::path& path, int number)
{
    const std::string ending =
        std::string("-").append(std::to_string(number)).append(path.extension().native());
    return path.parent_path() / shortened(path.stem().native(), ending);
}

} // namespace autochrome::inline queue
