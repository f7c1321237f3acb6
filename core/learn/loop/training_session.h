#pragma once

#include "core/learn/loop/batch_feed.h"
#include "core/learn/loop/checkpoint.h"
#include "core/learn/loop/loss.h"
#include "core/learn/loop/loss_log.h"
#include "core/learn/loop/trainer.h"
#include "core/learn/loop/training_group.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace autochrome::inline learn {

/// One call of Trainer::run(): the network with everything that belongs to it.
class TrainingSession
{
public:
    /// @param validation  may be null
    /// @param group       may be null: this process trains alone
    TrainingSession(const TrainingSettings& settings, const TrainingPlan& plan,
                    SampleSource& training, SampleSource* validation, torch::Device device,
                    std::shared_ptr<TrainingGroup> group);

    /// Loads the checkpoint, or makes a new network and measures the prior. In a group the first
    /// process does, and the others get what it has.
    Result<void> prepare(const Progress& progress);

    /// Steps, validations and checkpoints until the run's length is reached.
    Result<void> loop(const Progress& progress, const Trainer::Listener& listener);

    /// The last validation and the model. With keepBest this is the best one of the run.
    /// @returns the card; `metrics` are those of the last state, without a validation set empty
    Result<ModelCard> finish(std::optional<ColourMetrics>& metrics, const Progress& progress);

    /// State as of now, with the time of this session.
    TrainingState state() const;

    /// Photos in the batch of this moment; before the first one, as many as it will have.
    int batchSize() const { return batchSize_; }

private:
    using Clock = std::chrono::steady_clock;

    bool isFirst() const { return !group_ || group_->isFirst(); }
    Result<void> start(const std::string& dataSha256, const Progress& progress);
    Result<void> resume(const std::string& dataSha256);
    Result<void> begin(const std::string& dataSha256, const Progress& progress);
    /// Brings the first process's state to the others.
    Result<void> shareStart(const Result<void>& started, const std::string& dataSha256);
    /// Whether the run goes on, as the first process sees it; sets the clock of this step.
    bool goesOn(const Progress& progress, bool& isCancelled);
    Result<void> step(TrainingNews& news);
    /// What belongs to a step without being a part of it: speed, validation, checkpoint, log.
    Result<void> afterStep(TrainingNews& news, const Progress& progress);
    bool isValidationDue() const;
    /// What is validated and written: the averaged network, with its share of the old one.
    ColorizerNetwork kept() const;
    ColourMetrics validation(std::int64_t photos, const Progress& progress);
    /// Writes what is kept() with its card; with keepBest only if it is the best so far.
    Result<void> keep(const std::optional<ColourMetrics>& metrics);
    Result<ModelCard> writeModel(const std::optional<ColourMetrics>& metrics) const;
    /// Forward and backward of one batch; the loss's share is added to the gradients.
    Result<void> addGradients(TrainingNews& news, int part);
    Result<void> save();
    /// Leaves a checkpoint and the model as it is now.
    Result<void> keepStopped();
    tl::unexpected<Error> notFinite(const char* what) const;
    double spent() const;
    double fraction() const;
    std::filesystem::path modelPath() const;

    const TrainingSettings& settings_;
    const TrainingPlan& plan_;
    SampleSource& training_;
    SampleSource* validation_;
    torch::Device device_;
    TrainingState state_;
    std::shared_ptr<TrainingGroup> group_;
    Clock::time_point started_ = Clock::now();
    std::int64_t firstSample_ = 0; ///< of the batch of this moment
    int batchSize_;
    double clock_ = 0; ///< spent() at the start of the step, the same in every process
    Clock::time_point lastSave_ = Clock::now();
    Clock::time_point lastValidation_ = Clock::now();
    std::deque<std::pair<double, std::int64_t>> pace_; ///< seconds and samples of late
    std::optional<LossLog> log_;
    ColorizerNetwork network_{nullptr};
    ColorizerNetwork start_{nullptr}; ///< the first one, of which a share is kept; null: none is
    std::unique_ptr<Ema> ema_;
    std::unique_ptr<AdamW> optimiser_;
    std::unique_ptr<ColourLoss> loss_;
    std::unique_ptr<BatchFeed> feed_;
};

} // namespace autochrome::inline learn
