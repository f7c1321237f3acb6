#pragma once

#include "app/cli/output_plan.h"
#include "app/cli/photo_colorizer.h"
#include "app/cli/photo_inputs.h"
#include "app/cli/photo_outcome.h"
#include "core/edit/recipe.h"
#include "core/photo/photo_writer.h"

namespace autochrome::cli {

/// What is the same for every photo of a run.
struct ColorizeSettings
{
    Recipe recipe;
    int quality = 92;
    Overwrite overwrite = Overwrite::Rename;
    bool measure = false; ///< fill PhotoOutcome::luminanceError
};

/// Takes photos one by one through the whole way: read, colour, write.
class ColorizeJob
{
public:
    ColorizeJob(ColorizeSettings settings, OutputPlan plan, PhotoColorizer colorizer);

    /// Never throws: whatever happens to this photo is in the outcome.
    PhotoOutcome run(const PhotoInput& input, const Progress& progress);

private:
    void colourise(const PhotoInput& input, const Progress& progress, PhotoOutcome& outcome);

    ColorizeSettings settings_;
    OutputPlan plan_;
    PhotoColorizer colorizer_;
};

} // namespace autochrome::cli
