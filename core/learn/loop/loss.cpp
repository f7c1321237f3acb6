#include "core/learn/loop/loss.h"

#include <cmath>

namespace autochrome::inline learn {
namespace {

constexpr int side = 256;         // a* and b* from -128 to 127
constexpr double smallError = 16; // of a photo that is hardly off: 4 CIE units

} // namespace

ColourLoss::ColourLoss(const ColourBins& bins, const std::vector<float>& balance,
                       const LossWeights& weights, torch::Device device)
    : parts_(weights), centres_(centresOf(bins).to(device))
{
    torch::Tensor indices = torch::empty({side * side, softNeighbours}, torch::kLong);
    torch::Tensor shares = torch::empty({side * side, softNeighbours});
    torch::Tensor cellWeights = torch::empty({side * side});
    auto* index = indices.data_ptr<std::int64_t>();
    auto* share = shares.data_ptr<float>();
    auto* weight = cellWeights.data_ptr<float>();
    constexpr int zero = side / 2;
    for (int a = 0; a < side; ++a) {
        for (int b = 0; b < side; ++b) {
            const auto encoded = softEncode(bins, float(a - zero), float(b - zero));
            for (const BinWeight& part : encoded) {
                *index++ = part.bin;
                *share++ = part.weight;
            }
            *weight++ = balance.at(std::size_t(encoded[0].bin)); // the nearest comes first
        }
    }
    bins_ = indices.to(device);
    shares_ = shares.to(device);
    weights_ = cellWeights.to(device);
}

LossParts ColourLoss::operator()(const NetworkOutput& output, const torch::Tensor& ab) const
{
    LossParts parts;
    const auto n = ab.size(0);
    const auto h = ab.size(2);
    const auto w = ab.size(3);
    const torch::Tensor whole = (ab.round() + side / 2).clamp(0, side - 1).to(torch::kLong);
    const torch::Tensor colour = (whole.select(1, 0) * side + whole.select(1, 1)).flatten();
    const torch::Tensor weight = weights_.index_select(0, colour).view({n, 1, h, w});

    if (parts_.crossEntropy > 0) {
        const auto toMap = [&](const torch::Tensor& rows) {
            return rows.index_select(0, colour)
                .view({n, h, w, softNeighbours})
                .permute({0, 3, 1, 2});
        };
        const torch::Tensor logits = output.logits.to(torch::kFloat32);
        const torch::Tensor chosen = logits.gather(1, toMap(bins_));
        // The shares add up to 1, so the normaliser comes out of the sum.
        const torch::Tensor entropy = logits.logsumexp(1, /*keepdim=*/true) -
                                      (chosen * toMap(shares_)).sum(1, /*keepdim=*/true);
        parts.crossEntropy = (weight * entropy).mean();
        parts.total = parts_.crossEntropy * parts.crossEntropy;
    }
    if (parts_.regression > 0) {
        const torch::Tensor difference = output.ab.to(torch::kFloat32) - ab / abScale;
        parts.regression = (weight * difference.square()).mean();
        const torch::Tensor share = parts_.regression * parts.regression;
        parts.total = parts.total.defined() ? parts.total + share : share;
    }
    if (parts_.photo > 0) {
        parts.photo = ofPhotos(output, ab);
        const torch::Tensor share = parts_.photo * parts.photo;
        parts.total = parts.total.defined() ? parts.total + share : share;
    }
    return parts;
}

torch::Tensor ColourLoss::ofPhotos(const NetworkOutput& output, const torch::Tensor& ab) const
{
    const torch::Tensor decoded = parts_.crossEntropy > 0
                                      ? annealedMean(output.logits, centres_, annealingTemperature)
                                      : output.ab.to(torch::kFloat32) * abScale;
    const torch::Tensor difference = decoded.to(torch::kFloat32) / parts_.vividness - ab;
    return (difference.square().mean({1, 2, 3}) / smallError).log1p().mean();
}

torch::Tensor centresOf(const ColourBins& bins)
{
    std::vector<float> flat;
    for (const auto& centre : bins.centres)
        flat.insert(flat.end(), centre.begin(), centre.end());
    return torch::tensor(flat).view({-1, 2});
}

torch::Tensor annealedMean(const torch::Tensor& logits, const torch::Tensor& centres,
                           double temperature)
{
    const torch::Tensor share = torch::softmax(logits.to(torch::kFloat32) / temperature, 1);
    return torch::einsum("nqhw,qc->nchw", {share, centres});
}

torch::Tensor confidenceOf(const torch::Tensor& logits)
{
    const torch::Tensor logShare = torch::log_softmax(logits.to(torch::kFloat32), 1);
    const torch::Tensor entropy = -(logShare.exp() * logShare).sum(1);
    return 1 - entropy / std::log(double(logits.size(1)));
}

} // namespace autochrome::inline learn
