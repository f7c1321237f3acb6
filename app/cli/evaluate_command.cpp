#include "app/cli/evaluate_command.h"

#include "app/cli/console.h"
#include "app/cli/evaluation_folder.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_bar.h"
#include "app/cli/progress_lines.h"
#include "app/cli/recipe_options.h"
#include "core/base/text.h"
#include "core/measure/evaluation_report.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>
#include <optional>

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

struct EvaluateOptions
{
    std::vector<std::string> truth;
    std::vector<std::string> others;
    EvaluationPlan plan;
    std::string device = "auto";
    RecipeOptions look;
    std::string out;
    bool json = false;
    bool progress = false;
};

/// Tells of the work: on a terminal a bar, for a watching program lines.
class Teller
{
public:
    explicit Teller(bool lines) : lines_(lines) {}

    void show(double fraction, const Message& what)
    {
        if (lines_)
            progressLines_.show(fraction, what);
        else
            bar_.show(fraction, what);
    }

    void clear() { bar_.clear(); }

    int fail(const Error& error)
    {
        clear();
        if (lines_)
            progressLines_.fail(error);
        if (error.code == ErrorCode::Cancelled) {
            complain(text("Stopped."));
            return SignalBase + Interrupt::signal();
        }
        complain(error.message);
        return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
    }

private:
    bool lines_;
    ProgressBar bar_;
    ProgressLines progressLines_;
};

Result<PhotoIndex> indexOf(const std::vector<std::string>& names, const Progress& progress)
{
    return PhotoIndex::build({names.begin(), names.end()}, progress, DataSplit::Validation);
}

// Those in an archive are safe in it.
void addTo(Originals& originals, const PhotoIndex& photos)
{
    for (std::int64_t i = 0; i < photos.count(); ++i)
        if (const fs::path file = photos.address(i); file.is_absolute())
            originals.add(file);
}

int runEvaluate(const EvaluateOptions& options)
{
    Teller teller(options.progress);
    const Progress progress(
        [&teller](double fraction, const Message& what) { teller.show(fraction, what); });
    const Interrupt interrupt(progress);
    const auto photos = indexOf(options.truth, progress);
    if (!photos)
        return teller.fail(photos.error());
    std::optional<PhotoIndex> others;
    if (!options.others.empty()) {
        auto index = indexOf(options.others, progress);
        if (!index)
            return teller.fail(index.error());
        others = std::move(*index);
    }
    const auto result = evaluate(*photos, options.plan, progress, others ? &*others : nullptr);
    teller.clear();
    if (!result)
        return teller.fail(result.error());
    for (const Message& sentence : result->skipped)
        complain(text("left out: %1", {sentence}));
    if (options.json)
        std::cout << evaluationJson(*result, options.plan) << '\n';
    else
        std::cout << evaluationTable(*result);
    std::cout.flush();
    if (!options.out.empty()) {
        Originals judged;
        addTo(judged, *photos);
        if (others)
            addTo(judged, *others);
        if (const auto written = writeEvaluationFolder(options.out, *result, options.plan, judged);
            !written)
            return teller.fail(written.error());
        if (!options.json)
            std::cout << bytesOf(fs::path(options.out) / "evaluation.html") << '\n';
    }
    return AllDone;
}

} // namespace

void addEvaluateCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command =
        program.add_subcommand("evaluate", "Measure models on photos whose colours are known");
    command
        ->add_option("TRUTH", options->truth,
                     "Folders, tar archives or lists (.txt) of colour photos")
        ->required()
        ->type_name("");
    command
        ->add_option("-m,--model", options->plan.models,
                     "A model file, or a name from `autochrome-cli models`; may repeat")
        ->type_name("MODEL");
    addDeviceOption(*command, options->device);
    options->look.addTo(*command, RecipeOptions::Rows::Measured);
    command
        ->add_option("-o,--output", options->out,
                     "Folder for evaluation.html, evaluation.json and contact sheets")
        ->type_name("DIR");
    command
        ->add_option("--short-side", options->plan.shortSide,
                     "Reduce photos to this first; 0 keeps them as they are")
        ->type_name("PIXELS")
        ->check(CLI::Range(0, 100000).description(""))
        ->capture_default_str();
    command
        ->add_option("--others", options->others,
                     "Photos of other kinds, judged separately: what a model has forgotten")
        ->type_name("TRUTH");
    command->add_flag("--categories", options->plan.categories,
                      "Also judge each folder below TRUTH separately, and those in an archive");
    command->add_option("--limit", options->plan.limit, "At most this many photos, evenly spread")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    command
        ->add_option("--faces", options->plan.faces,
                     "Photos whose path contains this are face crops: report their skin")
        ->type_name("TEXT");
    command->add_flag("--json", options->json, "Print every figure as JSON instead of a table");
    command->add_flag("--progress", options->progress,
                      "Report progress on stderr, one JSON object a line");
    command->footer(
        "Each photo is made grey, coloured as `colorize` does it and compared with\n"
        "itself. Columns: ab-PSNR and its gain over the grey photo (dB), PSNR and SSIM\n"
        "of RGB, CIEDE2000 and its share of grey's, colourfulness over the truth's,\n"
        "correlation of mean chroma, Frechet distance in encoder features, time. Of\n"
        "several models it shows what changed from the first one on, and whether that\n"
        "is beyond the noise of the choice of photos.\n"
        "\n"
        "Example:\n"
        "  autochrome-cli evaluate photos/ -m autochrome-1 -m my.safetensors -o report/");
    command->callback([options, &exitCode] {
        options->plan.recipe = options->look.recipe();
        options->plan.device = options->device;
        exitCode = runEvaluate(*options);
    });
}

} // namespace autochrome::cli
