#include "core/learn/loop/training_session.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/colour/rebalancing.h"
#include "core/learn/data/prior.h"
#include "core/learn/loop/network_blend.h"
#include "core/learn/loop/training_card.h"
#include "core/network/model_io.h"
#include "core/network/tensor_io.h"

// How a session comes to its network: from a checkpoint, from a parent, from nothing.

namespace autochrome::inline learn {

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
        if (!(parent->network->design() == network_->design()))
            return failure(ErrorCode::Usage,
                           text("The model “%1” is another kind of network; training cannot go on "
                                "from it.",
                                {plan_.start.filename().string()}),
                           parent->card.architecture);
        network_ = parent->network;
        state_.parentSha256 = parent->card.weightsSha256;
        state_.parentDetails = cardOfParent(parent->card);
        const auto encoder = parent->card.details.find("encoder_sha256");
        if (encoder != parent->card.details.end())
            state_.encoderSha256 = encoder->second;
    } else if (!plan_.encoder.empty()) {
        const auto digest = sha256OfFile(plan_.encoder);
        if (!digest)
            return tl::make_unexpected(digest.error());
        state_.encoderSha256 = *digest;
        if (auto loaded = loadEncoder(network_, plan_.encoder); !loaded)
            return loaded;
    }
    auto prior = measurePrior(training_, ColourBins::srgb(), settings_.priorPhotos, progress);
    if (!prior)
        return tl::make_unexpected(prior.error());
    state_.prior = std::move(*prior);
    return {};
}

Result<void> TrainingSession::start(const std::string& dataSha256, const Progress& progress)
{
    auto ready = plan_.resume ? resume(dataSha256) : begin(dataSha256, progress);
    if (!ready)
        return ready;
    network_->to(device_);
    ema_ = std::make_unique<Ema>(network_, settings_.emaDecay);
    optimiser_ = std::make_unique<AdamW>(network_, settings_.weightDecay);
    if (settings_.startShare > 0 && !state_.parentSha256.empty())
        start_ = copyOf(network_);
    if (plan_.resume)
        if (auto loaded = loadCheckpoint(Trainer::checkpointPath(plan_.folder), network_, *ema_,
                                         *optimiser_, start_);
            !loaded)
            return loaded;
    auto log = LossLog::open(plan_.folder / "losses.csv", state_.step);
    if (!log)
        return tl::make_unexpected(log.error());
    log_ = std::move(*log);
    return {};
}

Result<void> TrainingSession::shareStart(const Result<void>& started, const std::string& dataSha256)
{
    const std::string head = group_->broadcast(
        started && isFirst() ? std::to_string(optimiser_->steps()) + " " +
                                   std::to_string(ema_->updates()) + " " + state_.toJson()
                             : std::string());
    if (!started)
        return started;
    if (head.empty())
        return failure(ErrorCode::Internal,
                       text("The first process of the training could not start."));
    if (!isFirst()) {
        std::size_t used = 0;
        const std::int64_t steps = std::stoll(head, &used);
        std::size_t usedToo = 0;
        const std::int64_t updates = std::stoll(head.substr(used), &usedToo);
        auto state = TrainingState::fromJson(head.substr(used + usedToo));
        if (!state)
            return tl::make_unexpected(state.error());
        state_ = std::move(*state);
        network_->to(device_);
        ema_ = std::make_unique<Ema>(network_, settings_.emaDecay);
        optimiser_ = std::make_unique<AdamW>(network_, settings_.weightDecay);
        optimiser_->setSteps(steps);
        ema_->setUpdates(updates);
    }
    torch::Tensor strangers = torch::tensor({state_.dataSha256 == dataSha256 ? 0.0 : 1.0});
    group_->sum(strangers);
    if (strangers.item<double>() > 0)
        return failure(ErrorCode::Usage,
                       text("The processes of this training do not see the same photos."));
    const torch::NoGradGuard noGrad;
    for (const auto& state : {stateOf(*network_), stateOf(*ema_->network()), optimiser_->state()})
        for (auto [name, tensor] : state)
            group_->broadcast(tensor);
    return {};
}

Result<void> TrainingSession::prepare(const Progress& progress)
{
    const auto design = NetworkDesign::fromArchitecture(settings_.architecture);
    if (!design)
        return failure(ErrorCode::Usage,
                       text("There is no network called “%1”.", {settings_.architecture}));
    const ColourBins& bins = ColourBins::srgb();
    const std::string dataSha256 = digestOf(training_.origins());
    torch::manual_seed(settings_.seed);
    network_ = ColorizerNetwork(bins.count(), *design);
    network_->setStochasticDepth(settings_.stochasticDepth);
    Result<void> ready;
    if (isFirst())
        ready = start(dataSha256, progress);
    if (group_)
        ready = shareStart(ready, dataSha256);
    if (!ready)
        return ready;
    if (group_)
        network_->setShare(std::make_shared<BatchShare>(
            BatchShare{group_->rank(), group_->size(),
                       [group = group_](torch::Tensor& tensor) { group->sum(tensor); }}));
    loss_ = std::make_unique<ColourLoss>(bins,
                                         rebalancingWeights(state_.prior, float(settings_.lambda)),
                                         settings_.lossWeights(), device_);
    feed_ = std::make_unique<BatchFeed>(settings_, training_, state_.samples,
                                        group_ ? group_->rank() : 0, group_ ? group_->size() : 1);
    started_ = lastSave_ = lastValidation_ = Clock::now();
    if (isFirst() && plan_.observer)
        plan_.observer->begins(state_.step);
    // What the run starts from takes part in the choice of the best.
    if (!isFirst() || !settings_.keepBest || !validation_ || state_.step > 0 || plan_.start.empty())
        return {};
    const ColourMetrics metrics = validation(settings_.validationPhotos, progress);
    return progress.isCancelled() ? Result<void>() : keep(metrics);
}

} // namespace autochrome::inline learn
