#include "app/cli/batch/batch_parts.h"
#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_bar.h"
#include "app/cli/result_options.h"
#include "core/base/text.h"
#include "core/models/model_library.h"
#include "core/photo/formats/format_names.h"
#include "core/queue/intake/photo_walk.h"
#include "core/queue/naming/name_template.h"

#include <iostream>

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

struct AddOptions
{
    std::vector<std::string> inputs;
    std::string list;
    std::string output;
    bool mirror = false;
    std::string name = "{name}_colour";
    ResultOptions results;
    bool ownRecipes = false;
    bool watch = false;
    bool flat = false;
    std::vector<std::string> types;
    std::int64_t smallest = 0;
    std::int64_t largest = -1;
    std::string shard;
    bool coloured = false;
    bool again = false;
    std::string title;
    int priority = 0;
};

struct Shard
{
    int index = 1;
    int count = 1;
};

std::optional<Shard> shardOf(const std::string& value)
{
    const std::size_t slash = value.find('/');
    Shard shard;
    if (slash == std::string::npos ||
        !CLI::detail::lexical_cast(value.substr(0, slash), shard.index) ||
        !CLI::detail::lexical_cast(value.substr(slash + 1), shard.count) || shard.index < 1 ||
        shard.index > shard.count)
        return std::nullopt;
    return shard;
}

Result<BatchSettings> settingsOf(const AddOptions& options)
{
    BatchSettings settings;
    settings.nameTemplate = options.name;
    if (const auto parsed = NameTemplate::parse(options.name); !parsed)
        return tl::make_unexpected(parsed.error());
    if (options.mirror && options.output.empty())
        return failure(ErrorCode::Usage, text("--mirror needs a folder for the results: -o DIR."));
    if (options.ownRecipes && options.results.noSidecars)
        return failure(ErrorCode::Usage,
                       text("--own-recipes and --no-sidecars contradict each other."));
    settings.collision = options.results.collision();
    if (!options.results.format.empty())
        settings.format = formatOfName(options.results.format);
    settings.quality = options.results.quality;
    settings.keepTimes = options.results.keepTimes;
    const auto order = options.results.order();
    if (!order)
        return tl::make_unexpected(order.error());
    settings.recipe = order->recipe;
    settings.frame = order->frame;
    settings.ownRecipes = order->keptFirst || options.ownRecipes;
    if (!options.ownRecipes)
        settings.named = order->named;
    // A file is meant from here, wherever the queue is run; a name is looked up then.
    std::error_code error;
    settings.model = options.results.model;
    if (fs::is_regular_file(settings.model, error))
        settings.model = fs::absolute(settings.model, error).native();
    if (const auto found = findModel(settings.model); !found)
        return tl::make_unexpected(found.error());
    settings.skipColoured = !options.coloured;
    settings.skipOwn = !options.again;
    if (options.output.empty())
        return settings;
    // Last: nothing is made for what is refused.
    settings.destination = options.mirror ? Destination::Mirror : Destination::Folder;
    settings.folder = fs::absolute(options.output, error).lexically_normal();
    fs::create_directories(settings.folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed, text("The folder “%1” cannot be made: %2.",
                                                    {options.output, error.message()}));
    return settings;
}

std::string titleOf(const AddOptions& options)
{
    if (!options.title.empty())
        return options.title;
    const std::string& first = options.inputs.empty() ? options.list : options.inputs.front();
    std::error_code ignored;
    const fs::path path = fs::absolute(first, ignored).lexically_normal();
    return (path.has_filename() ? path.filename() : path.parent_path().filename()).native();
}

// What narrows a folder is not kept with the batch, so that it could not hold for later photos.
bool isWatchable(const AddOptions& options, const std::vector<fs::path>& inputs)
{
    std::error_code ignored;
    return options.list.empty() && !options.flat && options.types.empty() &&
           options.smallest == 0 && options.largest == -1 && options.shard.empty() &&
           inputs.size() == 1 && fs::is_directory(inputs.front(), ignored);
}

