#include "core/train/trainer.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/color/rebalancing.h"
#include "core/nn/model_io.h"
#include "core/train/autocast.h"
#include "core/train/checkpoint.h"
#include "core/train/loss.h"
#include "core/train/prior.h"
#include "core/train/random.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <deque>
#include <nlohmann/json.hpp>

namespace autochrome {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int requestsAhead = 6;
constexpr double annealing = 0.38; // Zhang et al. 2016, section 2.3
constexpr double speedWindow = 30; // seconds

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Result<torch::Device> deviceFor(const std::string& wanted)
{
    if (wanted == "cpu" || (wanted == "auto" && !torch::cuda::is_available()))
        return torch::Device(torch::kCPU);
    const std::string name = wanted == "auto" ? "cuda:0" : wanted;
    try {
        const torch::Device device(name);
        if (device.is_cuda() && torch::cuda::is_available() &&
            device.index() < int(torch::cuda::device_count()))
            return device;
    } catch (const c10::Error&) {
        return failure(ErrorCode::Usage, text("There is no device called “%1”.", {wanted}));
    }
    return failure(ErrorCode::NotFound, text("This machine has no device “%1”.", {wanted}));
}

tl::unexpected<Error> notFinite(const char* what, std::int64_t step)
{
    return failure(
        ErrorCode::Internal,
        text("Training stopped: its numbers are no longer finite. The last good state is "
             "kept; go on from it with a lower learning rate."),
        std::string(what) + " at step " + std::to_string(step));
}

std::string digestOf(const std::vector<DataOrigin>& origins)
{
    Sha256 digest;
    for (const DataOrigin& origin : origins) {
        const std::string line = origin.name + " " + origin.sha256 + "\n";
        digest.add(line.data(), line.size());
    }
    return digest.hex();
}

nlohmann::json describe(const std::vector<DataOrigin>& origins)
{
    auto list = nlohmann::json::array();
    for (const DataOrigin& origin : origins)
        list.push_back(
            {{"name", origin.name}, {"sha256", origin.sha256}, {"photos", origin.photos}});
    return list;
}

nlohmann::json describe(const ColourMetrics& metrics)
{
    return {{"photos", metrics.photos},
            {"psnr", metrics.psnr},
            {"greyPsnr", metrics.greyPsnr},
            {"abPsnr", metrics.abPsnr},
            {"abGain", metrics.abGain},
            {"ciede2000", metrics.ciede2000},
            {"ciede2000OverGrey", metrics.ciedeRatio},
            {"colourfulness", metrics.colourfulness},
            {"colourfulnessRatio", metrics.colourfulnessRatio},
            {"confidentShare", metrics.confidentShare}};
}

std::span<const float> values(const torch::Tensor& tensor)
{
    return {tensor.data_ptr<float>(), std::size_t(tensor.numel())};
}

} // namespace

/// One call of run(): the network with everything that belongs to it.
struct Trainer::Session
{
    Session(const Trainer& trainer, torch::Device on)
        : settings(trainer.settings_),
          plan(trainer.plan_),
          training(trainer.training_),
          validation(trainer.validation_),
          device(on)
    {
    }

    Result<void> prepare(const Progress& progress);
    Result<void> loop(const Progress& progress, const Listener& listener);
    Result<void> step(TrainingNews& news);
    void keepRequesting();
    ColourMetrics validate(std::int64_t photos, const Progress& progress);
    Result<void> save() const;
    Result<ModelCard> writeModel(const std::optional<ColourMetrics>& metrics) const;
    /// A resumed session sees only some of the photos again, so the most that any saw is kept.
    SkipCounts skipped() const
    {
        const SkipCounts now = training.skipped();
        return {std::max(now.corrupt, state.skipped.corrupt),
                std::max(now.grey, state.skipped.grey), std::max(now.toned, state.skipped.toned),
                std::max(now.small, state.skipped.small)};
    }
    double spent() const { return state.secondsSpent + secondsSince(started); }
    double fraction() const
    {
        return settings.fractionDone(state.step, spent(), training.photoCount());
    }

