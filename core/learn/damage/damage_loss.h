#pragma once

#include "core/learn/damage/damage_source.h"

namespace autochrome::inline learn {

/// What is wrong with what the network says of a batch: binary cross entropy of every kind, plus
/// one minus the soft Dice coefficient (Milletari et al. 2016) of the union over the whole batch,
/// which does not mind how rare damage is. Kinds other than the union count half together. Pixels
/// that are unsure do not count.
/// @param logits  [N, damageKinds, S, S]
torch::Tensor damageLoss(const torch::Tensor& logits, const DamageBatch& batch);

} // namespace autochrome::inline learn
