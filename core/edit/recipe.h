#pragma once

#include "core/base/error.h"
#include "core/edit/colour/colour_settings.h"
#include "core/edit/detail/detail_settings.h"
#include "core/edit/finish/finish_settings.h"
#include "core/edit/geometry/geometry_settings.h"
#include "core/edit/repair/repair_settings.h"
#include "core/edit/tone/tone_settings.h"

#include <string>

namespace autochrome::inline edit {

/// Every choice a person made about one photo: a value, versioned, independent of machine and
/// device. Each member belongs to the stage of its name, which sees nothing else.
struct Recipe
{
    static constexpr int currentVersion = 2;

    GeometrySettings geometry;
    RepairSettings repair;
    DetailSettings detail;
    ToneSettings tone;
    ColourSettings colour;
    VividnessSettings vividness;
    FinishSettings finish;

    bool operator==(const Recipe&) const = default;

    /// JSON with a "version", made after the table of parameters: an object for each stage. Fields
    /// that stand at their default are written too; a mask ("repair.mask", see maskJson()) only if
    /// there is one.
    std::string toJson() const;

    /// Reads any version up to currentVersion; a newer one, a wrong type or a value out of range is
    /// an error (Usage) that names the field, as "finish.strength". Unknown fields are ignored.
    static Result<Recipe> fromJson(const std::string& json);
};

} // namespace autochrome::inline edit
