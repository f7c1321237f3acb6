#pragma once

#include "core/base/parameter.h"

#include <string>
#include <vector>

namespace autochrome {

/// What completions and the manual say of options, made of rows of a table of parameters. Rows that
/// have no option are passed over.
using ParameterRows = std::vector<const ParameterFacts*>;

std::string bashWords(const ParameterRows& rows);  ///< "-s --size --effort"
std::string bashValues(const ParameterRows& rows); ///< arms of a case: what may stand behind them
std::string bashFree(const ParameterRows& rows);   ///< "--a | --b": what completes to nothing

std::string zshOptions(const ParameterRows& rows); ///< arguments of _arguments, one a line

/// @param condition  "$colorize", a variable of the file
std::string fishOptions(const ParameterRows& rows, const std::string& condition);

std::string manualOptions(const ParameterRows& rows); ///< a tagged paragraph each
std::string manualNames(const ParameterRows& rows);   ///< arguments of .BR, with commas between

} // namespace autochrome
