#include "core/train/training_session.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/color/rebalancing.h"
#include "core/nn/model_io.h"
#include "core/train/autocast.h"
#include "core/train/prior.h"
#include "core/train/random.h"
#include "core/train/training_card.h"

#include <algorithm>
#include <cmath>

namespace autochrome {
namespace {

namespace fs = std::filesystem;

constexpr int requestsAhead = 6;
constexpr double annealing = 0.38; // Zhang et al. 2016, section 2.3
constexpr double speedWindow = 30; // seconds

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

tl::unexpected<Error> notFinite(const char* what, std::int64_t step)
{
    return failure(
        ErrorCode::Internal,
        text("Training stopped: its numbers are no longer finite. The last good state is "
             "kept; go on from it with a lower learning rate."),
        std::string(what) + " at step " + std::to_string(step));
}

std::span<const float> values(const torch::Tensor& tensor)
{
    return {tensor.data_ptr<float>(), std::size_t(tensor.numel())};
}

} // namespace

TrainingSession::TrainingSession(const TrainingSettings& settings, const TrainingPlan& plan,
                                 SampleSource& training, SampleSource* validation,
                                 torch::Device device)
    : settings_(settings),
      plan_(plan),
      training_(training),
      validation_(validation),
      device_(device)
{
}

double TrainingSession::spent() const
{
    return state_.secondsSpent + secondsSince(started_);
}

double TrainingSession::fraction() const
{
    return settings_.fractionDone(state_.step, spent(), training_.photoCount());
}

fs::path TrainingSession::modelPath() const
{
    return plan_.folder / (plan_.name + ".safetensors");
}

TrainingState TrainingSession::state() const
{
    TrainingState now = state_;
    now.secondsSpent = spent();
    // A resumed session sees only some of the photos again, so the most that any saw is kept.
    const SkipCounts seen = training_.skipped();
    now.skipped = {
        std::max(seen.corrupt, state_.skipped.corrupt), std::max(seen.grey, state_.skipped.grey),
        std::max(seen.toned, state_.skipped.toned), std::max(seen.small, state_.skipped.small)};
    return now;
}

Result<void> TrainingSession::resume(const std::string& dataSha256)
{
    const auto head = readCheckpointHead(Trainer::checkpointPath(plan_.folder));
    if (!head)
        return tl::make_unexpected(head.error());
    if (head->bins != ColourBins::srgb().count() || head->state.dataSha256 != dataSha256)
        return failure(ErrorCode::Usage,
                       text("The checkpoint in “%1” belongs to other training data.",
                            {plan_.folder.string()}));
    state_ = head->state;
    return {};
}

Result<void> TrainingSession::begin(const std::string& dataSha256, const Progress& progress)
{
    state_.dataSha256 = dataSha256;
    if (!plan_.start.empty()) {
        auto parent = loadModel(plan_.start);
        if (!parent)
            return tl::make_unexpected(parent.error());
        if (parent->network->binCount() != network_->binCount())
            return failure(ErrorCode::Usage,
                           text("The model “%1” has other colour bins; training cannot go on from "
                                "it.",
                                {plan_.start.filename().string()}));
        network_ = parent->network;
        state_.parentSha256 = parent->card.weightsSha256;
        const auto encoder = parent->card.details.find("encoder_sha256");
        if (encoder != parent->card.details.end())
            state_.encoderSha256 = encoder->second;
    } else if (!plan_.encoder.empty()) {
        const auto digest = sha256OfFile(plan_.encoder);
        if (!digest)
            return tl::make_unexpected(digest.error());
        state_.encoderSha256 = *digest;
        if (const auto loaded = loadEncoder(network_, plan_.encoder); !loaded)
            return loaded;
    }
    auto prior = measurePrior(training_, ColourBins::srgb(), settings_.priorPhotos, progress);
    if (!prior)
        return tl::make_unexpected(prior.error());
    state_.prior = std::move(*prior);
    return {};
}

Result<void> TrainingSession::prepare(const Progress& progress)
{
    const ColourBins& bins = ColourBins::srgb();
    const std::string dataSha256 = digestOf(training_.origins());
    torch::manual_seed(settings_.seed);
    network_ = ColorizerNetwork(bins.count());
    const auto ready = plan_.resume ? resume(dataSha256) : begin(dataSha256, progress);
    if (!ready)
        return ready;
    network_->to(device_);
    ema_ = std::make_unique<Ema>(network_, settings_.emaDecay);
    optimiser_ = std::make_unique<AdamW>(network_, settings_.weightDecay);
    if (plan_.resume)
        if (const auto loaded =
                loadCheckpoint(Trainer::checkpointPath(plan_.folder), network_, *ema_, *optimiser_);
            !loaded)
            return loaded;
    loss_ = std::make_unique<ColourLoss>(
        bins, rebalancingWeights(state_.prior, float(settings_.lambda)),
        settings_.crossEntropyWeight, settings_.regressionWeight, device_);
    centres_ = torch::empty({bins.count(), 2});
    for (int bin = 0; bin < bins.count(); ++bin)
        for (int c = 0; c < 2; ++c)
            centres_[bin][c] = bins.centres[std::size_t(bin)][std::size_t(c)];
    centres_ = centres_.to(device_);
    nextSample_ = state_.samples;
    started_ = Clock::now();
    // What the run starts from takes part in the choice of the best.
    if (settings_.keepBest && validation_ && state_.step == 0 && !plan_.start.empty())
        return keep(validate(settings_.validationPhotos, progress));
    return {};
}

void TrainingSession::keepRequesting(int part)
{
    while (requested_.size() < requestsAhead) {
        // The share of the run at the step that this batch is for, not at the present one.
        const auto step =
            state_.step + (part + std::int64_t(requested_.size())) / settings_.accumulation;
        const double at = settings_.fractionDone(step, spent(), training_.photoCount());
        const bool late = at >= settings_.lateFrom;
        const BatchRequest next{nextSample_, late ? settings_.lateBatchSize : settings_.batchSize,
                                late ? settings_.lateCropSize : settings_.cropSize};
        training_.request(next);
        requested_.push_back(next);
        nextSample_ += next.count;
    }
}

Result<void> TrainingSession::addGradients(TrainingNews& news, int part)
{
    keepRequesting(part);
    const auto waitFrom = Clock::now();
    auto batch = training_.take();
    waited_ += secondsSince(waitFrom);
    if (!batch)
        return tl::make_unexpected(batch.error());
    const BatchRequest request = requested_.front();
    requested_.pop_front();

    // The network draws random numbers (stochastic depth): seeded by their place in the run, a
    // resumed one repeats them.
    const std::int64_t place = state_.step * settings_.accumulation + part;
    torch::manual_seed(mixSeed(settings_.seed, std::uint64_t(place)));
    LossParts parts;
    {
        const Bf16Autocast autocast(device_, settings_.bf16);
        const NetworkOutput output = network_->forward(batch->luminance.to(device_));
        parts = (*loss_)(output, batch->ab.to(device_));
    }
    const double share = 1.0 / settings_.accumulation;
    news.loss += share * parts.total.item<double>();
    if (!std::isfinite(news.loss))
        return notFinite("the loss", state_.step);
    if (parts.crossEntropy.defined())
        news.crossEntropy += share * parts.crossEntropy.item<double>();
    if (parts.regression.defined())
        news.regression += share * parts.regression.item<double>();
    (parts.total * share).backward();
    news.samples += request.count;
    news.cropSize = request.cropSize;
    return {};
}

Result<void> TrainingSession::step(TrainingNews& news)
{
    network_->train();
    const bool frozen = fraction() < settings_.frozenUntil;
    if (frozen)
        network_->encoder->eval();
    if (frozen == network_->encoder->parameters().front().requires_grad())
        for (torch::Tensor& parameter : network_->encoder->parameters())
            parameter.set_requires_grad(!frozen);
    optimiser_->zeroGradients();
    for (int part = 0; part < settings_.accumulation; ++part)
        if (const auto added = addGradients(news, part); !added)
            return added;
    news.gradientNorm = optimiser_->clipGradients(settings_.gradientClip);
    if (!std::isfinite(news.gradientNorm))
        return notFinite("the gradient", state_.step);
    const double factor = settings_.rateFactor(state_.step, fraction());
    optimiser_->step(settings_.encoderRate * factor, settings_.decoderRate * factor);
    ema_->update(network_);
    ++state_.step;
    state_.samples += news.samples;
    news.learningRate = settings_.decoderRate * factor;
    return {};
}

Result<void> TrainingSession::loop(const Progress& progress, const Trainer::Listener& listener)
{
    const std::int64_t total = settings_.totalSteps(training_.photoCount());
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

        const double now = secondsSince(started_);
        window.emplace_back(now, state_.samples);
        while (window.size() > 2 && now - window.front().first > speedWindow)
            window.pop_front();
        if (const double span = now - window.front().first; span > 0)
            news.imagesPerSecond = double(state_.samples - window.front().second) / span;
        news.step = state_.step;
        news.samples = state_.samples;
        news.secondsSpent = spent();
        news.fraction = fraction();
        news.waitShare = waited_ / std::max(now, 1e-9);
        news.secondsLeft =
            news.fraction > 0 ? news.secondsSpent * (1 - news.fraction) / news.fraction : 0;
        if (validation_ && isValidationDue(lastValidation)) {
            news.validation = validate(settings_.validationPhotos, progress);
            if (const auto kept = keep(news.validation); !kept)
                return kept;
            lastValidation = Clock::now();
            window.clear();
        }
        if (secondsSince(lastSave) > plan_.checkpointMinutes * 60) {
            if (const auto saved = save(); !saved)
                return saved;
            news.savedCheckpoint = true;
            lastSave = Clock::now();
        }
        listener(news);
        if (settings_.patience > 0 && state_.sinceBest >= settings_.patience)
            break;
    }
    return save();
}

