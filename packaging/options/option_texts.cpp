#include "packaging/options/option_texts.h"

#include <cctype>
#include <initializer_list>
#include <string_view>

namespace autochrome {
namespace {

std::string joined(std::initializer_list<std::string_view> parts)
{
    std::string whole;
    for (const std::string_view part : parts)
        whole += part;
    return whole;
}

// Appends to a list.
void add(std::string& list, std::string_view item, std::string_view between)
{
    if (!list.empty())
        list += between;
    list += item;
}

bool isFlag(const ParameterFacts& row)
{
    return !*row.option.value;
}

// "-s" of "-s,--size"; empty if there is none.
std::string shortOption(const ParameterFacts& row)
{
    const std::string names = row.option.names;
    return names.starts_with("--") ? std::string() : names.substr(0, names.find(','));
}

// Everything that may stand behind an option, with blanks between; empty: any number.
std::string valuesOf(const ParameterFacts& row)
{
    std::string values = row.range.zero;
    for (const ParameterChoice& choice : row.choices)
        add(values, choice.name, " ");
    for (const int offered : row.row.offered)
        add(values, std::to_string(offered), " ");
    return values;
}

std::string withSmallStart(std::string text)
{
    if (!text.empty())
        text[0] = char(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string roff(const std::string& text)
{
    std::string escaped;
    for (const char letter : text) {
        if (letter == '-' || letter == '\\')
            escaped += '\\';
        escaped += letter;
    }
    if (escaped.starts_with('.') || escaped.starts_with('\''))
        escaped.insert(0, "\\&");
    return escaped;
}

// What the tag of a manual's paragraph says: -s, --size N|auto.
std::string manualTag(const ParameterFacts& row)
{
    std::string names = roff(shortOption(row));
    add(names, roff(row.longOption()), " \", \" ");
    if (isFlag(row))
        return joined({".B ", names});
    return joined({".BR ", names, " \" \" \\fI", row.option.value, "\\fR"});
}

ParameterRows withOption(const ParameterRows& rows)
{
    ParameterRows some;
    for (const ParameterFacts* row : rows)
        if (*row->option.names)
            some.push_back(row);
    return some;
}

// "-s | --size".
std::string bashPattern(const ParameterFacts& row)
{
    std::string pattern = shortOption(row);
    add(pattern, row.longOption(), " | ");
    return pattern;
}

} // namespace

std::string bashWords(const ParameterRows& rows)
{
    std::string words;
    for (const ParameterFacts* row : withOption(rows)) {
        if (const std::string shorter = shortOption(*row); !shorter.empty())
            add(words, shorter, " ");
        add(words, row->longOption(), " ");
    }
    return words;
}

std::string bashValues(const ParameterRows& rows)
{
    std::string arms;
    for (const ParameterFacts* row : withOption(rows))
        if (!isFlag(*row) && !valuesOf(*row).empty())
            arms += joined({bashPattern(*row), ")\n    mapfile -t COMPREPLY < <(compgen -W '",
                            valuesOf(*row), "' -- \"$current\")\n    return\n    ;;\n"});
    return arms;
}

std::string bashFree(const ParameterRows& rows)
{
    std::string pattern;
    for (const ParameterFacts* row : withOption(rows))
        if (!isFlag(*row) && valuesOf(*row).empty())
            add(pattern, bashPattern(*row), " | ");
    return pattern;
}

std::string zshOptions(const ParameterRows& rows)
{
    std::string lines;
    for (const ParameterFacts* row : withOption(rows)) {
        const std::string shorter = shortOption(*row);
        const std::string longer = row->longOption();
        std::string rest = joined({"[", withSmallStart(row->option.brief), "]"});
        if (const std::string values = valuesOf(*row); !isFlag(*row)) {
            rest += joined({":", longer.substr(2), ":"});
            if (!values.empty())
                rest += joined({"(", values, ")"});
        }
        if (shorter.empty())
            lines += joined({"'", longer, rest, "' \\\n"});
        else
            lines += joined(
                {"'(", shorter, " ", longer, ")'{", shorter, ",", longer, "}'", rest, "' \\\n"});
    }
    return lines;
}

std::string fishOptions(const ParameterRows& rows, const std::string& condition)
{
    std::string lines;
    for (const ParameterFacts* row : withOption(rows)) {
        const std::string shorter = shortOption(*row);
        const std::string values = valuesOf(*row);
        lines += joined({"complete -c $program -n \"", condition, "\""});
        if (!shorter.empty())
            lines += joined({" -s ", shorter.substr(1)});
        lines += joined({" -l ", row->longOption().substr(2)});
        if (!isFlag(*row))
            lines += values.empty() ? " -x" : joined({" -x -a '", values, "'"});
        lines += joined({" -d '", row->option.brief, "'\n"});
    }
    return lines;
}

std::string manualOptions(const ParameterRows& rows)
{
    std::string paragraphs;
    for (const ParameterFacts* row : withOption(rows)) {
        const ParameterOption& option = row->option;
        const std::string words = roff(*option.manual ? option.manual : option.help);
        paragraphs +=
            joined({".TP\n", manualTag(*row), "\n", words, words.ends_with('.') ? "\n" : ".\n"});
        for (const ParameterChoice& choice : row->choices)
            if (*choice.meaning)
                paragraphs +=
                    joined({".br\n.BR ", choice.name, " :\n", roff(choice.meaning), "\n"});
    }
    return paragraphs;
}

std::string manualNames(const ParameterRows& rows)
{
    std::string names;
    for (const ParameterFacts* row : withOption(rows))
        add(names, roff(row->longOption()), " \", \" ");
    return names;
}

} // namespace autochrome
