#pragma once

#include "core/network/network.h"

#include <map>
#include <string>
#include <vector>

namespace autochrome::inline network {

/// What follows a convolution.
enum class Activation { None, ReLU, SiLU };

/// A convolution with its batch norm folded in and its weights channels_last; runs through oneDNN
/// on a CPU that has it.
class FusedConvolution
{
public:
    FusedConvolution() = default;
    /// @param weight  [out, in/groups, k, k], batch norm already folded in
    /// @param bias    [out]
    FusedConvolution(torch::Tensor weight, torch::Tensor bias, int stride, int groups,
                     Activation activation);

    torch::Tensor operator()(const torch::Tensor& x) const;

private:
    torch::Tensor weight_;
    torch::Tensor bias_;
    std::vector<std::int64_t> stride_;
    std::vector<std::int64_t> padding_;
    std::int64_t groups_ = 1;
    Activation activation_ = Activation::None;
};

/// The colorizer made ready for inference: every batch norm folded into its convolution, weights
/// channels_last. Gives what ColorizerNetwork::forward() gives in eval mode, to float tolerance.
class FusedNetwork
{
public:
    FusedNetwork(const ColorizerNetwork& network, torch::Device device);

    /// @param luminance  [N, 1, H, W], L*/100 in [0, 1], on the device; H, W multiples of 32
    NetworkOutput forward(const torch::Tensor& luminance) const;

private:
    struct Block
    {
        bool hasExpansion = false;
        bool hasResidual = false;
        FusedConvolution expansion;
        FusedConvolution depthwise;
        FusedConvolution squeeze;
        FusedConvolution excite;
        FusedConvolution projection;
    };

    using State = std::map<std::string, torch::Tensor>;
    torch::Tensor encode(const Block& block, const torch::Tensor& x) const;
    Block makeBlock(const State& state, const std::string& name, const MBConvStage& stage,
                    bool isFirst) const;
    FusedConvolution fold(const State& state, const std::string& convolution,
                          const std::string& norm, double epsilon, int stride, int groups,
                          Activation activation) const;
    FusedConvolution plain(const State& state, const std::string& convolution,
                           Activation activation) const;

    torch::Device device_;
    torch::Tensor mean_;
    torch::Tensor inverseStd_;
    FusedConvolution stem_;
    std::vector<std::vector<Block>> stages_;
    FusedConvolution neck_;
    std::vector<FusedConvolution> up_; ///< two for each of up16, up8, up4
    FusedConvolution headQ_;
    FusedConvolution headAb_;
};

} // namespace autochrome::inline network
