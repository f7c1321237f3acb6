#pragma once

#include "core/network/network.h"

#include <map>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// AdamW (Loshchilov & Hutter 2019) over a network's parameters, the encoder's at a rate of their
/// own. Its state has names, so that a checkpoint does not depend on LibTorch's version. Weight
/// decay is for kernels only, not for biases and batch norms.
class AdamW
{
public:
    AdamW(const torch::nn::Module& network, double weightDecay);
    AdamW(const ColorizerNetwork& network, double weightDecay) : AdamW(*network, weightDecay) {}

    void zeroGradients();

    /// Scales the gradients so that their 2-norm is at most `limit` (0: leaves them).
    /// @returns the norm before
    double clipGradients(double limit);

    void step(double encoderRate, double decoderRate);

    /// Moments by name, sharing storage: "m.<parameter>", "v.<parameter>".
    std::map<std::string, torch::Tensor> state() const;
    std::int64_t steps() const { return steps_; }
    void setSteps(std::int64_t steps) { steps_ = steps; }

private:
    struct Slot
    {
        std::string name;
        torch::Tensor parameter;
        torch::Tensor mean;
        torch::Tensor square;
        bool isEncoder = false;
    };
    std::vector<Slot> slots_;
    double weightDecay_;
    std::int64_t steps_ = 0;
};

} // namespace autochrome::inline learn
