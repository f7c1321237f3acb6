#include "core/learn/loop/training_session.h"

#include "core/base/text.h"
#include "core/learn/data/random.h"
#include "core/learn/loop/autocast.h"
#include "core/learn/loop/network_blend.h"
#include "core/learn/loop/training_card.h"
#include "core/learn/loop/training_failure.h"
#include "core/learn/loop/validation.h"
#include "core/learn/loop/validation_samples.h"
#include "core/network/model_io.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;

constexpr double speedWindow = 30; // seconds

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

tl::unexpected<Error> stopped()
{
    return failure(ErrorCode::Cancelled, text("Training stopped; go on later with --resume."));
}

std::vector<torch::Tensor> gradientsOf(const ColorizerNetwork& network)
{
    std::vector<torch::Tensor> gradients;
    for (const torch::Tensor& parameter : network->parameters())
        if (parameter.grad().defined())
            gradients.push_back(parameter.grad());
    return gradients;
}

} // namespace

TrainingSession::TrainingSession(const TrainingSettings& settings, const TrainingPlan& plan,
                                 SampleSource& training, SampleSource* validation,
                                 torch::Device device, std::shared_ptr<TrainingGroup> group)
    : settings_(settings),
      plan_(plan),
      training_(training),
      validation_(validation),
      device_(device),
      group_(std::move(group)),
      batchSize_(settings.batchSize)
{
}

tl::unexpected<Error> TrainingSession::notFinite(const char* what) const
{
    return tl::make_unexpected(
        notFiniteFailure(state_.step, firstSample_, batchSize_,
                         std::string(what) + " at step " + std::to_string(state_.step)));
}

double TrainingSession::spent() const
{
    return state_.secondsSpent + secondsSince(started_);
}

