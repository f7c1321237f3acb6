#pragma once

#include "core/base/error.h"
#include "core/learn/loop/training_observer.h"

#include <cstdint>
#include <vector>

namespace autochrome::inline learn {

/// Keeps what the network makes of a few validation photos, to look at.
class SampleWriter
{
public:
    virtual ~SampleWriter() = default;

    /// A run goes on from this step: what a lost part of it left is removed. 0 removes all.
    virtual Result<void> begin(std::int64_t step) = 0;

    virtual Result<void> write(std::int64_t step, const std::vector<SamplePrediction>& samples) = 0;
};

} // namespace autochrome::inline learn