    TrainingSettings settings;
    const TrainingPlan& plan;
    SampleSource& training;
    SampleSource* validation;
    torch::Device device;
    TrainingState state;
    Clock::time_point started = Clock::now();
    ColorizerNetwork network{nullptr};
    std::unique_ptr<Ema> ema;
    std::unique_ptr<AdamW> optimiser;
    std::unique_ptr<ColourLoss> loss;
    torch::Tensor centres;
    std::deque<BatchRequest> requested;
    std::int64_t nextSample = 0;
    double waited = 0;
};

Result<void> Trainer::Session::prepare(const Progress& progress)
{
    const ColourBins& bins = ColourBins::srgb();
    const std::string dataSha256 = digestOf(training.origins());
    torch::manual_seed(settings.seed);
    network = ColorizerNetwork(bins.count());
    if (plan.resume) {
        const auto head = readCheckpointHead(checkpointPath(plan.folder));
        if (!head)
            return tl::make_unexpected(head.error());
        if (head->bins != bins.count() || head->state.dataSha256 != dataSha256)
            return failure(ErrorCode::Usage,
                           text("The checkpoint in “%1” belongs to other training data.",
                                {plan.folder.string()}));
        state = head->state;
    } else {
        state.dataSha256 = dataSha256;
        if (!plan.encoder.empty()) {
            const auto digest = sha256OfFile(plan.encoder);
            if (!digest)
                return tl::make_unexpected(digest.error());
            state.encoderSha256 = *digest;
            if (const auto loaded = loadEncoder(network, plan.encoder); !loaded)
                return loaded;
        }
        auto prior = measurePrior(training, bins, settings.priorPhotos, progress);
        if (!prior)
            return tl::make_unexpected(prior.error());
        state.prior = std::move(*prior);
    }
    network->to(device);
    ema = std::make_unique<Ema>(network, settings.emaDecay);
    optimiser = std::make_unique<AdamW>(network, settings.weightDecay);
    if (plan.resume)
        if (const auto loaded =
                loadCheckpoint(checkpointPath(plan.folder), network, *ema, *optimiser);
            !loaded)
            return loaded;
    loss = std::make_unique<ColourLoss>(
        bins, rebalancingWeights(state.prior, float(settings.lambda)), settings.crossEntropyWeight,
        settings.regressionWeight, device);
    centres = torch::empty({bins.count(), 2});
    for (int bin = 0; bin < bins.count(); ++bin)
        for (int c = 0; c < 2; ++c)
            centres[bin][c] = bins.centres[std::size_t(bin)][std::size_t(c)];
    centres = centres.to(device);
    nextSample = state.samples;
    started = Clock::now();
    return {};
}

void Trainer::Session::keepRequesting()
{
    while (requested.size() < requestsAhead) {
        // The share of the run at the step that this batch is for, not at the present one.
        const auto step = state.step + std::int64_t(requested.size());
        const double at = settings.fractionDone(step, spent(), training.photoCount());
        const bool late = at >= settings.lateFrom;
        const BatchRequest next{nextSample, late ? settings.lateBatchSize : settings.batchSize,
                                late ? settings.lateCropSize : settings.cropSize};
        training.request(next);
        requested.push_back(next);
        nextSample += next.count;
    }
}

