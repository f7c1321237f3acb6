// A 16-MP JPEG from file to file against plain libjpeg decoding and encoding of the same file with
// the same quality, with the share of each stage. Usage: bench_pipeline [model file]; without one
// random weights serve, which take the same time.

#include "core/base/text.h"
#include "core/edit/restoration.h"
#include "core/photo/photo_reader.h"
#include "tests/support/make_model.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <jpeglib.h>
#include <opencv2/imgproc.hpp>
#include <stdexcept>
#include <sys/resource.h>
#include <unistd.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

constexpr int width = 4608;
constexpr int height = 3456;
constexpr int quality = 92;
constexpr int runs = 5;

using Bytes = std::vector<unsigned char>;

// Wall-clock time, and the processor time of all threads: on a busy machine only the latter says
// something.
struct Cost
{
    double wall = 0;
    double cpu = 0;

    Cost& operator+=(const Cost& other)
    {
        wall += other.wall;
        cpu += other.cpu;
        return *this;
    }
};

double cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6;
}

Cost costOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    const double cpu = cpuSeconds();
    work();
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            cpuSeconds() - cpu};
}

double median(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + std::ptrdiff_t(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

cv::Mat decoded(const Bytes& bytes)
{
    jpeg_decompress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&info);
    jpeg_mem_src(&info, bytes.data(), bytes.size());
    jpeg_read_header(&info, TRUE);
    jpeg_start_decompress(&info);
    cv::Mat pixels(int(info.output_height), int(info.output_width),
                   CV_MAKETYPE(CV_8U, info.output_components));
    while (info.output_scanline < info.output_height) {
        JSAMPROW row = pixels.ptr(int(info.output_scanline));
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    jpeg_destroy_decompress(&info);
    return pixels;
}

Bytes encoded(const cv::Mat& pixels)
{
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* buffer = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &buffer, &size);
    info.image_width = JDIMENSION(pixels.cols);
    info.image_height = JDIMENSION(pixels.rows);
    info.input_components = pixels.channels();
    info.in_color_space = pixels.channels() == 1 ? JCS_GRAYSCALE : JCS_RGB;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        JSAMPROW row = const_cast<JSAMPROW>(pixels.ptr(int(info.next_scanline)));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    Bytes bytes(buffer, buffer + size);
    std::free(buffer);
    return bytes;
}

// Shapes at every scale and film grain: about 5 MB as JPEG, as scans are.
cv::Mat scanLike(int channels)
{
    cv::theRNG().state = 23;
    cv::Mat sum(height, width, CV_32F, cv::Scalar(128));
    for (int cells = 6; cells <= 768; cells *= 2) {
        cv::Mat noise(cells * 3 / 4, cells, CV_32F);
        cv::randn(noise, 0, 40.0 / std::sqrt(cells / 6.0));
        cv::Mat large;
        cv::resize(noise, large, sum.size(), 0, 0, cv::INTER_CUBIC);
        sum += large;
    }
    cv::Mat grain(sum.size(), CV_32F);
    cv::randn(grain, 0, 4.5);
    sum += grain;
    cv::Mat grey;
    sum.convertTo(grey, CV_8U);
    if (channels == 1)
        return grey;
    // Sepia.
    cv::Mat planes[3], toned;
    grey.convertTo(planes[0], CV_8U, 1, 6);
    planes[1] = grey;
    grey.convertTo(planes[2], CV_8U, 0.9);
    cv::merge(planes, 3, toned);
    return toned;
}

const char* const plainDecode = "plain decode";
const char* const plainEncode = "plain encode";
const char* const recombinationAlone = "(recombination alone)";

// The stages in the order in which they happened, the plain ones first.
using Run = std::vector<std::pair<std::string, Cost>>;

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(inWords(result.error().message) + " " + result.error().detail);
    return std::move(*result);
}

