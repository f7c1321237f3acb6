#pragma once

#include "core/base/error.h"

#include <QString>

namespace autochrome {

/// The trainer is a program of its own that speaks English; these are its words in the window's
/// language, as far as the sentence is known, else as they came.
QString inWindowsLanguage(const std::string& trainerText);

/// Whether a training ended because its numbers were no longer finite: going on with the same rates
/// would end there again.
bool isNotFinite(const Error& trainerError);

/// English sentences of core's with %1, %2, … that a trainer may leave in its status.
const QList<const char*>& trainerPatterns();

} // namespace autochrome
