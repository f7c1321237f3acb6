#include "app/cli/train/shards_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/interrupt.h"
#include "core/base/text.h"
#include "core/learn/data/shard_maker.h"

#include <CLI/CLI.hpp>
#include <opencv2/core/utility.hpp>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

namespace autochrome::cli {
namespace {

struct Options
{
    std::vector<std::string> data;
    std::string out;
    ShardOptions shards;
};

int makeThem(const Options& options)
{
    const bool isTerminal = isatty(STDOUT_FILENO);
    const Progress progress([isTerminal](double fraction, const Message& what) {
        if (isTerminal)
            std::printf("\r%s %.0f %%\033[K", inWords(what).c_str(), 100 * fraction);
        std::fflush(stdout);
    });
    const Interrupt interrupt(progress);
    cv::setNumThreads(1); // each thread decodes a photo of its own
    ShardOptions shards = options.shards;
    if (shards.threads <= 0)
        shards.threads = std::max(1, int(std::thread::hardware_concurrency()));
    const std::vector<std::filesystem::path> paths(options.data.begin(), options.data.end());
    const auto counts =
        PhotoIndex::build(paths, progress, DataSplit::Train).and_then([&](const PhotoIndex& index) {
            return makeShards(index, options.out, shards, progress);
        });
    if (isTerminal)
        std::fputs("\r\033[K", stdout);
    if (!counts) {
        complain(counts.error().message);
        if (counts.error().code == ErrorCode::Cancelled && Interrupt::signal() != 0)
            return SignalBase + Interrupt::signal();
        return counts.error().code == ErrorCode::Usage ? WrongUsage : SomeFailed;
    }
    std::printf("%lld photos in %lld files; left out: %lld damaged, %lld grey, %lld toned, %lld "
                "too small\n",
                static_cast<long long>(counts->photos), static_cast<long long>(counts->shards),
                static_cast<long long>(counts->skipped.corrupt),
                static_cast<long long>(counts->skipped.grey),
                static_cast<long long>(counts->skipped.toned),
                static_cast<long long>(counts->skipped.small));
    return AllDone;
}

} // namespace

void addShardsCommand(CLI::App& program, int& exitCode)
{
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("shards", "Decode photos ahead, for training on a fast GPU");
    command->add_option("data", options->data, "Folders, tar archives or lists (.txt) of photos")
        ->required()
        ->type_name("DIR|TAR|LIST");
    command->add_option("-o,--output", options->out, "Folder for the shards")->required();
    command->add_option("--side", options->shards.side, "Pixels that photos are squeezed to")
        ->check(CLI::Range(32, 1024))
        ->capture_default_str();
    command->add_option("--per-file", options->shards.perShard, "Photos in one file")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--workers", options->shards.threads, "Threads that decode (0: all cores)");
    options->shards.threads = 0;
    command->callback([options, &exitCode] { exitCode = makeThem(*options); });
}

} // namespace autochrome::cli