Run measured(const fs::path& source, const fs::path& target, Colorizer& colorizer)
{
    Run run;
    Bytes bytes;
    cv::Mat pixels;
    run.emplace_back(plainDecode, costOf([&] {
                         std::ifstream file(source, std::ios::binary);
                         bytes.assign(std::istreambuf_iterator<char>(file), {});
                         pixels = decoded(bytes);
                     }));
    run.emplace_back(plainEncode, costOf([&] {
                         const Bytes out = encoded(pixels);
                         std::ofstream(target, std::ios::binary)
                             .write(reinterpret_cast<const char*>(out.data()),
                                    std::streamsize(out.size()));
                     }));
    pixels.release();

    Photo photo;
    std::unique_ptr<Restoration> restoration;
    std::optional<Rendering> rendering;
    const Recipe recipe;
    run.emplace_back("read", costOf([&] { photo = valueOf(readPhoto(source)); }));
    run.emplace_back(
        "geometry", costOf([&] { restoration = std::make_unique<Restoration>(std::move(photo)); }));
    run.emplace_back("tone, colour, recombine",
                     costOf([&] { rendering = valueOf(restoration->render(recipe, colorizer)); }));
    WriteOptions options;
    options.quality = quality;
    options.overwrite = Overwrite::Replace;
    run.emplace_back("write, recombining, read back",
                     costOf([&] { valueOf(exportRendering(*rendering, target, options)); }));
    run.emplace_back(
        recombinationAlone, costOf([&] {
            cv::Mat result;
            rendering->recombiner().colourise(rendering->before()->pixels, {0, 0, 1, 1}, result);
        }));
    for (const StageTime& time : rendering->times())
        run.emplace_back("(stage " + time.stage + ")", Cost{time.seconds, 0});
    return run;
}

void report(const char* name, const fs::path& folder, Colorizer& colorizer, int channels)
{
    const fs::path source = folder / "source.jpg";
    const Bytes bytes = encoded(scanLike(channels));
    std::ofstream(source, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    measured(source, folder / "warm.jpg", colorizer);

    std::vector<Run> all;
    std::vector<double> wallRatios, cpuRatios;
    for (int i = 0; i < runs; ++i) {
        all.push_back(measured(source, folder / "result.jpg", colorizer));
        Cost plain, whole;
        for (const auto& [stage, cost] : all.back()) {
            if (stage == plainDecode || stage == plainEncode)
                plain += cost;
            else if (stage.front() != '(')
                whole += cost;
        }
        wallRatios.push_back(whole.wall / plain.wall);
        cpuRatios.push_back(whole.cpu / plain.cpu);
    }
    std::printf("%s, %dx%d, %.1f MB; medians of %d\n  %-32s %10s %10s\n", name, width, height,
                double(bytes.size()) / 1e6, runs, "", "wall ms", "cpu ms");
    for (std::size_t stage = 0; stage < all[0].size(); ++stage) {
        std::vector<double> wall, cpu;
        for (const Run& run : all) {
            wall.push_back(run[stage].second.wall);
            cpu.push_back(run[stage].second.cpu);
        }
        std::printf("  %-32s %10.1f %10.1f\n", all[0][stage].first.c_str(), median(wall) * 1e3,
                    median(cpu) * 1e3);
    }
    std::printf("  whole / plain: %.2f in wall time (allowed 2.5), %.2f in processor time\n\n",
                median(wallRatios), median(cpuRatios));
}

} // namespace

int main(int argc, char** argv)
try {
    const fs::path folder =
        fs::temp_directory_path() / ("autochrome-bench-" + std::to_string(::getpid()));
    fs::create_directories(folder);
    const std::string model = argc > 1 ? argv[1] : makeTestModel(folder).string();
    const auto colorizer = valueOf(Colorizer::open(model));
    report("Toned RGB JPEG", folder, *colorizer, 3);
    report("Grey JPEG", folder, *colorizer, 1);
    fs::remove_all(folder);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