bool TrainingSession::isValidationDue(Clock::time_point last) const
{
    if (settings_.validationEpochs <= 0)
        return secondsSince(last) > plan_.validationMinutes * 60;
    const double batches = double(training_.photoCount()) / settings_.batchSize;
    const auto every =
        std::max<std::int64_t>(1, std::llround(settings_.validationEpochs * batches));
    return state_.step % every == 0;
}

Result<void> TrainingSession::keep(const std::optional<ColourMetrics>& metrics)
{
    if (settings_.keepBest && metrics) {
        ++state_.sinceBest;
        // Written so that a score that is not a number is never the best.
        const bool isBest = std::isfinite(metrics->ciede2000) &&
                            (state_.bestScore < 0 || metrics->ciede2000 < state_.bestScore);
        if (!isBest)
            return {};
        state_.bestScore = metrics->ciede2000;
        state_.sinceBest = 0;
    }
    if (const auto written = writeModel(metrics); !written)
        return tl::make_unexpected(written.error());
    return {};
}

Result<ModelCard> TrainingSession::finish(std::optional<ColourMetrics>& metrics,
                                          const Progress& progress)
{
    if (validation_)
        metrics = validate(settings_.keepBest ? settings_.validationPhotos : 0, progress);
    if (const auto kept = keep(metrics); !kept)
        return tl::make_unexpected(kept.error());
    return readModelCard(modelPath());
}

