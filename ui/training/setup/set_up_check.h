#pragma once

#include "core/learn/run/training_estimate.h"
#include "ui/training/setup/training_order.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

namespace autochrome {

/// Something that is in the way of a training, or may be.
struct SetUpProblem
{
    /// What one press of a button can do about it.
    enum class Remedy {
        None,
        SmallerBatch,  ///< of `number` photos
        SmallerCrops,  ///< of `number` pixels
        LastModel,     ///< keep the last model, not the best
        ModelsNetwork, ///< the network called `word`
        OtherName      ///< `word`
    };

    QString sentence = {};
    bool blocks = true; ///< false: it may go wrong, but nothing forbids to try
    Remedy remedy = Remedy::None;
    int number = 0;
    QString word = {};
};

struct SetUpCheck
{
    std::optional<TrainingEstimate> estimate;
    std::vector<SetUpProblem> problems;
};

/// What is asked for, to look at off the window's thread.
struct SetUpQuestion
{
    TrainingOrder order = {};
    std::int64_t photos = 0;
    std::int64_t validationPhotos = 0;
    std::filesystem::path folder = {}; ///< of the run; may be empty
    QStringList takenNames = {};       ///< of models
    std::optional<TrainingEstimate> measured = {};
};

TrainingIdea ideaOf(const SetUpQuestion& question);

/// Reckons what the training takes (unless that was measured) and looks for what is in the way:
/// photos, memory, disk, folder, the model to start from. Reads files; takes a moment.
SetUpCheck checkSetUp(const SetUpQuestion& question);

} // namespace autochrome
