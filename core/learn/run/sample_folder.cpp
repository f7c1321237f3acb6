#include "core/learn/run/sample_folder.h"

#include "core/base/text.h"
#include "core/colour/lab.h"
#include "core/learn/run/sample_steps.h"
#include "core/learn/run/thinning.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <opencv2/imgcodecs.hpp>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;

constexpr const char* unfinished = ".new"; // what a kill may leave

std::uint8_t encoded(float linear)
{
    return cv::saturate_cast<std::uint8_t>(255.0f * linearToSrgb(std::clamp(linear, 0.0f, 1.0f)));
}

/// @param ab  [2, H, W]; undefined for grey
cv::Mat pictureOf(const torch::Tensor& lightness, const torch::Tensor& ab)
{
    const auto rows = int(lightness.size(0));
    const auto cols = int(lightness.size(1));
    const float* L = lightness.data_ptr<float>();
    const float* a = ab.defined() ? ab.data_ptr<float>() : nullptr;
    const std::size_t plane = std::size_t(rows) * std::size_t(cols);
    cv::Mat bgr(rows, cols, CV_8UC3);
    auto* pixel = bgr.ptr<cv::Vec3b>();
    for (std::size_t i = 0; i < plane; ++i) {
        const LinearRgb rgb = toLinearRgb({L[i], a ? a[i] : 0, a ? a[plane + i] : 0});
        pixel[i] = {encoded(rgb.b), encoded(rgb.g), encoded(rgb.r)};
    }
    return bgr;
}

Result<void> writeJpeg(const fs::path& path, const cv::Mat& bgr)
{
    std::vector<std::uint8_t> bytes;
    cv::imencode(".jpg", bgr, bytes, {cv::IMWRITE_JPEG_QUALITY, 90});
    errno = 0;
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    file.close();
    if (file)
        return {};
    const int cause = errno;
    return failure(cause == ENOSPC ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
                   text("“%1” cannot be written.", {path.string()}), std::strerror(cause));
}

/// Makes a folder of pictures under a name that nobody reads, then gives it its own.
Result<void> writeFolder(const fs::path& folder, const std::vector<SamplePrediction>& samples,
                         torch::Tensor SamplePrediction::*colours)
{
    const fs::path fresh = fs::path(folder) += unfinished;
    std::error_code error;
    fs::remove_all(fresh, error);
    // No further up: a training's folder that somebody removed must not come back.
    fs::create_directory(folder.parent_path(), error);
    fs::create_directory(fresh, error);
    for (const SamplePrediction& sample : samples) {
        const cv::Mat picture =
            pictureOf(sample.lightness, colours ? sample.*colours : torch::Tensor());
        const std::string name = std::to_string(sample.number).append(".jpg");
        if (auto written = writeJpeg(fresh / name, picture); !written) {
            fs::remove_all(fresh, error);
            return written;
        }
    }
    fs::remove_all(folder, error);
    fs::rename(fresh, folder, error);
    if (error)
        return failure(ErrorCode::WriteFailed, text("“%1” cannot be written.", {folder.string()}),
                       error.message());
    return {};
}

} // namespace

SampleFolder::SampleFolder(fs::path folder, std::size_t mostSteps)
    : folder_(std::move(folder)), mostSteps_(std::max<std::size_t>(mostSteps, 3))
{
}

Result<void> SampleFolder::begin(std::int64_t step)
{
    std::error_code error;
    if (step == 0)
        fs::remove_all(folder_, error);
    for (const std::int64_t lost : sampleStepsIn(folder_))
        if (lost > step)
            fs::remove_all(folder_ / std::to_string(lost), error);
    fs::create_directories(folder_, error);
    std::vector<fs::path> leftovers;
    for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == unfinished)
            leftovers.push_back(it->path());
    for (const fs::path& leftover : leftovers)
        fs::remove_all(leftover, error);
    return {};
}

Result<void> SampleFolder::write(std::int64_t step, const std::vector<SamplePrediction>& samples)
try {
    std::error_code error;
    // The photos are the same in every step, so that these are written once.
    if (!fs::exists(folder_ / "truth", error))
        if (auto written = writeFolder(folder_ / "truth", samples, &SamplePrediction::truth);
            !written)
            return written;
    if (!fs::exists(folder_ / "grey", error))
        if (auto written = writeFolder(folder_ / "grey", samples, nullptr); !written)
            return written;
    if (auto written =
            writeFolder(folder_ / std::to_string(step), samples, &SamplePrediction::predicted);
        !written)
        return written;
    std::vector<std::int64_t> steps = sampleStepsIn(folder_);
    while (steps.size() > mostSteps_) {
        const std::size_t crowded = mostCrowded(steps);
        fs::remove_all(folder_ / std::to_string(steps[crowded]), error);
        steps.erase(steps.begin() + std::ptrdiff_t(crowded));
    }
    return {};
} catch (const std::exception& error) { // of OpenCV or the file system
    return failure(ErrorCode::WriteFailed, text("“%1” cannot be written.", {folder_.string()}),
                   error.what());
}

} // namespace autochrome::inline learn
