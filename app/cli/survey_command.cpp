#include "app/cli/survey_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_bar.h"
#include "app/cli/survey_report.h"
#include "core/base/text.h"

#include <CLI/CLI.hpp>
#include <opencv2/core/utility.hpp>

#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace autochrome::cli {
namespace {

namespace fs = std::filesystem;

struct Options
{
    std::vector<std::string> data;
    SplitSettings split;
    SurveySettings survey;
    std::string out;
    bool json = false;
};

int fail(const Error& error)
{
    complain(error.message);
    if (error.code == ErrorCode::Cancelled && Interrupt::signal() != 0)
        return SignalBase + Interrupt::signal();
    return error.code == ErrorCode::Usage ? WrongUsage : SomeFailed;
}

Result<void> writeLists(const Survey& survey, const TrainSplit& split, const Options& options)
{
    if (options.out.empty())
        return {};
    if (split.validation.empty())
        complain(text("The photos cannot be split: all of them are for training."));
    if (auto written = writeSplit(survey, split, options.out); !written)
        return written;
    if (!options.json)
        for (const char* name : {trainList, validationList})
            if (std::error_code error; fs::exists(fs::path(options.out) / name, error))
                std::cout << printable(bytesOf(fs::path(options.out) / name)) << '\n';
    return {};
}

int runSurvey(const Options& options)
{
    ProgressBar bar;
    const Progress progress(
        [&bar](double fraction, const Message& what) { bar.show(fraction, what); });
    const Interrupt interrupt(progress);
    cv::setNumThreads(1); // each thread decodes a photo of its own
    const auto survey =
        surveyPhotos({options.data.begin(), options.data.end()}, options.survey, progress);
    bar.clear();
    if (!survey)
        return fail(survey.error());
    const auto split = splitPhotos(*survey, options.split);
    // What was found is told even if nothing of it can be split.
    const TrainSplit shown = split.value_or(TrainSplit());
    std::cout << (options.json ? surveyJson(*survey, shown, options.split.by) + "\n"
                               : surveyTable(*survey, shown, options.split.by))
              << std::flush;
    if (!split)
        return fail(split.error());
    if (const auto written = writeLists(*survey, *split, options); !written)
        return fail(written.error());
    return AllDone;
}

} // namespace

void addSurveyCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("survey", "Look through a collection of photos before training");
    command->add_option("PATH", options->data, "Folders, tar archives or lists (.txt) of photos")
        ->required()
        ->type_name("");
    const std::map<std::string, SplitBy> ways{{"hash", SplitBy::Hash}, {"folder", SplitBy::Folder}};
    command->add_option("--split", options->split.by, "What stays together: hash or folder")
        ->transform(CLI::CheckedTransformer(ways).description(""))
        ->type_name("WAY")
        ->default_str("hash");
    command
        ->add_option("--share", options->split.share, "Share of the photos that are for validation")
        ->check(CLI::Range(0.001, 0.9).description(""))
        ->type_name("SHARE")
        ->capture_default_str();
    command->add_option("-o,--output", options->out, "Folder for train.txt and validation.txt")
        ->type_name("DIR");
    command->add_option("--workers", options->survey.threads, "Threads that decode (0: all cores)")
        ->check(CLI::Range(0, 1024).description(""))
        ->type_name("THREADS");
    command->add_flag("--json", options->json, "Print every figure as JSON instead of a table");
    command->footer(
        "Photos that look alike never end up on both sides of the split. The lists name\n"
        "what can be learned from, one photo a line, for `train` and `evaluate`.\n"
        "\n"
        "Example:\n"
        "  autochrome-cli survey photos/ -o sides/\n"
        "  autochrome-cli train --data sides/train.txt --val sides/validation.txt ...");
    command->callback([options, &exitCode] { exitCode = runSurvey(*options); });
}

} // namespace autochrome::cli