int add(const AddOptions& options, const QueueOption& queue)
{
    std::vector<fs::path> inputs;
    std::error_code ignored;
    for (const std::string& input : options.inputs)
        inputs.push_back(fs::absolute(input, ignored).lexically_normal());
    if (!options.list.empty()) {
        const auto listed = readPhotoList(options.list, fs::current_path(ignored));
        if (!listed)
            return failed(listed.error());
        inputs.insert(inputs.end(), listed->begin(), listed->end());
    }
    if (inputs.empty()) {
        complain(text("Name photos or folders, or a list of them with --list."));
        return WrongUsage;
    }
    if (options.watch && !isWatchable(options, inputs)) {
        complain(text("--watch takes one existing folder and everything in it: without --list, "
                      "--flat, --type, --smallest, --largest and --shard."));
        return WrongUsage;
    }
    const auto shard = options.shard.empty() ? Shard() : shardOf(options.shard);
    if (!shard) {
        complain(
            text("--shard is a part of the whole, such as 2/8; “%1” is not.", {options.shard}));
        return WrongUsage;
    }
    const auto settings = settingsOf(options);
    if (!settings)
        return failed(settings.error());

    WalkFilter filter;
    filter.recursive = !options.flat;
    for (const std::string& type : options.types)
        filter.formats.insert(*formatOfName(type));
    filter.smallest = options.smallest;
    filter.largest = options.largest;
    filter.leftOut = settings->folder;
    if (options.watch) {
        filter.mayBeEmpty = true;
        filter.smallest = 1; // an empty file is about to be filled, and is found then
    }
    ProgressBar bar;
    const Progress progress(
        [&bar](double fraction, const Message& what) { bar.show(fraction, what); });
    const Interrupt interrupt(progress);
    std::vector<NewJob> jobs;
    int problems = 0;
    const auto walked = walkPhotos(
        inputs, filter,
        [&](FoundPhoto photo) {
            if (isInShard(photo, shard->index, shard->count))
                jobs.push_back(
                    {std::move(photo.path), std::move(photo.root), photo.size, photo.modified});
        },
        [&](const Error& problem) {
            bar.clear();
            complain(problem.message);
            ++problems;
        },
        progress);
    bar.clear();
    if (!walked) {
        complain(walked.error().message);
        return SignalBase + Interrupt::signal();
    }
    if (jobs.empty() && !options.watch) {
        complain(text("No photos were added."));
        return problems > 0 ? SomeFailed : AllDone;
    }
    auto journal = queue.open();
    if (!journal)
        return SomeFailed;
    const auto batch = journal->addBatch(titleOf(options), *settings, options.priority);
    if (!batch)
        return failed(batch.error());
    const auto added = journal->addJobs(*batch, jobs);
    if (!added)
        return failed(added.error());
    if (options.watch)
        if (const auto watched = journal->setWatched(*batch, inputs.front()); !watched)
            return failed(watched.error());
    std::cout << inWords(counted("batch %1: %n photo|batch %1: %n photos", *added,
                                 {std::to_string(*batch)}))
              << std::endl;
    return problems > 0 ? SomeFailed : AllDone;
}

std::string checkType(const std::string& value)
{
    return formatOfName(value) ? std::string()
                               : "Value " + value + " is none of " + wordsOf(Formats::Read);
}

} // namespace

void addBatchAdd(CLI::App& batch, const SharedQueueOption& queue, int& exitCode)
{
    auto options = std::make_shared<AddOptions>();
    CLI::App* command = batch.add_subcommand("add", "Put photos into the queue");
    command->add_option("IN", options->inputs, "Photos or folders, subfolders included")
        ->type_name("");
    command->add_option("--list", options->list, "A file with the path of a photo on each line")
        ->type_name("FILE");
    command
        ->add_option("-o,--output", options->output,
                     "Folder for the results; without it each goes beside its source")
        ->type_name("DIR");
    command->add_flag("--mirror", options->mirror, "Keep the sources' folders within -o DIR");
    command
        ->add_option("--name", options->name,
                     "Names of the results, made of {name} {ext} {parent} {date} {model} {batch} "
                     "{counter} {counter:4}; a / makes folders")
        ->type_name("TEMPLATE")
        ->capture_default_str();
    options->results.addTo(*command, ResultOptions::For::Queue);
    command->add_flag("--watch", options->watch,
                      "Also add what arrives in the one folder later, while `run --watch` runs");
    command->add_flag("--flat", options->flat, "Leave out subfolders");
    command
        ->add_option("--type", options->types,
                     "Only photos of these formats: " + wordsOf(Formats::Read))
        ->type_name("FORMAT")
        ->check(CLI::Validator(checkType, ""));
    command->add_option("--smallest", options->smallest, "Only files of at least this many bytes")
        ->type_name("BYTES")
        ->check(CLI::NonNegativeNumber.description(""))
        ->transform(CLI::AsSizeValue(false).description(""));
    command->add_option("--largest", options->largest, "Only files of at most this many bytes")
        ->type_name("BYTES")
        ->check(CLI::NonNegativeNumber.description(""))
        ->transform(CLI::AsSizeValue(false).description(""));
    command
        ->add_option("--shard", options->shard,
                     "Only part I of N, such as 2/8, the same on every machine")
        ->type_name("I/N");
    command->add_flag("--coloured", options->coloured, "Include photos that are already in colour");
    command->add_flag("--again", options->again,
                      "Include photos done before, and results of this program");
    // Of earlier versions: kept settings went before what was given.
    command->add_flag("--own-recipes", options->ownRecipes)->group("");
    command->add_option("--title", options->title, "What to call the batch")->type_name("TEXT");
    command->add_option("--priority", options->priority, "Batches of a higher priority go first")
        ->type_name("N")
        ->capture_default_str();
    queue->addTo(*command);
    command->callback([options, queue, &exitCode] { exitCode = add(*options, *queue); });
}

} // namespace autochrome::cli
