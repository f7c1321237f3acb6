#pragma once

#include "app/cli/output_plan.h"
#include "app/cli/photo_inputs.h"
#include "core/edit/recipe_order.h"
#include "core/photo/originals.h"
#include "core/photo/photo_writer.h"
#include "core/photo/result_finder.h"
#include "core/work/photo_work.h"

#include <set>

namespace autochrome::cli {

/// What is the same for every photo of a run.
struct ColorizeSettings
{
    RecipeOrder recipe;
    std::string model; ///< a file or a name; may be empty
    int quality = 92;
    Overwrite overwrite = Overwrite::Rename;
    bool keepTimes = false;
    bool splits = false;              ///< makes a photo of each print that is seen on one
    bool restores = false;            ///< gives no colour; then there is no model
    std::filesystem::path maskFolder; ///< for pictures of what was filled in; empty: none
};

/// Takes photos one by one through the whole way: read, colour or restore, write.
class ColorizeJob
{
public:
    /// @param colorizers  null if it only restores
    /// @param all         the photos of the run, none of which is ever written to
    ColorizeJob(ColorizeSettings settings, OutputPlan plan, std::shared_ptr<Colorizers> colorizers,
                const std::vector<PhotoInput>& all);

    /// Never throws: whatever happens to this photo is in the outcome, the only one unless it is
    /// split.
    std::vector<PhotoOutcome> run(const PhotoInput& input, const Progress& progress);

private:
    bool read(PhotoWork& work, const PhotoInput& input, const Progress& progress);
    /// @param print  its number on the scan, from 1 on; 0: it was not split
    bool make(PhotoWork& work, const PhotoInput& input, int print, const Progress& progress);
    bool colourise(PhotoWork& work, const PhotoInput& input, const Progress& progress);
    /// How the target is to be written, so that neither an original nor another photo's result
    /// goes.
    WriteOptions writeOptions(const Target& target, const PhotoOutcome& outcome) const;

    ColorizeSettings settings_;
    OutputPlan plan_;
    std::shared_ptr<Colorizers> colorizers_;
    std::set<std::string> told_; ///< of models that are gone: once in a run
    Originals sources_;
    Originals written_; ///< results of this run
    ResultFinder before_;
};

} // namespace autochrome::cli
