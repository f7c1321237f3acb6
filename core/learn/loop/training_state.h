#pragma once

#include "core/base/error.h"
#include "core/learn/data/sample_source.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// How far a run is. Order and augmentation of the samples and the network's random numbers follow
/// from the seed and these counters, so they stand for the generators' states.
struct TrainingState
{
    std::int64_t step = 0;    ///< optimiser steps done
    std::int64_t samples = 0; ///< samples consumed: the position in the epoch
    double secondsSpent = 0;  ///< over all sessions
    std::vector<float> prior;
    std::string encoderSha256;
    std::string parentSha256; ///< weights of the model that the run started from; may be empty
    /// What the card says of that model and its own parents: cardOfParent(); may be empty.
    std::map<std::string, std::string> parentDetails;
    std::string dataSha256; ///< over names and digests of the training data
    SkipCounts skipped;     ///< photos passed over so far, the most of any session
    double bestScore = -1;  ///< lowest CIEDE2000 of a validation; negative: none yet
    int sinceBest = 0;      ///< validations since then

    std::string toJson() const;
    static Result<TrainingState> fromJson(const std::string& json);
};

} // namespace autochrome::inline learn
