#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace autochrome::inline learn {

/// Mixes two numbers into one seed (SplitMix64's finaliser, Steele et al. 2014).
constexpr std::uint64_t mixSeed(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t z = a + 0x9e3779b97f4a7c15ULL * (b + 1);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

/// A small generator whose numbers are the same on every machine and library, unlike the
/// distributions of <random>: what a sample looks like depends on its seed alone.
class Random
{
public:
    explicit Random(std::uint64_t seed) : seed_(seed) {}

    std::uint64_t next() { return mixSeed(seed_, count_++); }

    /// In [0, 1).
    double uniform() { return double(next() >> 11) * 0x1.0p-53; }
    double uniform(double from, double to) { return from + (to - from) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }

    /// In [0, limit); limit > 0.
    std::uint64_t below(std::uint64_t limit) { return next() % limit; }

    /// Standard normal (Box-Muller).
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }

private:
    std::uint64_t seed_;
    std::uint64_t count_ = 0;
};

} // namespace autochrome::inline learn
