#include "app/cli/evaluate_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/network_options.h"
#include "app/cli/progress_bar.h"
#include "core/base/text.h"
#include "core/evaluate/evaluation_report.h"
#include "core/photo/photo_writer.h"
#include "core/photo/text_file.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <iostream>

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

struct EvaluateOptions
{
    std::vector<std::string> truth;
    EvaluationPlan plan;
    NetworkOptions network;
    std::string out;
    bool json = false;
};

Result<void> writeReport(const EvaluationResult& result, const EvaluateOptions& options)
{
    const fs::path folder = options.out;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {folder.string()}), error.message());
    if (auto done = writeTextFile(folder / "evaluation.json", evaluationJson(result, options.plan));
        !done)
        return done;
    if (auto done = writeTextFile(folder / "evaluation.html", evaluationHtml(result, options.plan));
        !done)
        return done;
    for (std::size_t i = 0; i < result.rows.size(); ++i) {
        const cv::Mat sheet = contactSheet(result.rows[i]);
        if (sheet.empty())
            continue;
        const std::string number = i == 0 ? std::string() : "-" + std::to_string(i + 1);
        MatRowSource rows(sheet);
        WriteOptions how;
        how.format = FileFormat::Jpeg;
        how.quality = 90;
        how.overwrite = Overwrite::Replace;
        const auto written =
            writePhoto(rows, {}, folder / ("contact-sheet" + number + ".jpg"), how, {});
        if (!written)
            return tl::make_unexpected(written.error());
    }
    return {};
}

int fail(const Error& error)
{
    if (error.code == ErrorCode::Cancelled) {
        complain(text("Stopped."));
        return SignalBase + Interrupt::signal();
    }
    complain(error.userText);
    return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
}

int runEvaluate(const EvaluateOptions& options)
{
    ProgressBar bar;
    const Progress progress(
        [&bar](double fraction, std::string_view what) { bar.show(fraction, what); });
    const Interrupt interrupt(progress);
    const auto photos = PhotoIndex::build({options.truth.begin(), options.truth.end()}, progress,
                                          DataSplit::Validation);
    if (!photos)
        return fail(photos.error());
    const auto result = evaluate(*photos, options.plan, progress);
    bar.clear();
    if (!result)
        return fail(result.error());
    for (const std::string& sentence : result->skipped)
        complain(text("passed over: %1", {sentence}));
    if (options.json)
        std::cout << evaluationJson(*result, options.plan) << '\n';
    else
        std::cout << evaluationTable(*result);
    std::cout.flush();
    if (!options.out.empty()) {
        if (const auto written = writeReport(*result, options); !written)
            return fail(written.error());
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
    options->network.addTo(*command);
    command
        ->add_option("-o,--output", options->out,
                     "Folder for evaluation.html, evaluation.json and contact sheets")
        ->type_name("DIR");
    command
        ->add_option("--short-side", options->plan.shortSide,
                     "Photos are reduced to this before; 0 keeps them as they are")
        ->type_name("PIXELS")
        ->check(CLI::Range(0, 100000).description(""))
        ->capture_default_str();
    command
        ->add_option("--temperature", options->plan.recipe.colour.temperature,
                     "Of the annealed mean: 1 calm, towards 0 vivid")
        ->type_name("T")
        ->check(CLI::Range(0.05, 1.0).description(""))
        ->capture_default_str();
    command
        ->add_option("--strength", options->plan.recipe.recombine.strength,
                     "Of the colour: 1 what the network says")
        ->type_name("S")
        ->check(CLI::Range(0.0, 2.0).description(""))
        ->capture_default_str();
    command->add_option("--limit", options->plan.limit, "At most so many photos, evenly spread")
        ->type_name("N")
        ->check(CLI::PositiveNumber.description(""));
    command
        ->add_option("--faces", options->plan.faces,
                     "Photos whose path contains this are face crops: reports their skin")
        ->type_name("TEXT");
    command->add_flag("--json", options->json, "Print every figure as JSON instead of a table");
    command->footer(
        "Each photo is made grey, coloured as `colorize` does it and compared with\n"
        "itself. Columns: ab-PSNR and its gain over the grey photo (dB), PSNR and SSIM\n"
        "of RGB, CIEDE2000 and its share of grey's, colourfulness over the truth's,\n"
        "correlation of mean chroma, Frechet distance in encoder features, time.\n"
        "\n"
        "Example:\n"
        "  autochrome-cli evaluate photos/ -m autochrome-1 -m my.safetensors -o report/");
    command->callback([options, &exitCode] {
        options->network.apply(options->plan.recipe.colour);
        options->plan.device = options->network.device;
        exitCode = runEvaluate(*options);
    });
}

} // namespace autochrome::cli
