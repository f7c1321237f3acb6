// The tones of 16 MP, and of what a screen shows (3 MP), against OpenCV's float RGB -> Lab -> RGB
// of as many pixels, which is what it would cost to change L* with library calls.

#include "core/edit/tone/tone_stage.h"
#include "tests/support/profiles.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <map>
#include <opencv2/imgproc.hpp>

using namespace autochrome;

namespace {

cv::Mat photoLike(cv::Size size, int type)
{
    cv::theRNG().state = 17;
    cv::Mat coarse(54, 72, type);
    cv::randu(coarse, 0, CV_MAT_DEPTH(type) == CV_8U ? 256 : 65536);
    cv::Mat pixels;
    cv::resize(coarse, pixels, size, 0, 0, cv::INTER_LINEAR);
    return pixels;
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double secondsOfLabRoundTrip(cv::Size size)
{
    static std::map<int, double> known;
    double& best = known[size.area()];
    if (best > 0)
        return best;
    best = 1e9;
    const cv::Mat pixels = photoLike(size, CV_8UC3);
    for (int run = 0; run < 5; ++run) {
        const auto start = std::chrono::steady_clock::now();
        cv::Mat scaled, lab, back, result;
        pixels.convertTo(scaled, CV_32F, 1 / 255.0);
        cv::cvtColor(scaled, lab, cv::COLOR_RGB2Lab);
        cv::cvtColor(lab, back, cv::COLOR_Lab2RGB);
        back.convertTo(result, CV_8U, 255);
        best = std::min(best, secondsSince(start));
    }
    return best;
}

void tone(benchmark::State& state, cv::Size size, int type, const ToneSettings& settings,
          std::vector<std::uint8_t> icc = {})
{
    Photo photo;
    photo.pixels = photoLike(size, type);
    photo.icc = std::move(icc);
    auto repaired = std::make_shared<RepairedPhoto>();
    repaired->photo = std::make_shared<const Photo>(std::move(photo));
    auto detailed = std::make_shared<DetailedPhoto>();
    detailed->photo = repaired->photo;
    detailed->repaired = std::move(repaired);
    double best = 1e9;
    for ([[maybe_unused]] auto round : state) {
        const auto start = std::chrono::steady_clock::now();
        auto inspected = inspectionStage.run(detailed, ToneQuestions::of(settings), Progress());
        auto prepared = toneStage.run(std::make_shared<const InspectedPhoto>(std::move(*inspected)),
                                      settings, Progress());
        benchmark::DoNotOptimize(prepared);
        best = std::min(best, secondsSince(start));
    }
    state.counters["times_lab_round_trip"] = best / secondsOfLabRoundTrip(size);
}

ToneSettings curveOnly()
{
    ToneSettings settings;
    settings.exposure = 0.5;
    settings.contrast = 0.3;
    return settings;
}

ToneSettings everything()
{
    ToneSettings settings = curveOnly();
    settings.levels = ToneLevels::Auto;
    settings.localContrast = 0.5;
    settings.evening = 1;
    return settings;
}

const cv::Size screen(2120, 1415);
const cv::Size large(4608, 3456);

#define AUTOCHROME_TONE(name, ...)                                                                 \
    BENCHMARK_CAPTURE(tone, name, __VA_ARGS__)->Unit(benchmark::kMillisecond)->UseRealTime()

AUTOCHROME_TONE(screen_grey8_curve, screen, CV_8UC1, curveOnly());
AUTOCHROME_TONE(screen_grey8_all, screen, CV_8UC1, everything());
AUTOCHROME_TONE(screen_rgb8_curve, screen, CV_8UC3, curveOnly());
AUTOCHROME_TONE(screen_rgb8_all, screen, CV_8UC3, everything());
AUTOCHROME_TONE(large_grey8_curve, large, CV_8UC1, curveOnly());
AUTOCHROME_TONE(large_grey16_curve, large, CV_16UC1, curveOnly());
AUTOCHROME_TONE(large_grey16_all, large, CV_16UC1, everything());
AUTOCHROME_TONE(large_rgb8_all, large, CV_8UC3, everything());
AUTOCHROME_TONE(large_rgb16_all, large, CV_16UC3, everything());
AUTOCHROME_TONE(screen_wide_rgb8_all, screen, CV_8UC3, everything(), testWideGamutProfile(2.2));

} // namespace