Result<void> Trainer::Session::step(TrainingNews& news)
{
    keepRequesting();
    const auto waitFrom = Clock::now();
    auto batch = training.take();
    waited += secondsSince(waitFrom);
    if (!batch)
        return tl::make_unexpected(batch.error());
    const BatchRequest request = requested.front();
    requested.pop_front();

    // The network draws random numbers (stochastic depth): seeded by step, a resumed run repeats
    // them.
    torch::manual_seed(mixSeed(settings.seed, std::uint64_t(state.step)));
    network->train();
    optimiser->zeroGradients();
    LossParts parts;
    {
        const Bf16Autocast autocast(device, settings.bf16);
        const NetworkOutput output = network->forward(batch->luminance.to(device));
        parts = (*loss)(output, batch->ab.to(device));
    }
    news.loss = parts.total.item<double>();
    if (!std::isfinite(news.loss))
        return notFinite("the loss", state.step);
    news.crossEntropy = parts.crossEntropy.defined() ? parts.crossEntropy.item<double>() : 0;
    news.regression = parts.regression.defined() ? parts.regression.item<double>() : 0;
    parts.total.backward();
    news.gradientNorm = optimiser->clipGradients(settings.gradientClip);
    if (!std::isfinite(news.gradientNorm))
        return notFinite("the gradient", state.step);
    const double factor = settings.rateFactor(state.step, fraction());
    optimiser->step(settings.encoderRate * factor, settings.decoderRate * factor);
    ema->update(network);
    ++state.step;
    state.samples += request.count;
    news.learningRate = settings.decoderRate * factor;
    news.cropSize = request.cropSize;
    return {};
}

Result<void> Trainer::Session::loop(const Progress& progress, const Listener& listener)
{
    const std::int64_t total = settings.totalSteps(training.photoCount());
    std::deque<std::pair<double, std::int64_t>> window; // seconds, samples
    auto lastSave = Clock::now();
    auto lastValidation = Clock::now();
    while (fraction() < 1) {
        if (progress.isCancelled()) {
            if (const auto saved = save(); !saved)
                return saved;
            return failure(ErrorCode::Cancelled,
                           text("Training stopped; go on later with --resume."));
        }
        TrainingNews news;
        news.totalSteps = total;
        if (const auto done = step(news); !done)
            return done;

        const double now = secondsSince(started);
        window.emplace_back(now, state.samples);
        while (window.size() > 2 && now - window.front().first > speedWindow)
            window.pop_front();
        if (const double span = now - window.front().first; span > 0)
            news.imagesPerSecond = double(state.samples - window.front().second) / span;
        news.step = state.step;
        news.samples = state.samples;
        news.secondsSpent = spent();
        news.fraction = fraction();
        news.waitShare = waited / std::max(now, 1e-9);
        news.secondsLeft =
            news.fraction > 0 ? news.secondsSpent * (1 - news.fraction) / news.fraction : 0;
        if (validation && secondsSince(lastValidation) > plan.validationMinutes * 60) {
            news.validation = validate(settings.validationPhotos, progress);
            if (const auto written = writeModel(news.validation); !written)
                return tl::make_unexpected(written.error());
            lastValidation = Clock::now();
            window.clear();
        }
        if (secondsSince(lastSave) > plan.checkpointMinutes * 60) {
            if (const auto saved = save(); !saved)
                return saved;
            news.savedCheckpoint = true;
            lastSave = Clock::now();
        }
        listener(news);
    }
    return save();
}

ColourMetrics Trainer::Session::validate(std::int64_t photos, const Progress& progress)
{
    const torch::NoGradGuard noGrad;
    ColorizerNetwork average = ema->network();
    average->eval();
    MetricsCollector collector;
    // Evenly spread over the set, so that every folder has its part.
    const std::int64_t all = validation->photoCount();
    const std::int64_t wanted = std::min(photos > 0 ? photos : all, all);
    for (std::int64_t i = 0; i < wanted && !progress.isCancelled(); ++i) {
        const auto scene = validation->scene(i * all / wanted, settings.validationShortSide);
        if (!scene)
            continue;
        const NetworkOutput output = average->forward(scene->luminance.to(device));
        const bool distribution = settings.crossEntropyWeight > 0;
        const torch::Tensor coarse = distribution ? annealedMean(output.logits, centres, annealing)
                                                  : output.ab.to(torch::kFloat32) * abScale;
        const torch::Tensor ab =
            torch::upsample_bilinear2d(coarse, {scene->luminance.size(2), scene->luminance.size(3)},
                                       false)
                .squeeze(0)
                .contiguous()
                .cpu();
        const torch::Tensor confidence =
            distribution ? confidenceOf(output.logits).contiguous().cpu() : torch::empty({0});
        const torch::Tensor lightness = (scene->luminance * 100).contiguous();
        collector.add(values(lightness), values(scene->ab.contiguous()), values(ab),
                      values(confidence));
    }
    return collector.result();
}

