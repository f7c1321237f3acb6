#pragma once

#include "core/network/network.h"

namespace autochrome::inline learn {

/// Exponential moving average of a network's weights and batch-norm statistics: what is validated
/// and shipped. Early on the decay is (1 + n) / (10 + n), so that the start is soon forgotten.
class Ema
{
public:
    /// @param decay  0 copies the network every time
    Ema(const ColorizerNetwork& network, double decay);

    void update(const ColorizerNetwork& network);

    /// The averaged network, in eval mode.
    ColorizerNetwork network() const { return average_; }
    std::int64_t updates() const { return updates_; }
    void setUpdates(std::int64_t updates) { updates_ = updates; }

private:
    ColorizerNetwork average_{nullptr};
    double decay_;
    std::int64_t updates_ = 0;
};

} // namespace autochrome::inline learn