double TrainingSession::fraction() const
{
    return settings_.fractionDone(state_.step, clock_, training_.photoCount());
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

Result<void> TrainingSession::addGradients(TrainingNews& news, int part)
{
    auto portion = feed_->next(state_.step, part, clock_);
    if (!portion)
        return tl::make_unexpected(portion.error());
    const TrainingBatch& batch = portion->batch;
    firstSample_ = state_.samples + news.samples;
    batchSize_ = int(portion->wholeCount);

    // The network draws random numbers (stochastic depth): seeded by their place in the run, a
    // resumed one repeats them.
    const std::int64_t place = state_.step * settings_.accumulation + part;
    torch::manual_seed(mixSeed(settings_.seed, std::uint64_t(place)));
    LossParts parts;
    {
        const Bf16Autocast autocast(device_, settings_.bf16);
        const NetworkOutput output = network_->forward(batch.luminance.to(device_));
        parts = (*loss_)(output, batch.ab.to(device_));
    }
    torch::Tensor seen = torch::zeros({4}, torch::kFloat64);
    seen[0] = parts.total.item<double>();
    seen[1] = parts.crossEntropy.defined() ? parts.crossEntropy.item<double>() : 0.0;
    seen[2] = parts.regression.defined() ? parts.regression.item<double>() : 0.0;
    seen[3] = parts.photo.defined() ? parts.photo.item<double>() : 0.0;
    const int processes = group_ ? group_->size() : 1;
    if (group_)
        group_->sum(seen);
    const double share = 1.0 / settings_.accumulation;
    seen *= share / processes;
    news.loss += seen[0].item<double>();
    if (!std::isfinite(news.loss))
        return notFinite("the loss");
    news.crossEntropy += seen[1].item<double>();
    news.regression += seen[2].item<double>();
    news.photoError += seen[3].item<double>();
    (parts.total * share).backward();
    news.samples += portion->wholeCount;
    news.batchSize = batchSize_;
    news.cropSize = portion->request.cropSize;
    return {};
}

Result<void> TrainingSession::step(TrainingNews& news)
{
    network_->train();
    const bool frozen = fraction() < settings_.frozenUntil;
    if (settings_.fixedStatistics)
        keepStatistics(*network_);
    if (frozen)
        network_->encoderModule().eval();
    if (frozen == network_->encoderModule().parameters().front().requires_grad())
        for (torch::Tensor& parameter : network_->encoderModule().parameters())
            parameter.set_requires_grad(!frozen);
    optimiser_->zeroGradients();
    for (int part = 0; part < settings_.accumulation; ++part)
        if (auto added = addGradients(news, part); !added)
            return added;
    if (group_)
        group_->average(gradientsOf(network_));
    news.gradientNorm = optimiser_->clipGradients(settings_.gradientClip);
    if (!std::isfinite(news.gradientNorm))
        return notFinite("the gradient");
    const double factor = settings_.rateFactor(state_.step, fraction());
    optimiser_->step(settings_.encoderRate * factor, settings_.decoderRate * factor);
    ema_->update(network_);
    ++state_.step;
    state_.samples += news.samples;
    news.learningRate = settings_.decoderRate * factor;
    return {};
}

bool TrainingSession::goesOn(const Progress& progress, bool& isCancelled)
{
    const bool outOfPatience = settings_.patience > 0 && state_.sinceBest >= settings_.patience;
    clock_ = spent();
    isCancelled = progress.isCancelled();
    if (!group_)
        return fraction() < 1 && !outOfPatience;
    // Every process may be interrupted; the time and the validations are the first one's.
    torch::Tensor said = torch::zeros({3}, torch::kFloat64);
    if (isFirst()) {
        said[0] = clock_;
        said[1] = outOfPatience ? 1.0 : 0.0;
    }
    said[2] = isCancelled ? 1.0 : 0.0;
    group_->sum(said);
    clock_ = said[0].item<double>();
    isCancelled = said[2].item<double>() > 0;
    return fraction() < 1 && said[1].item<double>() == 0;
}

Result<void> TrainingSession::loop(const Progress& progress, const Trainer::Listener& listener)
{
    const std::int64_t total = settings_.totalSteps(training_.photoCount());
    bool isCancelled = false;
    while (goesOn(progress, isCancelled)) {
        if (isCancelled) {
            if (auto kept = keepStopped(); !kept)
                return kept;
            return stopped();
        }
        TrainingNews news;
        news.totalSteps = total;
        if (auto done = step(news); !done)
            return done;
        if (auto done = afterStep(news, progress); !done)
            return done;
        listener(news);
    }
    return save();
}

Result<void> TrainingSession::keepStopped()
{
    if (auto saved = save(); !saved)
        return saved;
    // The best of the validations lies there already.
    if (!isFirst() || (settings_.keepBest && state_.bestScore >= 0))
        return {};
    return writeModel({}).map([](const ModelCard&) {});
}

Result<void> TrainingSession::afterStep(TrainingNews& news, const Progress& progress)
{
    const double now = secondsSince(started_);
    pace_.emplace_back(now, state_.samples);
    while (pace_.size() > 2 && now - pace_.front().first > speedWindow)
        pace_.pop_front();
    if (const double span = now - pace_.front().first; span > 0)
        news.imagesPerSecond = double(state_.samples - pace_.front().second) / span;
    news.step = state_.step;
    news.samples = state_.samples;
    news.secondsSpent = spent();
    news.fraction = settings_.fractionDone(state_.step, spent(), training_.photoCount());
    news.waitShare = feed_->waited() / std::max(now, 1e-9);
    news.secondsLeft =
        news.fraction > 0 ? news.secondsSpent * (1 - news.fraction) / news.fraction : 0;
    if (!isFirst())
        return {};
    if (validation_ && isValidationDue()) {
        const ColourMetrics metrics = validation(settings_.validationPhotos, progress);
        // A part of the photos is no measure: the next round of the loop stops.
        if (progress.isCancelled())
            return log_->add(news);
        news.validation = metrics;
        if (auto kept = keep(news.validation); !kept)
            return kept;
        lastValidation_ = Clock::now();
        pace_.clear();
    }
    // Before the checkpoint, which a resumed run's table ends at.
    if (auto logged = log_->add(news); !logged)
        return logged;
    if (secondsSince(lastSave_) > plan_.checkpointMinutes * 60) {
        if (auto saved = save(); !saved)
            return saved;
        news.savedCheckpoint = true;
        lastSave_ = Clock::now();
    }
    return {};
}

bool TrainingSession::isValidationDue() const
{
    if (settings_.validationEpochs <= 0)
        return secondsSince(lastValidation_) > plan_.validationMinutes * 60;
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
    if (!isFirst())
        return trainedModelCard(settings_, plan_, state(), training_, validation_, metrics);
    if (validation_)
        metrics = validation(settings_.keepBest ? settings_.validationPhotos : 0, progress);
    if (validation_ && progress.isCancelled()) {
        metrics.reset();
        if (const auto kept = keepStopped(); !kept)
            return tl::make_unexpected(kept.error());
        return stopped();
    }
    if (const auto kept = keep(metrics); !kept)
        return tl::make_unexpected(kept.error());
    return readModelCard(modelPath());
}

ColorizerNetwork TrainingSession::kept() const
{
    return start_.is_empty() ? ema_->network()
                             : blendOf(start_, ema_->network(), settings_.startShare);
}

ColourMetrics TrainingSession::validation(std::int64_t photos, const Progress& progress)
{
    if (plan_.observer)
        plan_.observer->validates(true);
    const ColorizerNetwork network = kept();
    const ColourMetrics metrics = validate(network, settings_, *validation_, photos, progress);
    if (plan_.observer && plan_.observer->wantedSamples() > 0 && !progress.isCancelled())
        plan_.observer->sampled(state_.step, sampleValidation(network, settings_, *validation_,
                                                              plan_.observer->wantedSamples()));
    if (plan_.observer)
        plan_.observer->validates(false);
    return metrics;
}

Result<void> TrainingSession::save()
{
    if (!isFirst())
        return {};
    // A finite loss does not promise that the step after it left finite weights.
    for (const torch::Tensor& parameter : network_->parameters())
        if (!std::isfinite(parameter.detach().abs().sum().item<double>()))
            return notFinite("a weight");
    if (auto saved = saveCheckpoint(Trainer::checkpointPath(plan_.folder), settings_, state(),
                                    network_, *ema_, *optimiser_, start_);
        !saved)
        return saved;
    if (plan_.observer)
        plan_.observer->savedCheckpoint(state_.step);
    return {};
}

Result<ModelCard> TrainingSession::writeModel(const std::optional<ColourMetrics>& metrics) const
{
    return saveModel(modelPath(), kept(),
                     trainedModelCard(settings_, plan_, state(), training_, validation_, metrics));
}

} // namespace autochrome::inline learn
