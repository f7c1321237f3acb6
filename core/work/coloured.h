#pragma once

#include "core/base/progress.h"
#include "core/edit/restoration.h"
#include "core/work/colorizers.h"

#include <string>
#include <vector>

namespace autochrome::inline work {

/// A photo in colour, and what the person is to be told of how it came to it.
struct Coloured
{
    Rendering rendering;
    std::vector<Message> notices; ///< sentences: its folder's model is gone, a smaller size, …
};

/// Colours a photo with the network that was chosen for it. Errors: those of Restoration::render().
Result<Coloured> coloured(Restoration& restoration, const Recipe& recipe,
                          const ChosenColorizer& chosen, const Progress& progress = Progress());

} // namespace autochrome::inline work
