#include "core/learn/loop/ema.h"

#include "core/learn/loop/moving_average.h"
#include "core/learn/loop/network_blend.h"

namespace autochrome::inline learn {

Ema::Ema(const ColorizerNetwork& network, double decay) : average_(copyOf(network)), decay_(decay)
{
}

void Ema::update(const ColorizerNetwork& network)
{
    moveAverage(*average_, *network, decay_, ++updates_);
}

} // namespace autochrome::inline learn
