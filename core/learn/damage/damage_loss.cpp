#include "core/learn/damage/damage_loss.h"

namespace autochrome::inline learn {

torch::Tensor damageLoss(const torch::Tensor& logits, const DamageBatch& batch)
{
    constexpr double smoothing = 50; // pixels: a batch without damage has a Dice, too
    const torch::Tensor entropies = torch::binary_cross_entropy_with_logits(
        logits, batch.truth, batch.sure, /*pos_weight=*/{}, at::Reduction::None);
    const torch::Tensor perKind = entropies.mean({0, 2, 3});
    const torch::Tensor truth = batch.truth.slice(1, 0, 1) * batch.sure;
    const torch::Tensor said = torch::sigmoid(logits.slice(1, 0, 1)) * batch.sure;
    const torch::Tensor dice =
        (2 * (said * truth).sum() + smoothing) / (said.sum() + truth.sum() + smoothing);
    return 4 * (perKind[0] + 0.5 * perKind.slice(0, 1).mean()) + (1 - dice);
}

} // namespace autochrome::inline learn
