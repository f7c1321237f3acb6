// Filling in a 16-MP scan of which 1 % is damaged, by cracks and dust, against decoding and
// encoding the same photo as JPEG.

#include "core/edit/repair/fill.h"

#include <benchmark/benchmark.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

using namespace autochrome;

namespace {

constexpr int width = 4608;
constexpr int height = 3456;

cv::Mat scan(int channels)
{
    cv::theRNG().state = 23;
    cv::Mat coarse(height / 32, width / 32, CV_8U), large, grain(height, width, CV_8S), sum;
    cv::randu(coarse, 60, 190);
    cv::resize(coarse, large, {width, height}, 0, 0, cv::INTER_CUBIC);
    cv::randn(grain, 0, 4);
    cv::add(large, grain, sum, cv::noArray(), CV_8U);
    if (channels == 3)
        cv::cvtColor(sum, sum, cv::COLOR_GRAY2BGR);
    return sum;
}

cv::Mat damage()
{
    cv::Mat mask = cv::Mat::zeros(height, width, CV_8U);
    cv::RNG random(5);
    while (cv::countNonZero(mask) < int(mask.total() / 100)) {
        cv::Point at(random.uniform(0, width), random.uniform(0, height));
        for (int i = 0; i < 40; ++i) {
            const cv::Point next = at + cv::Point(random.uniform(-9, 14), random.uniform(-9, 14));
            cv::line(mask, at, next, 255, 4);
            at = next;
        }
        for (int i = 0; i < 30; ++i)
            cv::circle(mask, {random.uniform(0, width), random.uniform(0, height)},
                       random.uniform(1, 5), 255, cv::FILLED);
    }
    return mask;
}

void decodeAndEncode(benchmark::State& state)
{
    std::vector<unsigned char> bytes, out;
    const std::vector<int> quality{cv::IMWRITE_JPEG_QUALITY, 92};
    cv::imencode(".jpg", scan(int(state.range(0))), bytes, quality);
    for ([[maybe_unused]] auto step : state) {
        const cv::Mat pixels = cv::imdecode(bytes, cv::IMREAD_UNCHANGED);
        cv::imencode(".jpg", pixels, out, quality);
    }
}

void fill(benchmark::State& state)
{
    const cv::Mat photo = scan(int(state.range(0)));
    const cv::Mat mask = damage();
    for ([[maybe_unused]] auto step : state) {
        cv::Mat pixels = photo.clone(), touched = mask.clone();
        benchmark::DoNotOptimize(fillDamage(pixels, touched, {170, false}, Progress()));
    }
}

BENCHMARK(decodeAndEncode)->Arg(1)->Arg(3)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(fill)->Arg(1)->Arg(3)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace
