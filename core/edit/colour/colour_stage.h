#pragma once

#include "core/edit/colour/colorizer.h"
#include "core/edit/colour/lightness_stage.h"

#include <optional>
#include <string>

namespace autochrome::inline edit {

/// Which network is asked, and for what. Only the model counts for what it says, not who runs it.
struct NetworkQuestion
{
    /// SHA-256 of the model; none stands for whichever it may be.
    std::optional<std::string> model;
    ColourSettings settings;
    Colorizer* colorizer = nullptr; ///< of that model; used while the stage runs and never after

    static NetworkQuestion to(Colorizer* colorizer, const ColourSettings& settings);

    bool operator==(const NetworkQuestion& other) const;
};

/// What the network said about a photo.
struct ColourScene
{
    std::shared_ptr<const WorkingLightness> lightness;
    SceneColours colours;
};

extern const Stage<WorkingLightness, NetworkQuestion, ColourScene> colourStage;

} // namespace autochrome::inline edit
