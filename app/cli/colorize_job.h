#pragma once

#include "app/cli/output_plan.h"
#include "app/cli/photo_colorizer.h"
#include "app/cli/photo_inputs.h"
#include "app/cli/photo_outcome.h"
#include "core/edit/recipe.h"
#include "core/photo/originals.h"
#include "core/photo/photo_writer.h"
#include "core/photo/result_finder.h"

namespace autochrome::cli {

/// What is the same for every photo of a run.
struct ColorizeSettings
{
    Recipe recipe;
    int quality = 92;
    Overwrite overwrite = Overwrite::Rename;
    bool keepTimes = false;
};

/// Takes photos one by one through the whole way: read, colour, write.
class ColorizeJob
{
public:
    /// @param all  the photos of the run, none of which is ever written to
    ColorizeJob(ColorizeSettings settings, OutputPlan plan, PhotoColorizer colorizer,
                const std::vector<PhotoInput>& all);

    /// Never throws: whatever happens to this photo is in the outcome.
    PhotoOutcome run(const PhotoInput& input, const Progress& progress);

private:
    void colourise(const PhotoInput& input, const Progress& progress, PhotoOutcome& outcome);
    /// Whether the photo is to be passed over for a result that is there.
    bool isDoneBefore(const Target& target, const PhotoInput& input, PhotoOutcome& outcome);
    /// How the target is to be written, so that neither an original nor another photo's result
    /// goes.
    WriteOptions writeOptions(const Target& target, const PhotoOutcome& outcome) const;

    ColorizeSettings settings_;
    OutputPlan plan_;
    PhotoColorizer colorizer_;
    Originals sources_;
    Originals written_; ///< results of this run
    ResultFinder before_;
};

} // namespace autochrome::cli
