#pragma once

#include "core/base/error.h"
#include "core/learn/run/training_run.h"
#include "core/learn/run/training_status.h"

#include <QList>
#include <optional>

namespace autochrome {

/// What a look into a run folder found.
struct RunState
{
    enum class Presence {
        None,     ///< no folder was named, or it was not looked into yet
        NotBegun, ///< nothing was trained there
        Begun,    ///< `status` says how far it is
        Gone,     ///< the folder was there and is no more; `status` is the last that was known
        Damaged   ///< `problem` says why nothing is known
    };

    Presence presence = Presence::None;
    TrainingStatus status = {};
    std::optional<TrainingRun> run = {}; ///< what was asked for, if it can be told
    Error problem = {};
    bool hasModel = false;      ///< a model lies in the folder, finished or as it was when stopped
    bool hasCheckpoint = false; ///< it can go on from there

    bool isRunning() const { return presence == Presence::Begun && status.isRunning(); }
};

/// A validation that left pictures.
struct SampleStep
{
    qint64 step = 0;
    qint64 stamp = 0; ///< of its folder; another one: other pictures
    bool operator==(const SampleStep&) const = default;
};

/// The pictures that a run's validations left.
struct RunSamples
{
    QList<SampleStep> steps = {}; ///< ascending
    int photos = 0;               ///< each step shows the same
    qint64 stamp = 0;             ///< of the true ones
    bool operator==(const RunSamples&) const = default;
};

} // namespace autochrome
