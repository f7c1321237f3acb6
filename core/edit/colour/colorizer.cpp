#include "core/edit/colour/colorizer.h"

#include "core/base/text.h"
#include "core/edit/colour/caught.h"
#include "core/edit/colour/prediction.h"
#include "core/models/model_library.h"
#include "core/network/colour_model.h"

#include <mutex>

namespace autochrome::inline edit {
namespace {

Predictor predictorOf(std::shared_ptr<ColourModel> model)
{
    const auto run = [model](const std::vector<float>& luminance, int rows, int cols,
                             const Progress& progress) -> Result<SceneLook> {
        const Result<ColourDistribution> seen = model->look(luminance, rows, cols, progress);
        if (!seen)
            return tl::make_unexpected(seen.error());
        SceneLook look;
        look.chroma = [seen = *seen](double temperature) { return seen.decode({temperature}); };
        look.bytes = seen->bytes();
        return look;
    };
    return {model->device().name, run, model->card().name, model->card().weightsSha256};
}

} // namespace

struct Colorizer::Impl
{
    std::shared_ptr<ColourModel> model;
    std::mutex mutex;
    std::shared_ptr<ColourModel> onCpu; // made when another device runs out of memory

    Result<Predictor> cpuPredictor()
    {
        const std::lock_guard lock(mutex);
        if (!onCpu) {
            auto loaded = ColourModel::load(model->path(), "cpu");
            if (!loaded)
                return tl::make_unexpected(loaded.error());
            onCpu = *loaded;
        }
        return predictorOf(onCpu);
    }
};

Colorizer::Colorizer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Colorizer::~Colorizer() = default;

Result<std::shared_ptr<Colorizer>> Colorizer::open(const std::string& model,
                                                   const std::string& device)
{
    const Result<std::filesystem::path> path = findModel(model);
    if (!path)
        return tl::make_unexpected(path.error());
    auto loaded = ColourModel::load(*path, device);
    if (!loaded)
        return tl::make_unexpected(loaded.error());
    auto impl = std::make_unique<Impl>();
    impl->model = *loaded;
    return std::shared_ptr<Colorizer>(new Colorizer(std::move(impl)));
}

Result<SceneColours> Colorizer::look(const cv::Mat& lightness, const ColourSettings& settings,
                                     const Progress& progress)
try {
    if (lightness.empty() || lightness.type() != CV_32F)
        return failure(ErrorCode::Internal, text("There is nothing to colourise."),
                       "lightness must be CV_32F");
    progress.report(0, text("Colourising"));
    std::vector<std::function<Result<Predictor>()>> predictors;
    predictors.push_back([this] { return Result<Predictor>(predictorOf(impl_->model)); });
    if (impl_->model->device().id != "cpu")
        predictors.push_back([this] { return impl_->cpuPredictor(); });
    Result<SceneColours> scene = lookAtScene(lightness, settings, predictors, progress);
    if (scene)
        progress.report(1, text("Colourising"));
    return scene;
} catch (...) {
    return tl::make_unexpected(caughtError(text("The photo could not be colourised.")));
}

std::string Colorizer::modelName() const
{
    return impl_->model->card().name;
}

std::string Colorizer::modelSha256() const
{
    return impl_->model->card().weightsSha256;
}

std::string Colorizer::deviceName() const
{
    return impl_->model->device().name;
}

std::string Colorizer::deviceId() const
{
    return impl_->model->device().id;
}

} // namespace autochrome::inline edit
