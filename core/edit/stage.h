#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <memory>

namespace autochrome::inline edit {

/// One step on the way of a photo: a pure function of its input and of its own settings; it has no
/// others. What it makes never changes and may hold its input.
template <class In, class Settings, class Out>
struct Stage
{
    const char* name;
    double weight; ///< share of the whole progress, any unit
    Result<Out> (*run)(const std::shared_ptr<const In>& input, const Settings& settings,
                       const Progress& progress);
};

} // namespace autochrome::inline edit
