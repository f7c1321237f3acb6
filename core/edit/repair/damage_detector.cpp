#include "core/edit/repair/damage_detector.h"

#include "core/base/text.h"
#include "core/models/model_library.h"
#include "core/network/damage/damage_model.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <mutex>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline edit {
namespace {

namespace fs = std::filesystem;

fs::path installedFile()
{
    for (const fs::path& folder : modelFolders()) {
        std::vector<fs::path> files;
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error))
            if (it->path().extension() == ".safetensors")
                files.push_back(it->path());
        std::ranges::sort(files, std::ranges::greater()); // damage-2 before damage-1
        for (const fs::path& file : files)
            if (readDamageCard(file))
                return file;
    }
    return {};
}

// The codes of its grey, in [0, 1], at the size at which it is looked at.
cv::Mat smallGrey(const cv::Mat& pixels)
{
    const double shrink =
        std::min(1.0, double(DamageDetector::longestSide) / std::max(pixels.cols, pixels.rows));
    cv::Mat grey = pixels;
    if (shrink < 1)
        cv::resize(pixels, grey,
                   {std::max(1, cvRound(pixels.cols * shrink)),
                    std::max(1, cvRound(pixels.rows * shrink))},
                   0, 0, cv::INTER_AREA);
    if (grey.channels() > 1)
        cv::cvtColor(grey, grey, grey.channels() == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_RGB2GRAY);
    grey.convertTo(grey, CV_32F, pixels.depth() == CV_16U ? 1 / 65535.0 : 1 / 255.0);
    return grey;
}

} // namespace

struct DamageDetector::Impl
{
    std::shared_ptr<DamageModel> model;
    fs::path file;
    fs::file_time_type changed;
};

DamageDetector::DamageDetector(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
DamageDetector::~DamageDetector() = default;

bool DamageDetector::isInstalled()
{
    return !installedFile().empty();
}

Result<std::shared_ptr<DamageDetector>> DamageDetector::installed()
{
    static std::mutex mutex;
    static std::shared_ptr<DamageDetector> known;
    const std::lock_guard lock(mutex);
    const fs::path file = installedFile();
    if (file.empty())
        return failure(ErrorCode::ModelMissing,
                       text("Damage cannot be found: no detector is installed."));
    std::error_code ignored;
    const auto changed = fs::last_write_time(file, ignored);
    if (known && known->impl_->file == file && known->impl_->changed == changed)
        return known;
    return DamageModel::load(file).map([&](std::shared_ptr<DamageModel> model) {
        known.reset(
            new DamageDetector(std::make_unique<Impl>(Impl{std::move(model), file, changed})));
        return known;
    });
}

Result<DamageFinding> DamageDetector::look(const Photo& photo, const Progress& progress) const
{
    const cv::Mat grey = smallGrey(photo.pixels);
    const std::vector<float> luminance(grey.begin<float>(), grey.end<float>());
    return impl_->model->look(luminance, grey.rows, grey.cols, progress)
        .map([&](const DamageProbabilities& said) {
            DamageFinding finding;
            for (std::size_t kind = 0; kind < said.size(); ++kind)
                finding.probability[kind] = cv::Mat(grey.rows, grey.cols, CV_8U,
                                                    const_cast<std::uint8_t*>(said[kind].data()))
                                                .clone();
            return finding;
        });
}

std::string DamageDetector::name() const
{
    return impl_->model->card().name;
}

} // namespace autochrome::inline edit
