// The network alone, against the time that its multiply-adds take at this machine's own measured
// convolution rate. Ratios are counters, so that they come from one and the same run.

#include "core/network/colour_model.h"
#include "core/network/fused_network.h"
#include "core/network/network.h"

#include <ATen/Parallel.h>
#include <benchmark/benchmark.h>
#include <chrono>
#include <thread>

using namespace autochrome;

namespace {

constexpr int binCount = 246;

double secondsOf(const std::function<void()>& work, int runs)
{
    work();
    std::vector<double> seconds;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        work();
        seconds.push_back(
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(seconds.begin(), seconds.begin() + runs / 2, seconds.end());
    return seconds[std::size_t(runs / 2)];
}

torch::Tensor channelsLast(std::vector<std::int64_t> shape)
{
    return torch::rand(shape).contiguous(torch::MemoryFormat::ChannelsLast);
}

/// Multiply-adds per second of a 3x3 convolution of the decoder's commonest shape, the baseline.
double convolutionRate()
{
    const torch::Tensor x = channelsLast({1, 128, 64, 64});
    const torch::Tensor weight = channelsLast({128, 128, 3, 3});
    const double seconds = secondsOf([&] { torch::conv2d(x, weight, {}, 1, 1); }, 31);
    return 128.0 * 128 * 9 * 64 * 64 / seconds;
}

/// Multiply-adds of every convolution at a given input size.
double multiplyAdds(const ColorizerNetwork& network, int size)
{
    const auto cells = [&](int stride) { return double(size / stride) * (size / stride); };
    double sum = 3 * 32 * 9 * cells(2);
    int stride = 2;
    for (const MBConvStage& stage : efficientNetB0Stages) {
        for (int i = 0; i < stage.layers; ++i) {
            const double in = i == 0 ? stage.in : stage.out;
            const double wide = in * stage.expansion;
            if (stage.expansion != 1)
                sum += in * wide * cells(stride);
            if (i == 0)
                stride *= stage.stride;
            sum += wide * stage.kernel * stage.kernel * cells(stride) +
                   wide * stage.out * cells(stride);
        }
    }
    sum += 320.0 * 256 * cells(32);
    sum += (368.0 + 192) * 192 * 9 * cells(16);
    sum += (232.0 + 128) * 128 * 9 * cells(8);
    sum += (152.0 + 128) * 128 * 9 * cells(4);
    return sum + 128.0 * (network->binCount() + 2) * cells(4);
}

ColorizerNetwork& network()
{
    static ColorizerNetwork instance = [] {
        computeDevices(); // sets the number of threads, as the program does
        ColorizerNetwork made(binCount);
        made->eval();
        return made;
    }();
    return instance;
}

void addCounters(benchmark::State& state, double seconds)
{
    const int size = int(state.range(0));
    const double arithmetic = multiplyAdds(network(), size) / convolutionRate();
    state.counters["GMAC"] = multiplyAdds(network(), size) / 1e9;
    state.counters["arithmetic_ms"] = 1000 * arithmetic;
    state.counters["ratio_to_arithmetic"] = seconds / arithmetic;
}

void eager(benchmark::State& state)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor x = torch::rand({1, 1, state.range(0), state.range(0)});
    for (auto _ : state)
        benchmark::DoNotOptimize(network()->forward(x));
    addCounters(state, secondsOf([&] { network()->forward(x); }, 21));
}

void fused(benchmark::State& state)
{
    const c10::InferenceMode inference;
    const FusedNetwork fast(network(), torch::kCPU);
    const torch::Tensor x = torch::rand({1, 1, state.range(0), state.range(0)});
    for (auto _ : state)
        benchmark::DoNotOptimize(fast.forward(x));
    addCounters(state, secondsOf([&] { fast.forward(x); }, 21));
}

} // namespace

BENCHMARK(eager)->Arg(256)->Arg(384)->Arg(512)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(fused)->Arg(256)->Arg(384)->Arg(512)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
