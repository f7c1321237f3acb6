#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace autochrome::inline base {

/// The value of a parameter: a switch, a whole number, a number, a name (of a choice, or a text),
/// or a list of numbers.
using ParameterValue = std::variant<bool, std::int64_t, double, std::string, std::vector<double>>;

enum class ParameterKind {
    Switch,
    Whole,
    Number,
    Choice, ///< one of a few names
    Text,
    Numbers ///< so many of them, or none
};

/// Marks a text of a table for the translators: markedText("Amount") is found under the context
/// "core", and put into words by text().
constexpr const char* markedText(const char* sourceText)
{
    return sourceText;
}

/// One of the names that a choice may have, in the order of its enum.
struct ParameterChoice
{
    const char* name;         ///< in files, commands and the history
    const char* title = "";   ///< in the window; marked
    const char* tip = "";     ///< in the window; marked; may be empty
    const char* spoken = "";  ///< for screen readers where the title alone is too short; marked
    const char* meaning = ""; ///< a sentence for the manual; may be empty
};

/// What a number may be. Whole numbers and numbers alike.
struct ParameterRange
{
    double least = 0;
    double most = 0;
    bool aboveLeast = false; ///< `least` itself is left out
    int multipleOf = 0;      ///< 0: anything between
    const char* zero = "";   ///< what 0 is called in commands where it stands outside the range
    bool isAny64 = false;    ///< a whole number that may be any of 64 bits, never negative: a seed
};

/// What a text has to look like, where not every text will do.
struct ParameterForm
{
    bool (*fits)(std::string_view) = nullptr; ///< null: any text does
    const char* demand = "a text";            ///< for commands: English
    /// Of the error; %1 is the parameter's key, %2 the example. Marked.
    const char* sentence = "";
    const char* example = ""; ///< other than the default
};

/// How a parameter is seen in the window. A number is a slider that reads 0 at `low` and 100 at
/// `high`; either may be the greater one.
struct ParameterRow
{
    const char* title = ""; ///< marked; empty: the panel has no row for it
    const char* name = "";  ///< within a sentence, as "Undo: amount"; marked
    const char* tip = "";   ///< marked
    double low = 0;
    double high = 0;
    double step = 0;               ///< of keys, wheel and arrows, as the parameter counts
    bool isAdvanced = false;       ///< folded away
    std::vector<int> offered = {}; ///< whole numbers to choose from
    const char* unit = "%1";       ///< of what is offered, "%1 pixels"; marked
    const char* zero = "";         ///< what 0 is called, see ParameterRange::zero; marked
};

/// How a parameter is given on the command line.
struct ParameterOption
{
    const char* names = "";  ///< "-s,--size"; empty: there is no option
    const char* value = "";  ///< what stands behind it in the help, "N|auto"; empty: a flag
    const char* sets = "";   ///< what a flag sets it to
    const char* help = "";   ///< of --help
    const char* brief = "";  ///< of the shells' completions, a few words
    const char* manual = ""; ///< of the manual page; empty: that of --help
    bool isMeasured = false; ///< `evaluate` takes it, too
};

/// Everything that is to be known of one parameter but where its value is kept.
struct ParameterFacts
{
    const char* key; ///< "finish.strength": the stage, and its name there; without a stage one word
    ParameterKind kind = ParameterKind::Number;
    ParameterRange range = {};
    int count = 0; ///< how many Numbers
    /// Of a switch: what off and on are called in commands, where it is no flag.
    std::vector<ParameterChoice> choices = {};
    ParameterRow row = {};
    ParameterOption option = {};
    /// It stands in the history of a result at its default, too.
    bool isAlwaysTold = false;
    ParameterForm form = {}; ///< of a text

    std::string_view stage() const; ///< "finish"; empty if the key names none
    std::string_view name() const;  ///< "strength"
    std::string longOption() const; ///< "--strength"; empty if there is no option

    /// "a multiple of 32 from 128 to 1024", for commands: English.
    std::string demand() const;
    /// Whether the value is of this parameter's kind, and allowed. Errors: Usage, with a sentence
    /// that names the key and the key as the detail.
    Result<void> check(const ParameterValue& value) const;
    /// A value as a person or a file writes it: "1.5", "auto", "best", "true".
    std::string toText(const ParameterValue& value) const;
    /// Reads what toText() writes; nothing for what is of another kind or not allowed.
    std::optional<ParameterValue> fromText(std::string_view text) const;
};

} // namespace autochrome::inline base
