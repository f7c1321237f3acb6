// A 16-MP JPEG from file to file against plain libjpeg decoding and encoding of the same file with
// the same quality, with the share of each stage. Usage: bench_pipeline [model file]; without one
// random weights serve, which take the same time.

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
#include <map>
#include <opencv2/imgproc.hpp>
#include <stdexcept>
#include <unistd.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

constexpr int width = 4608;
constexpr int height = 3456;
constexpr int quality = 92;
constexpr int runs = 5;

using Bytes = std::vector<unsigned char>;

double secondsOf(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
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
    cv::randn(grain, 0, 2.5);
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

struct Run
{
    double plainDecode, plainEncode, whole;
    std::map<std::string, double> stages;
};

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().userText + " " + result.error().detail);
    return std::move(*result);
}

Run measured(const fs::path& source, const fs::path& target, Colorizer& colorizer)
{
    Run run{};
    Bytes bytes;
    cv::Mat pixels;
    run.plainDecode = secondsOf([&] {
        std::ifstream file(source, std::ios::binary);
        bytes.assign(std::istreambuf_iterator<char>(file), {});
        pixels = decoded(bytes);
    });
    run.plainEncode = secondsOf([&] {
        const Bytes out = encoded(pixels);
        std::ofstream(target, std::ios::binary)
            .write(reinterpret_cast<const char*>(out.data()), std::streamsize(out.size()));
    });
    pixels.release();

    Photo photo;
    run.stages["1 read"] = secondsOf([&] { photo = valueOf(readPhoto(source)); });
    std::unique_ptr<Restoration> restoration;
    run.stages["2 geometry"] =
        secondsOf([&] { restoration = std::make_unique<Restoration>(std::move(photo)); });
    const Recipe recipe;
    std::optional<Rendering> rendering;
    run.whole = secondsOf([&] { rendering = valueOf(restoration->render(recipe, colorizer)); });
    for (const StageTime& time : rendering->times())
        if (time.stage != "geometry")
            run.stages[(time.stage == "tone"     ? "3 "
                        : time.stage == "colour" ? "4 "
                                                 : "5 ") +
                       time.stage] = time.seconds;
    WriteOptions options;
    options.quality = quality;
    options.overwrite = Overwrite::Replace;
    run.stages["6 write, with recombination"] =
        secondsOf([&] { valueOf(exportRendering(*rendering, recipe, target, options)); });
    run.whole +=
        run.stages["1 read"] + run.stages["2 geometry"] + run.stages["6 write, with recombination"];
    run.stages["  recombination alone"] = secondsOf([&] {
        cv::Mat result;
        rendering->recombiner().colourise(rendering->photo().pixels, {0, 0, 1, 1}, result);
    });
    return run;
}

void report(const char* name, const fs::path& folder, Colorizer& colorizer, int channels)
{
    const fs::path source = folder / "source.jpg";
    const Bytes bytes = encoded(scanLike(channels));
    std::ofstream(source, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    measured(source, folder / "warm.jpg", colorizer);

    std::vector<double> decode, encode, whole, ratio;
    std::map<std::string, std::vector<double>> stages;
    for (int i = 0; i < runs; ++i) {
        const Run run = measured(source, folder / "result.jpg", colorizer);
        decode.push_back(run.plainDecode);
        encode.push_back(run.plainEncode);
        whole.push_back(run.whole);
        ratio.push_back(run.whole / (run.plainDecode + run.plainEncode));
        for (const auto& [stage, seconds] : run.stages)
            stages[stage].push_back(seconds);
    }
    std::printf("%s, %dx%d, %.1f MB\n", name, width, height, double(bytes.size()) / 1e6);
    std::printf("  plain decode %.0f ms + encode %.0f ms\n", median(decode) * 1e3,
                median(encode) * 1e3);
    for (const auto& [stage, seconds] : stages)
        std::printf("  %-30s %7.1f ms\n", stage.c_str(), median(seconds) * 1e3);
    std::printf("  whole %.0f ms = %.2f x plain (median of %d, allowed 2.5)\n\n",
                median(whole) * 1e3, median(ratio), runs);
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
