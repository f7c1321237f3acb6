// Recombination of 16 MP against OpenCV's float RGB -> Lab -> RGB, which is what it would cost to
// swap a* and b* with library calls; and the chroma field against plain bilinear.

#include "core/edit/colour/recombiner.h"
#include "core/edit/colour/srgb_kernel.h"
#include "tests/support/profiles.h"

#include <benchmark/benchmark.h>
#include <chrono>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

constexpr int width = 4608;
constexpr int height = 3456;

cv::Mat photoLike(int type)
{
    cv::theRNG().state = 17;
    cv::Mat coarse(54, 72, type);
    cv::randu(coarse, 0, CV_MAT_DEPTH(type) == CV_8U ? 256 : 65536);
    cv::Mat pixels;
    cv::resize(coarse, pixels, {width, height}, 0, 0, cv::INTER_LINEAR);
    return pixels;
}

// Chroma as a photo has it: most pixels of about 20, some above, in large areas.
ChromaMap chromaLike()
{
    ChromaMap map;
    cv::theRNG().state = 18;
    cv::Mat coarse(12, 16, CV_32FC2);
    cv::randn(coarse, 5, 20);
    cv::resize(coarse, map.ab, {128, 96}, 0, 0, cv::INTER_CUBIC);
    map.confidence = cv::Mat::ones(96, 128, CV_32F);
    return map;
}

double secondsOfLabRoundTrip()
{
    static const double seconds = [] {
        const cv::Mat pixels = photoLike(CV_8UC3);
        double best = 1e9;
        for (int run = 0; run < 5; ++run) {
            const auto start = std::chrono::steady_clock::now();
            cv::Mat scaled, lab, back, result;
            pixels.convertTo(scaled, CV_32F, 1 / 255.0);
            cv::cvtColor(scaled, lab, cv::COLOR_RGB2Lab);
            cv::cvtColor(lab, back, cv::COLOR_Lab2RGB);
            back.convertTo(result, CV_8U, 255);
            best = std::min(
                best,
                std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
        }
        return best;
    }();
    return seconds;
}

ColourSpace spaceOf(const cv::Mat& pixels, const std::vector<std::uint8_t>& icc)
{
    Photo photo;
    photo.pixels = pixels;
    photo.icc = icc;
    return ColourSpace::of(photo);
}

void recombine(benchmark::State& state, int type, std::vector<std::uint8_t> icc, TintHandling tint)
{
    const cv::Mat pixels = photoLike(type);
    const Recombiner recombiner(spaceOf(pixels, icc), ChromaField::bilinear(chromaLike()),
                                {1, tint});
    cv::Mat result;
    recombiner.colourise(pixels, {0, 0, 1, 1}, result);
    double best = 1e9;
    for (auto _ : state) {
        const auto start = std::chrono::steady_clock::now();
        recombiner.colourise(pixels, {0, 0, 1, 1}, result);
        best = std::min(
            best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    }
    state.counters["of_opencv_lab"] = best / secondsOfLabRoundTrip();
}

void kernels(benchmark::State& state)
{
    KernelFunction available[3] = {};
    if (state.range(0) >= srgbKernels(available)) {
        state.SkipWithError("this processor has no such kernel");
        return;
    }
    std::vector<float> table(256);
    for (int code = 0; code < 256; ++code)
        table[std::size_t(code)] = 0.14f + 0.86f * float(code) / 255;
    std::vector<std::uint8_t> source(kernelBlock);
    for (int i = 0; i < kernelBlock; ++i)
        source[std::size_t(i)] = std::uint8_t(i);
    std::vector<std::uint8_t> result(3 * kernelBlock);
    alignas(64) float planes[4][kernelBlock] = {};
    std::fill_n(planes[1], kernelBlock, 0.02f);
    std::fill_n(planes[3], kernelBlock, -0.05f);
    KernelJob job;
    job.count = kernelBlock;
    job.source = source.data();
    job.result = result.data();
    job.table = table.data();
    for (int k = 0; k < 4; ++k)
        job.above[k] = job.below[k] = planes[k];
    for (auto _ : state) {
        available[state.range(0)](job);
        benchmark::DoNotOptimize(result.data());
        benchmark::ClobberMemory();
    }
    state.counters["MP_per_s"] = benchmark::Counter(double(state.iterations()) * kernelBlock * 1e-6,
                                                    benchmark::Counter::kIsRate);
}

// Two flat colours with an edge between them, as in the test of the chroma field: time, and the
// mean error in a*b* around the edge beside the bilinear one's.
void chromaField(benchmark::State& state)
{
    const int side = 512;
    cv::Mat lightness(side, side, CV_32F, cv::Scalar(70));
    cv::Mat truth(side, side, CV_32FC2, cv::Scalar(-10, -30));
    cv::circle(lightness, {250, 260}, 130, cv::Scalar(30), cv::FILLED);
    cv::circle(truth, {250, 260}, 130, cv::Scalar(40, 30), cv::FILLED);
    cv::Mat band = cv::Mat::zeros(side, side, CV_8U);
    cv::circle(band, {250, 260}, 130, cv::Scalar(255), 32);
    ChromaMap map;
    cv::resize(truth, map.ab, {96, 96}, 0, 0, cv::INTER_AREA);
    const auto bleeding = [&](const ChromaField& field) {
        cv::Mat coefficients, planes[4];
        cv::resize(field.coefficients(), coefficients, lightness.size(), 0, 0, cv::INTER_LINEAR);
        cv::split(coefficients, planes);
        const cv::Mat parts[2] = {planes[0].mul(lightness) + planes[1],
                                  planes[2].mul(lightness) + planes[3]};
        cv::Mat ab;
        cv::merge(parts, 2, ab);
        return cv::norm(ab, truth, cv::NORM_L1, band) / cv::countNonZero(band);
    };
    ChromaField field;
    for (auto _ : state)
        field = ChromaField(map, lightness);
    state.counters["bleeding_of_bilinear"] = bleeding(field) / bleeding(ChromaField::bilinear(map));
}

const bool registered = [] {
    const auto add = [](const char* name, int type, std::vector<std::uint8_t> icc,
                        TintHandling tint) {
        benchmark::RegisterBenchmark(name, recombine, type, std::move(icc), tint)
            ->Unit(benchmark::kMillisecond)
            ->UseRealTime();
    };
    add("recombine 16 MP/grey 8 bit", CV_8UC1, {}, TintHandling::Drop);
    add("recombine 16 MP/sRGB 8 bit", CV_8UC3, {}, TintHandling::Drop);
    add("recombine 16 MP/sRGB 8 bit, tint kept", CV_8UC3, {}, TintHandling::Keep);
    add("recombine 16 MP/grey 16 bit", CV_16UC1, {}, TintHandling::Drop);
    add("recombine 16 MP/sRGB 16 bit", CV_16UC3, {}, TintHandling::Drop);
    add("recombine 16 MP/wide gamut 8 bit", CV_8UC3, testWideGamutProfile(2.2), TintHandling::Drop);
    benchmark::RegisterBenchmark("kernel/baseline, AVX2, AVX-512", kernels)->DenseRange(0, 2);
    benchmark::RegisterBenchmark("chroma field", chromaField)->Unit(benchmark::kMillisecond);
    return true;
}();

} // namespace
