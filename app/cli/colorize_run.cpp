#include "app/cli/colorize_run.h"

#include "app/cli/colorize_job.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/photo_json.h"
#include "app/cli/progress_bar.h"
#include "core/base/text.h"
#include "core/models/collection_models.h"
#include "core/photo/formats/format_names.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

/// Tells on the terminal, or in JSON, what becomes of each photo, and counts.
class ColorizeReport
{
public:
    ColorizeReport(bool json, ProgressBar& bar) : json_(json), bar_(bar) {}

    void add(const PhotoOutcome& outcome)
    {
        bar_.clear();
        for (const Message& warning : outcome.warnings)
            complain(text("warning: %1", {warning}));
        if (outcome.error && outcome.error->code != ErrorCode::Cancelled)
            complain(outcome.sentence());
        if (!outcome.reason.isEmpty())
            complain(text("skipped: %1", {outcome.reason}));
        if (json_)
            std::cout << photoJson(outcome) + "\n" << std::flush;
        else if (outcome.status == PhotoOutcome::Status::Done)
            std::cout << bytesOf(outcome.result) + "\n" << std::flush;
        ++counts_[outcome.status];
        ++count_;
    }

    /// A line that sums up, for several photos.
    void finish(std::size_t photos)
    {
        using Status = PhotoOutcome::Status;
        bar_.clear();
        if (photos > 1)
            complain(text("%1 of %2 photos done, %3 skipped, %4 failed.",
                          {std::to_string(counts_[Status::Done]), std::to_string(photos),
                           std::to_string(counts_[Status::Skipped]),
                           std::to_string(counts_[Status::Failed])}));
    }

    std::size_t count() const { return count_; }
    bool hasFailures() { return counts_[PhotoOutcome::Status::Failed] > 0; }
    bool hasCancelled() { return counts_[PhotoOutcome::Status::Cancelled] > 0; }

private:
    bool json_;
    ProgressBar& bar_;
    std::map<PhotoOutcome::Status, int> counts_;
    std::size_t count_ = 0;
};

ColorizeSettings settingsOf(const ColorizeOptions& options, const RecipeOrder& recipe)
{
    ColorizeSettings settings;
    settings.recipe = recipe;
    settings.model = options.results.model;
    settings.quality = options.results.quality;
    settings.overwrite = options.results.collision();
    settings.keepTimes = options.results.keepTimes;
    settings.splits = options.splits;
    settings.restores = options.restores;
    settings.maskFolder = options.maskFolder;
    return settings;
}

/// Opens the model if it is the same for every photo: an error is one for all of them. Where
/// collections have models of their own, that turns out with each photo.
Result<void> openForAll(Colorizers& colorizers, const std::string& model)
{
    if (model.empty() && !collectionModels().empty())
        return {};
    return colorizers.ordinary(model).map([](const std::shared_ptr<Colorizer>&) {});
}

/// What becomes of every photo if there is no model for any.
void tellAll(const std::vector<PhotoInput>& inputs, const Error& error, bool json)
{
    complain(error.message);
    for (const PhotoInput& input : inputs) {
        PhotoOutcome outcome;
        outcome.source = input.path;
        outcome.error = error;
        if (json)
            std::cout << photoJson(outcome) + "\n" << std::flush;
    }
}

/// The folder for pictures of what was filled in is made if need be.
Result<void> makeFolder(const std::string& folder)
{
    std::error_code error;
    if (!folder.empty())
        fs::create_directories(folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made: %2.", {folder, error.message()}));
    return {};
}

} // namespace

int runColorize(const ColorizeOptions& options)
{
    const Result<RecipeOrder> recipe = options.results.order();
    if (!recipe) {
        complain(recipe.error().message);
        return WrongUsage;
    }
    std::error_code ignored;
    const bool several =
        options.inputs.size() > 1 || fs::is_directory(options.inputs.front(), ignored);
    Result<OutputPlan> plan = OutputPlan::make(options.output, options.results.format, several,
                                               options.restores ? "_restored" : "_colour");
    if (!plan) {
        complain(plan.error().message);
        return plan.error().code == ErrorCode::Usage ? WrongUsage : SomeFailed;
    }
    if (const auto made = makeFolder(options.maskFolder); !made) {
        complain(made.error().message);
        return SomeFailed;
    }

    const ColorizeSettings settings = settingsOf(options, *recipe);
    ProgressBar bar;
    const Progress whole(
        [&bar](double fraction, const Message& what) { bar.show(fraction, what); });
    const Interrupt interrupt(whole);
    const std::vector<PhotoInput> inputs = expandInputs(options.inputs, options.recursive);
    ColorizeReport report(options.json, bar);

    std::shared_ptr<Colorizers> colorizers;
    if (!options.restores) {
        colorizers = std::make_shared<Colorizers>(options.results.device);
        if (const auto ready = openForAll(*colorizers, settings.model); !ready) {
            tellAll(inputs, ready.error(), options.json);
            return SomeFailed;
        }
    }

    ColorizeJob job(settings, std::move(*plan), colorizers, inputs);
    const auto count = double(inputs.size());
    std::size_t begun = 0;
    for (std::size_t i = 0; i < inputs.size() && !whole.isCancelled(); ++i) {
        const std::string name = inputs[i].path.filename().native();
        bar.setLabel(inputs.size() == 1 ? name
                                        : std::to_string(i + 1) + "/" +
                                              std::to_string(inputs.size()) + " " + name);
        const Progress part = whole.part(double(i) / count, double(i + 1) / count);
        for (const PhotoOutcome& outcome : job.run(inputs[i], part))
            report.add(outcome);
        ++begun;
    }
    // A scan that was split has become several.
    report.finish(report.count() + inputs.size() - begun);
    if (begun < inputs.size() || report.hasCancelled()) {
        complain(text("Stopped; nothing is left half-written."));
        return SignalBase + Interrupt::signal();
    }
    return report.hasFailures() ? SomeFailed : AllDone;
}

void addPhotoOptions(CLI::App& command, ColorizeOptions& options)
{
    const std::string suffix = options.restores ? "_restored" : "_colour";
    command
        .add_option("IN", options.inputs,
                    "Photos (" + namesOf(Formats::Read) + ") or folders of photos")
        ->required()
        ->type_name("");
    command
        .add_option("-o,--output", options.output,
                    "A file, or a folder for the results, which is made if need be; without it "
                    "they go into the current folder as NAME" +
                        suffix + ".EXTENSION. The sources are never written to")
        ->type_name("FILE|DIR");
    options.results.addTo(command, options.restores ? ResultOptions::For::Restoring
                                                    : ResultOptions::For::Colour);
    command
        .add_flag("--split-prints", options.splits,
                  "Make a photo of each print that is seen on a scan, straightened, as NAME-1" +
                      suffix + ", NAME-2" + suffix +
                      " …; a scan on which none is seen for certain stays whole")
        ->excludes("--crop")
        ->excludes("--straighten");
    command
        .add_option("--write-mask", options.maskFolder,
                    "Also write what was filled in, as NAME_mask.png of the upright photo's size, "
                    "into this folder, which is made if need be")
        ->type_name("DIR");
    command.add_flag("-r,--recursive", options.recursive, "Include subfolders");
    command.add_flag("--json", options.json,
                     "Print one JSON object per photo and line, with the time of each stage");
}

} // namespace autochrome::cli
