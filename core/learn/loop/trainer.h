#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/learn/data/sample_source.h"
#include "core/learn/loop/group_member.h"
#include "core/learn/loop/training_news.h"
#include "core/learn/loop/training_observer.h"
#include "core/learn/loop/training_settings.h"
#include "core/network/model_file.h"

#include <torch/torch.h>

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

namespace autochrome::inline learn {

/// Files and rhythm of a run; nothing here changes what is computed.
struct TrainingPlan
{
    std::filesystem::path folder; ///< gets checkpoint.safetensors and <name>.safetensors
    std::string name = "model";
    std::filesystem::path encoder; ///< pretrained weights; empty starts from random ones
    std::filesystem::path start;   ///< a model of ours to go on from, encoder and all; may be empty
    std::string device = "auto";   ///< "auto", "cpu" or "cuda:N"
    int threads = 0;               ///< of the CPU; 0 leaves LibTorch's choice
    bool resume = false;           ///< go on from the checkpoint in `folder`
    double checkpointMinutes = 5;
    double validationMinutes = 10;
    TrainingObserver* observer = nullptr;           ///< of the first process; may be null
    std::map<std::string, std::string> cardDetails; ///< added to the model's card
    /// The processes that this one trains with, each with a share of every batch. The first one
    /// resumes, validates and writes; the others need the training data and nothing else.
    std::optional<GroupMember> member;
};

/// Trains the colorizer: settings and data in, a checkpoint to go on from and a model file out. The
/// model is also written after every validation, so that there is one to look at while it runs.
class Trainer
{
public:
    using Listener = std::function<void(const TrainingNews&)>;

    /// @param validation  may be null
    Trainer(TrainingSettings settings, TrainingPlan plan, SampleSource& training,
            SampleSource* validation);

    /// Trains to the end. A stop through `progress` writes a checkpoint first, and the model
    /// as it is then, and gives Cancelled. A loss that is not finite stops the run and leaves the
    /// last good checkpoint (Internal); so does a full disk (DiskFull). OutOfMemory offers a
    /// smaller batch.
    /// @returns the card of the model that was written
    Result<ModelCard> run(const Progress& progress, const Listener& listener);

    /// The device that a plan's name means here. Errors: Usage, NotFound.
    /// @param localRank  of this process on its machine: which GPU "auto" takes
    static Result<torch::Device> deviceFor(const std::string& wanted, int localRank = 0);

    static std::filesystem::path checkpointPath(const std::filesystem::path& folder);

private:
    TrainingSettings settings_;
    TrainingPlan plan_;
    SampleSource& training_;
    SampleSource* validation_;
};

} // namespace autochrome::inline learn
