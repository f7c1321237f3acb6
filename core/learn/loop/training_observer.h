#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <vector>

namespace autochrome::inline learn {

/// A validation photo as the network colours it now.
struct SamplePrediction
{
    int number = 0;          ///< 0, 1, …: the same photo at every validation
    torch::Tensor lightness; ///< [H, W], L*
    torch::Tensor truth;     ///< [2, H, W], CIE a*, b*
    torch::Tensor predicted; ///< the same
};

/// Hears what a trainer does, beside the numbers of every step. Called on the trainer's thread.
class TrainingObserver
{
public:
    virtual ~TrainingObserver() = default;

    /// Everything is loaded; the next step is `step` + 1.
    virtual void begins(std::int64_t step) = 0;
    virtual void validates(bool begins) = 0;
    virtual void savedCheckpoint(std::int64_t step) = 0;

    /// How many validation photos it wants to see; 0 for none.
    virtual int wantedSamples() const = 0;
    virtual void sampled(std::int64_t step, const std::vector<SamplePrediction>& samples) = 0;
};

} // namespace autochrome::inline learn