Result<void> Trainer::Session::save() const
{
    // A finite loss does not promise that the step after it left finite weights.
    for (const torch::Tensor& parameter : network->parameters())
        if (!std::isfinite(parameter.detach().abs().sum().item<double>()))
            return notFinite("a weight", state.step);
    TrainingState now = state;
    now.secondsSpent = spent();
    now.skipped = skipped();
    return saveCheckpoint(checkpointPath(plan.folder), settings, now, network, *ema, *optimiser);
}

Result<ModelCard> Trainer::Session::writeModel(const std::optional<ColourMetrics>& metrics) const
{
    ModelCard card;
    card.name = plan.name;
    card.bins = ColourBins::srgb().centres;
    card.prior = state.prior;
    card.details = plan.cardDetails;
    card.details["recipe"] = settings.toJson();
    card.details["seed"] = std::to_string(settings.seed);
    card.details["head"] = settings.crossEntropyWeight > 0 ? "distribution" : "regression";
    card.details["encoder_sha256"] = state.encoderSha256;
    card.details["training_data"] = describe(training.origins()).dump();
    card.details["training_photos"] = std::to_string(training.photoCount());
    const SkipCounts passedOver = skipped();
    card.details["training_photos_skipped"] = nlohmann::json{
        {"corrupt", passedOver.corrupt},
        {"grey", passedOver.grey},
        {"toned", passedOver.toned},
        {"small", passedOver.small}}.dump();
    card.details["training_samples"] = std::to_string(state.samples);
    card.details["training_steps"] = std::to_string(state.step);
    card.details["training_minutes"] = std::to_string(std::lround(spent() / 60));
    card.details["software"] = "Autochrome " AUTOCHROME_VERSION;
    if (metrics && metrics->photos > 0) {
        card.details["metrics"] = describe(*metrics).dump();
        card.details["validation_data"] = describe(validation->origins()).dump();
    }
    return saveModel(plan.folder / (plan.name + ".safetensors"), ema->network(), card);
}

Trainer::Trainer(TrainingSettings settings, TrainingPlan plan, SampleSource& training,
                 SampleSource* validation)
    : settings_(std::move(settings)),
      plan_(std::move(plan)),
      training_(training),
      validation_(validation)
{
}

Trainer::~Trainer() = default;

fs::path Trainer::checkpointPath(const fs::path& folder)
{
    return folder / "checkpoint.safetensors";
}

Result<ModelCard> Trainer::run(const Progress& progress, const Listener& listener)
{
    try {
        std::error_code error;
        fs::create_directories(plan_.folder, error);
        if (error)
            return failure(ErrorCode::WriteFailed,
                           text("The folder “%1” cannot be made.", {plan_.folder.string()}),
                           error.message());
        if (plan_.threads > 0)
            torch::set_num_threads(plan_.threads);
        const auto device = deviceFor(plan_.device);
        if (!device)
            return tl::make_unexpected(device.error());
        Session session(*this, *device);
        if (const auto ready = session.prepare(progress); !ready)
            return tl::make_unexpected(ready.error());
        if (const auto done = session.loop(progress, listener); !done)
            return tl::make_unexpected(done.error());
        std::optional<ColourMetrics> metrics;
        if (validation_)
            metrics = session.validate(0, progress);
        auto card = session.writeModel(metrics);
        if (card && metrics) {
            TrainingNews news;
            news.step = session.state.step;
            news.samples = session.state.samples;
            news.fraction = 1;
            news.secondsSpent = session.spent();
            news.validation = metrics;
            listener(news);
        }
        return card;
    } catch (const c10::Error& error) {
        return failure(ErrorCode::Internal, text("Training failed."),
                       error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory,
                       text("There is not enough memory to train; take smaller batches."));
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, text("Training failed."), error.what());
    }
}

} // namespace autochrome
