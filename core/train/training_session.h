#pragma once

#include "core/train/checkpoint.h"
#include "core/train/loss.h"
#include "core/train/trainer.h"

#include <chrono>
#include <deque>
#include <memory>
#include <optional>

namespace autochrome {

/// One call of Trainer::run(): the network with everything that belongs to it.
class TrainingSession
{
public:
    /// @param validation  may be null
    TrainingSession(const TrainingSettings& settings, const TrainingPlan& plan,
                    SampleSource& training, SampleSource* validation, torch::Device device);

    /// Loads the checkpoint, or makes a new network and measures the prior.
    Result<void> prepare(const Progress& progress);

    /// Steps, validations and checkpoints until the run's length is reached.
    Result<void> loop(const Progress& progress, const Trainer::Listener& listener);

    /// The last validation and the model. With keepBest this is the best one of the run.
    /// @returns the card; `metrics` are those of the last state, without a validation set empty
    Result<ModelCard> finish(std::optional<ColourMetrics>& metrics, const Progress& progress);

    /// State as of now, with the time of this session.
    TrainingState state() const;

private:
    using Clock = std::chrono::steady_clock;

    Result<void> resume(const std::string& dataSha256);
    Result<void> begin(const std::string& dataSha256, const Progress& progress);
    Result<void> step(TrainingNews& news);
    bool isValidationDue(Clock::time_point last) const;
    /// Metrics of the averaged network on an even selection of the validation photos; 0 takes all.
    ColourMetrics validate(std::int64_t photos, const Progress& progress);
    /// Writes the averaged network with its card; with keepBest only if it is the best so far.
    Result<void> keep(const std::optional<ColourMetrics>& metrics);
    Result<ModelCard> writeModel(const std::optional<ColourMetrics>& metrics) const;
    /// Forward and backward of one batch; the loss's share is added to the gradients.
    Result<void> addGradients(TrainingNews& news, int part);
    void keepRequesting(int part);
    Result<void> save() const;
    double spent() const;
    double fraction() const;
    std::filesystem::path modelPath() const;

    const TrainingSettings& settings_;
    const TrainingPlan& plan_;
    SampleSource& training_;
    SampleSource* validation_;
    torch::Device device_;
    TrainingState state_;
    Clock::time_point started_ = Clock::now();
    ColorizerNetwork network_{nullptr};
    std::unique_ptr<Ema> ema_;
    std::unique_ptr<AdamW> optimiser_;
    std::unique_ptr<ColourLoss> loss_;
    torch::Tensor centres_;
    std::deque<BatchRequest> requested_;
    std::int64_t nextSample_ = 0;
    double waited_ = 0;
};

} // namespace autochrome
