#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace autochrome::inline queue {

/// What a template's placeholders stand for.
struct NameFields
{
    std::string name;         ///< {name}: the source's file name without its extension
    std::string ext;          ///< {ext}: the result's extension without a dot
    std::string parent;       ///< {parent}: name of the source's folder
    std::string date;         ///< {date}: YYYY-MM-DD
    std::string model;        ///< {model}
    std::string batch;        ///< {batch}: the batch's name
    std::int64_t counter = 0; ///< {counter}, {counter:4}: with zeros up to so many digits
};

/// How results are named: "{name}_colour", "{parent}/{date}_{counter:4}.{ext}". A slash makes
/// folders; "{{" and "}}" are braces. A template without {ext} gets ".{ext}" at its end.
class NameTemplate
{
public:
    /// Errors: Usage (an unknown placeholder, an open brace, nothing that tells photos apart, an
    /// absolute path or "..", a file without a name, or a hidden one).
    static Result<NameTemplate> parse(std::string_view pattern);

    /// A relative path; slashes within a field become "_", so that no field makes a folder. No
    /// component is longer than 255 bytes, cut between UTF-8 characters.
    std::filesystem::path expand(const NameFields& fields) const;

private:
    struct Part
    {
        enum class Kind { Text, Name, Ext, Parent, Date, Model, Batch, Counter };
        Kind kind = Kind::Text;
        std::string text; ///< of Text
        int digits = 0;   ///< of Counter

        std::string of(const NameFields& fields) const;
    };
    static Result<Part> placeholder(std::string_view inside, std::string_view pattern);

    std::vector<Part> parts_;
};

/// "scan_colour.png" -> "scan_colour-2.png" for 2: how collisions are told apart. No longer than a
/// file name may be.
std::filesystem::path numbered(const std::filesystem::path& path, int number);

} // namespace autochrome::inline queue
