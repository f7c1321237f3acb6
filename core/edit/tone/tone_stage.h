#pragma once

#include "core/edit/repair/repair_stage.h"
#include "core/edit/tone/film_points.h"
#include "core/edit/tone/found_levels.h"
#include "core/edit/tone/inspection_stage.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// What the tone stage found out about a photo, where its settings asked.
struct FoundTones
{
    std::optional<FilmPoints> film;    ///< of a negative
    std::optional<FoundLevels> levels; ///< whether they were taken, their certainty says

    /// For the history of a result: numbers, in short.
    std::map<std::string, std::string> told() const;
};

/// The photo as it is before it gets colour ("before"): what the promise about L* is measured
/// against.
struct Prepared
{
    std::shared_ptr<const Photo> photo;
    GeometryMap map; ///< from the upright source
    ColourSpace space;
    std::shared_ptr<const Photo>
        untoned;                  ///< as `photo` was before its tones; the same if they stay
    Repair repair;                ///< that the photo has behind it
    std::vector<Message> notices; ///< sentences of all stages up to here
    FoundTones tones = {};
};

extern const Stage<InspectedPhoto, ToneSettings, Prepared> toneStage;

} // namespace autochrome::inline edit
