// Peak memory of a large 16-bit TIFF from file to file, as a multiple of its decoded size.
// Usage: bench_memory make FILE [megapixels] [channels]   writes a source
//        bench_memory run FILE [model] [orientation] [toned]
//                                restores it and reports (allowed: 2.5, with all tones changed 3)
// Two calls, so that making the source does not count.

#include "core/base/text.h"
#include "core/edit/restoration.h"
#include "core/photo/photo_reader.h"
#include "tests/support/make_model.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

template <class T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(inWords(result.error().message) + " " + result.error().detail);
    return std::move(*result);
}

// A shaded picture made row by row.
class Shades : public RowSource
{
public:
    Shades(cv::Size size, int channels) : size_(size), channels_(channels) {}
    cv::Size size() const override { return size_; }
    int type() const override { return CV_MAKETYPE(CV_16U, channels_); }
    void read(int firstRow, cv::Mat& strip) override
    {
        for (int y = 0; y < strip.rows; ++y)
            for (int i = 0; i < strip.cols * channels_; ++i)
                strip.ptr<std::uint16_t>(y)[i] =
                    std::uint16_t((i * 7 + (firstRow + y) * 5) % 65536);
    }

private:
    cv::Size size_;
    int channels_;
};

int make(const fs::path& path, double megapixels, int channels)
{
    const int rows = int(std::sqrt(megapixels * 1e6 * 3 / 4));
    Shades shades({rows * 4 / 3, rows}, channels);
    WriteOptions options;
    options.format = FileFormat::Tiff;
    options.overwrite = Overwrite::Replace;
    valueOf(writePhoto(shades, {}, path, options, {}));
    return 0;
}

int run(const fs::path& path, const std::string& model, int orientation, bool isToned)
{
    const double program = peakMegabytes();
    const auto colorizer = valueOf(Colorizer::open(model, "cpu"));
    const double loaded = peakMegabytes();
    Photo photo = valueOf(readPhoto(path));
    photo.orientation = orientation;
    const double decoded =
        double(photo.pixels.total()) * double(photo.pixels.elemSize()) / (1 << 20);
    const double afterReading = peakMegabytes();
    Restoration restoration(std::move(photo));
    Recipe recipe;
    if (isToned)
        recipe.tone = {.levels = ToneLevels::Auto,
                       .exposure = 0.5,
                       .contrast = 0.3,
                       .curve = "0,0 50,60 100,100",
                       .localContrast = 0.5,
                       .evening = 1};
    const double allowed = isToned ? 3 : 2.5; // times the decoded size
    const Rendering rendering = valueOf(restoration.render(recipe, *colorizer));
    const double afterRendering = peakMegabytes();
    WriteOptions options;
    options.format = FileFormat::Tiff;
    options.overwrite = Overwrite::Replace;
    const fs::path target = path.string() + ".result.tif";
    valueOf(exportRendering(rendering, target, options));
    const double peak = peakMegabytes();
    fs::remove(target);
    std::printf("decoded %.0f MB; peak: program %.0f, model loaded %.0f, read %.0f, rendered %.0f, "
                "written %.0f MB\npeak %.2f x decoded (allowed %.1f)\n",
                decoded, program, loaded, afterReading, afterRendering, peak, peak / decoded,
                allowed);
    return peak <= allowed * decoded ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
try {
    const std::string what = argc > 2 ? argv[1] : "";
    if (what == "make")
        return make(argv[2], argc > 3 ? std::atof(argv[3]) : 100,
                    argc > 4 ? std::atoi(argv[4]) : 3);
    if (what == "run") {
        const fs::path folder =
            fs::temp_directory_path() / ("autochrome-bench-" + std::to_string(::getpid()));
        fs::create_directories(folder);
        const std::string model = argc > 3 ? argv[3] : makeTestModel(folder).string();
        const int status = run(argv[2], model, argc > 4 ? std::atoi(argv[4]) : 1,
                               argc > 5 && std::string(argv[5]) == "toned");
        fs::remove_all(folder);
        return status;
    }
    std::fprintf(stderr, "bench_memory make FILE [megapixels] [channels]\n"
                         "bench_memory run FILE [model] [orientation] [toned]\n");
    return 2;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
