// Training as it is, photos decoded and aged, against forward and backward of the same network on
// random tensors: whether the network ever waits. The ratio is a counter of one and the same run.

#include "core/learn/data/photo_source.h"
#include "core/learn/loop/autocast.h"
#include "core/learn/loop/loss.h"
#include "core/learn/loop/step_memory.h"
#include "core/learn/loop/trainer.h"

#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

constexpr int batchSize = 32;
constexpr int steps = 12;

/// A folder of JPEGs of 320 x 240 pixels with the detail of photos, removed at the end.
class Photos
{
public:
    explicit Photos(int count)
    {
        cv::RNG random(5);
        fs::create_directories(folder);
        for (int i = 0; i < count; ++i) {
            cv::Mat picture(240, 320, CV_8UC3);
            random.fill(picture, cv::RNG::UNIFORM, 0, 255);
            cv::GaussianBlur(picture, picture, {}, 1 + i % 9);
            cv::normalize(picture, picture, 0, 255, cv::NORM_MINMAX);
            cv::imwrite((folder / (std::to_string(i) + ".jpg")).string(), picture);
        }
    }
    ~Photos()
    {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    const fs::path folder =
        fs::temp_directory_path() / ("autochrome-bench-" + std::to_string(std::random_device()()));
};

int cores()
{
    return std::max(1, int(std::thread::hardware_concurrency()));
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Images per second of forward and backward alone.
double plainRate(int crop)
{
    const ColourBins& bins = ColourBins::srgb();
    ColorizerNetwork network(bins.count());
    network->train();
    const ColourLoss loss(bins, std::vector<float>(std::size_t(bins.count()), 1.0f), {},
                          torch::kCPU);
    const torch::Tensor luminance = torch::rand({batchSize, 1, crop, crop});
    const torch::Tensor ab = torch::rand({batchSize, 2, crop / 4, crop / 4}) * 60 - 30;
    auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 2 + steps; ++i) {
        if (i == 2) // the first ones allocate
            start = std::chrono::steady_clock::now();
        network->zero_grad();
        LossParts parts;
        {
            const Bf16Autocast autocast(torch::kCPU, true);
            parts = loss(network->forward(luminance), ab);
        }
        parts.total.backward();
    }
    return steps * batchSize / secondsSince(start);
}

/// Images per second of the trainer as a person runs it.
double trainingRate(const Photos& photos, const fs::path& out, int crop)
{
    auto index = PhotoIndex::build({photos.folder}, Progress());
    TrainingSettings settings;
    settings.cropSize = crop;
    settings.lateFrom = 1;
    settings.steps = 2 + steps;
    PhotoSource source(std::move(*index), settings.seed, cores(), settings.agedShare);
    TrainingPlan plan;
    plan.folder = out;
    plan.device = "cpu";
    plan.threads = cores();
    auto start = std::chrono::steady_clock::now();
    double rate = 0;
    const auto card =
        Trainer(settings, plan, source, nullptr).run(Progress(), [&](const TrainingNews& news) {
            if (news.step == 2)
                start = std::chrono::steady_clock::now();
            else if (news.step == settings.steps)
                rate = steps * batchSize / secondsSince(start);
        });
    return card ? rate : 0;
}

void training(benchmark::State& state)
{
    keepMemoryBetweenSteps();
    at::set_num_threads(cores());
    cv::setNumThreads(1);
    const Photos photos(256);
    const int crop = int(state.range(0));
    double plain = 0;
    double trained = 0;
    for (auto _ : state) {
        // In turns, so that what else the machine does falls on both.
        for (int i = 0; i < 2; ++i) {
            plain += plainRate(crop) / 2;
            trained += trainingRate(photos, photos.folder / "out", crop) / 2;
        }
    }
    state.counters["images_per_s"] = trained;
    state.counters["random_tensors_per_s"] = plain;
    state.counters["ratio_to_random_tensors"] = trained / plain;
}

} // namespace

BENCHMARK(training)->Arg(128)->Iterations(1)->Unit(benchmark::kSecond)->UseRealTime();

BENCHMARK_MAIN();
