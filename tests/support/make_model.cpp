#include "tests/support/make_model.h"

#include "core/base/text.h"
#include "core/colour/colour_bins.h"
#include "core/network/model_io.h"
#include "core/network/tensor_io.h"

#include <limits>
#include <stdexcept>

namespace autochrome {

std::filesystem::path makeTestModel(const std::filesystem::path& folder, TestModel kind)
{
    const torch::NoGradGuard noGradients;
    torch::manual_seed(7);
    const ColourBins& bins = ColourBins::srgb();
    ColorizerNetwork network(bins.count());
    network->eval();

    // Random weights alone give logits near zero, whose mean colour is next to grey: spread them
    // until each place clearly prefers a few bins.
    const torch::Tensor spread = network->forward(torch::rand({1, 1, 128, 128})).logits;
    const double scale = 4.0 / std::max(1e-6, spread.std().item<double>());
    network->head_q->weight.mul_(scale);
    network->head_q->bias.zero_();
    if (kind == TestModel::Neutral || kind == TestModel::Sepia) {
        network->head_q->weight.zero_();
        network->head_q->bias.fill_(-200);
        network->head_q->bias[kind == TestModel::Sepia ? bins.nearest(0, 10) : bins.nearest(0, 0)] =
            200;
        network->head_ab->weight.zero_();
        network->head_ab->bias.zero_();
    }
    if (kind == TestModel::NotFinite)
        network->head_q->bias.fill_(std::numeric_limits<float>::quiet_NaN());

    ModelCard card;
    card.name = "test-model";
    card.bins = bins.centres;
    card.prior.assign(bins.centres.size(), 1.0f / float(bins.count()));
    card.details["summary"] = "random weights";
    const std::filesystem::path path =
        folder / ("test-model-" + std::to_string(int(kind)) + ".safetensors");
    if (const auto saved = saveModel(path, network, card); !saved)
        throw std::runtime_error(inWords(saved.error().message));
    return path;
}

std::filesystem::path makeTestEncoder(const std::filesystem::path& folder, const std::string& name,
                                      int seed)
{
    torch::manual_seed(std::uint64_t(seed));
    const EfficientNetB0Features encoder;
    auto state = stateOf(*encoder);
    state["features.0.1.num_batches_tracked"] = torch::tensor(std::int64_t(5));
    state["features.8.0.weight"] = torch::rand({4, 4, 1, 1});
    state["classifier.1.bias"] = torch::rand({7});
    const std::filesystem::path path = folder / (name + ".safetensors");
    if (const auto saved = saveTensors(path, state, {}, false); !saved)
        throw std::runtime_error(inWords(saved.error().message));
    return path;
}

} // namespace autochrome
