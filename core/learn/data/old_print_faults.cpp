#include "core/learn/data/old_print_faults.h"

namespace autochrome::inline learn {
namespace {

constexpr double turn = 2 * std::numbers::pi;

OldPrintFaults::Point somewhere(Random& random)
{
    const double x = random.uniform();
    return {x, random.uniform()};
}

OldPrintFaults::Speck drawSpeck(Random& random)
{
    OldPrintFaults::Speck speck;
    speck.value = random.chance(0.6) ? random.uniform(0.8, 1.0) : random.uniform(0, 0.2);
    speck.centre = somewhere(random);
    speck.radius = random.uniform(0.3, 1.6);
    return speck;
}

OldPrintFaults::Scratch drawScratch(Random& random)
{
    OldPrintFaults::Scratch scratch;
    scratch.value = random.chance(0.7) ? random.uniform(0.75, 1.0) : random.uniform(0, 0.3);
    OldPrintFaults::Point at = somewhere(random);
    double direction = random.uniform(0, turn);
    const double step = random.uniform(0.05, 0.2);
    scratch.points.push_back(at);
    for (int piece = 0; piece < 5; ++piece) {
        direction += random.uniform(-0.2, 0.2);
        at = {at.x + step * std::cos(direction), at.y + step * std::sin(direction)};
        scratch.points.push_back(at);
    }
    return scratch;
}

} // namespace

OldPrintFaults OldPrintFaults::draw(Random& random)
{
    OldPrintFaults faults;
    if (random.chance(0.5)) {
        faults.gamma = std::exp(random.uniform(-0.35, 0.35));
        faults.black = random.uniform(0.0, 0.2);
        faults.white = random.uniform(0.8, 1.0);
    }
    if (random.chance(0.25)) {
        faults.slopeAngle = random.uniform(0, turn);
        faults.slope = random.uniform(0.05, 0.2);
    }
    if (random.chance(0.5))
        faults.blur = random.uniform(0.4, 1.5);
    if (random.chance(0.5))
        faults.grain = random.uniform(0.01, 0.06);
    if (random.chance(0.12)) {
        faults.screenPeriod = random.uniform(2.2, 4.5);
        faults.screenAngle = random.uniform(0, turn / 4);
        faults.screen = random.uniform(0.05, 0.2);
    }
    if (random.chance(0.3))
        for (auto specks = 2 + random.below(30); specks > 0; --specks)
            faults.dust.push_back(drawSpeck(random));
    if (random.chance(0.2))
        for (auto scratches = 1 + random.below(4); scratches > 0; --scratches)
            faults.scratches.push_back(drawScratch(random));
    if (random.chance(0.3))
        faults.jpegQuality = int(random.uniform(25, 75));
    return faults;
}

} // namespace autochrome::inline learn
