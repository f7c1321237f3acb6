#pragma once

#include "core/learn/survey/survey.h"

#include <QString>

namespace autochrome {

/// "Usable", "Damaged", …: translated.
QString useText(PhotoUse use);

/// A few words on what that means; empty for Usable.
QString useMeaning(PhotoUse use);

/// "1 photo", "1,234 photos".
QString photosText(std::int64_t count);

} // namespace autochrome
