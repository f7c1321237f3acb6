#pragma once

#include "core/network/batch_share.h"

#include <torch/torch.h>

#include <memory>

namespace autochrome::inline network {

/// Batch normalisation (Ioffe & Szegedy 2015) over [N, C, H, W]. With a share it takes mean and
/// variance over the batch of all processes together, forward and backward. State: weight, bias,
/// running_mean, running_var.
class BatchNormImpl : public torch::nn::Module
{
public:
    explicit BatchNormImpl(std::int64_t channels);

    torch::Tensor forward(const torch::Tensor& x);

    /// @param share  null: this process has the whole batch
    void setShare(std::shared_ptr<const BatchShare> share) { share_ = std::move(share); }

private:
    torch::Tensor sharedForward(const torch::Tensor& x);

    torch::Tensor weight_;
    torch::Tensor bias_;
    torch::Tensor runningMean_;
    torch::Tensor runningVariance_;
    std::shared_ptr<const BatchShare> share_;
};
TORCH_MODULE(BatchNorm);

/// Makes every batch normalisation of a network that trains go by its running statistics and leave
/// them as they are, until the network's next train().
void keepStatistics(torch::nn::Module& network);

} // namespace autochrome::inline network
