#pragma once

#include "core/base/text.h"

#include <QString>

namespace autochrome {

/// A message of core's in the window's language.
inline QString words(const Message& message)
{
    return QString::fromStdString(inWords(message));
}

} // namespace autochrome
