#include "core/network/plain_encoder.h"

#include "core/network/batch_norm.h"

#include <array>

namespace nn = torch::nn;

namespace autochrome::inline network {

namespace {

struct PlainStage
{
    int out, layers;
};
// Each stage halves the size; the layers make up for depthwise blocks being cheap.
constexpr std::array<PlainStage, 5> plainStages{{{24, 1}, {24, 2}, {40, 3}, {112, 5}, {320, 5}}};

} // namespace

PlainEncoderImpl::PlainEncoderImpl()
{
    int in = 3;
    for (const PlainStage& stage : plainStages) {
        nn::Sequential layers;
        for (int i = 0; i < stage.layers; ++i) {
            nn::Conv2d convolution(nn::Conv2dOptions(i == 0 ? in : stage.out, stage.out, 3)
                                       .stride(i == 0 ? 2 : 1)
                                       .padding(1)
                                       .bias(false));
            nn::init::kaiming_normal_(convolution->weight, 0, torch::kFanOut, torch::kReLU);
            layers->push_back(convolution);
            layers->push_back(BatchNorm(stage.out));
            layers->push_back(nn::ReLU());
        }
        stages_->push_back(layers);
        in = stage.out;
    }
    register_module("stages", stages_);
}

EncoderFeatures PlainEncoderImpl::forward(const torch::Tensor& rgb)
{
    std::array<torch::Tensor, 5> maps;
    torch::Tensor x = rgb;
    for (std::size_t i = 0; i < maps.size(); ++i)
        x = maps[i] = stages_[i]->as<nn::Sequential>()->forward(x);
    return {maps[1], maps[2], maps[3], maps[4]};
}

} // namespace autochrome::inline network