ColourMetrics TrainingSession::validate(std::int64_t photos, const Progress& progress)
{
    const torch::NoGradGuard noGrad;
    ColorizerNetwork average = ema_->network();
    average->eval();
    MetricsCollector collector;
    // Evenly spread over the set, so that every folder has its part.
    const std::int64_t all = validation_->photoCount();
    const std::int64_t wanted = std::min(photos > 0 ? photos : all, all);
    for (std::int64_t i = 0; i < wanted && !progress.isCancelled(); ++i) {
        const auto scene = validation_->scene(i * all / wanted, settings_.validationShortSide);
        if (!scene)
            continue;
        const NetworkOutput output = average->forward(scene->luminance.to(device_));
        const bool distribution = settings_.crossEntropyWeight > 0;
        const torch::Tensor coarse = distribution ? annealedMean(output.logits, centres_, annealing)
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

Result<void> TrainingSession::save() const
{
    // A finite loss does not promise that the step after it left finite weights.
    for (const torch::Tensor& parameter : network_->parameters())
        if (!std::isfinite(parameter.detach().abs().sum().item<double>()))
            return notFinite("a weight", state_.step);
    return saveCheckpoint(Trainer::checkpointPath(plan_.folder), settings_, state(), network_,
                          *ema_, *optimiser_);
}

Result<ModelCard> TrainingSession::writeModel(const std::optional<ColourMetrics>& metrics) const
{
    return saveModel(modelPath(), ema_->network(),
                     trainedModelCard(settings_, plan_, state(), training_, validation_, metrics));
}

} // namespace autochrome
