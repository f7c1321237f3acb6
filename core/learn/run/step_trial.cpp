#include "core/learn/run/step_trial.h"

#include "core/base/machine_memory.h"
#include "core/colour/colour_bins.h"
#include "core/colour/rebalancing.h"
#include "core/learn/loop/adamw.h"
#include "core/learn/loop/autocast.h"
#include "core/learn/loop/ema.h"
#include "core/learn/loop/loss.h"
#include "core/network/network.h"
#include "core/network/tensor_io.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

namespace autochrome::inline learn {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t mostPixels = 24 * 128 * 128; // of a batch; more only takes longer to tell
constexpr int timedSteps = 2;

class Trial
{
public:
    Trial(const TrainingSettings& settings, torch::Device device);
    double step(bool frozen);
    double look();
    std::int64_t pixels() const { return luminance_.numel(); }

private:
    /// A GPU works on after a call returns: reading a number waits for it.
    void settle();

    const TrainingSettings& settings_;
    torch::Device device_;
    ColorizerNetwork network_;
    std::unique_ptr<Ema> ema_;
    std::unique_ptr<AdamW> optimiser_;
    std::unique_ptr<ColourLoss> loss_;
    torch::Tensor luminance_;
    torch::Tensor ab_;
};

Trial::Trial(const TrainingSettings& settings, torch::Device device)
    : settings_(settings),
      device_(device),
      network_(ColourBins::srgb().count(), *NetworkDesign::fromArchitecture(settings.architecture))
{
    const ColourBins& bins = ColourBins::srgb();
    network_->to(device_);
    ema_ = std::make_unique<Ema>(network_, settings.emaDecay);
    optimiser_ = std::make_unique<AdamW>(network_, settings.weightDecay);
    const std::vector<float> even(std::size_t(bins.count()), 1.0f / float(bins.count()));
    loss_ = std::make_unique<ColourLoss>(bins, rebalancingWeights(even, float(settings.lambda)),
                                         settings.lossWeights(), device_);
    const std::int64_t side = settings.cropSize;
    const std::int64_t count =
        std::clamp<std::int64_t>(mostPixels / (side * side), 2, std::max(2, settings.batchSize));
    luminance_ = torch::rand({count, 1, side, side}).to(device_);
    ab_ = (torch::rand({count, 2, side / 4, side / 4}) * 100 - 50).to(device_);
}

void Trial::settle()
{
    (void)network_->parameters().back().detach().flatten()[0].item<float>();
}

double Trial::step(bool frozen)
{
    const Clock::time_point start = Clock::now();
    network_->train();
    if (frozen)
        network_->encoderModule().eval();
    for (torch::Tensor& parameter : network_->encoderModule().parameters())
        parameter.set_requires_grad(!frozen);
    optimiser_->zeroGradients();
    LossParts parts;
    {
        const Bf16Autocast autocast(device_, settings_.bf16);
        parts = (*loss_)(network_->forward(luminance_), ab_);
    }
    parts.total.backward();
    (void)optimiser_->clipGradients(settings_.gradientClip);
    optimiser_->step(1e-6, 1e-6);
    ema_->update(network_);
    settle();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double Trial::look()
{
    const torch::NoGradGuard noGrad;
    const Clock::time_point start = Clock::now();
    const NetworkOutput output = ema_->network()->forward(luminance_.slice(0, 0, 1));
    (void)output.ab.flatten()[0].item<float>();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

} // namespace

StepTrial tryStep(const TrainingSettings& settings, torch::Device device, const Progress& progress)
{
    StepTrial result;
    Trial trial(settings, device);
    const std::uint64_t before = residentMemory();
    progress.checkpoint();
    (void)trial.step(false); // the first one plans and allocates
    const std::uint64_t after = std::max(peakResidentMemory(), before);
    result.bytesPerPixel = (after - before) / std::uint64_t(trial.pixels());
    const auto fastest = [&](bool frozen) {
        double best = 0;
        for (int i = 0; i < timedSteps; ++i) {
            progress.checkpoint();
            const double seconds = trial.step(frozen);
            best = i == 0 ? seconds : std::min(best, seconds);
        }
        return best / double(trial.pixels());
    };
    result.secondsPerPixel = fastest(false);
    result.frozenSecondsPerPixel =
        settings.frozenUntil > 0 ? fastest(true) : result.secondsPerPixel;
    (void)trial.look();
    result.lookSecondsPerPixel = trial.look() / (double(settings.cropSize) * settings.cropSize);
    return result;
}

std::int64_t weightCount(const std::string& architecture)
{
    static std::mutex mutex;
    static std::map<std::string, std::int64_t> known;
    const std::lock_guard lock(mutex);
    if (const auto found = known.find(architecture); found != known.end())
        return found->second;
    const auto design = NetworkDesign::fromArchitecture(architecture);
    if (!design)
        return 0;
    std::int64_t count = 0;
    for (const auto& [name, tensor] :
         stateOf(*ColorizerNetwork(ColourBins::srgb().count(), *design)))
        count += tensor.numel();
    return known[architecture] = count;
}

} // namespace autochrome::inline learn
