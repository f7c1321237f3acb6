#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/network/damage/damage_card.h"
#include "core/network/damage/damage_kind.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace autochrome::inline network {

/// How probable damage is at every pixel of a picture, in 255ths, by DamageKind; row by row.
using DamageProbabilities = std::array<std::vector<std::uint8_t>, damageKinds>;

/// A network that finds damage, made ready to run on the CPU. Thread-safe; one inference runs at a
/// time. LibTorch stays behind this header.
class DamageModel
{
public:
    static Result<std::shared_ptr<DamageModel>> load(const std::filesystem::path& path);
    ~DamageModel();
    DamageModel(const DamageModel&) = delete;
    DamageModel& operator=(const DamageModel&) = delete;

    /// Pixels a side of the parts in which a picture is looked at; each is looked at with as much
    /// around it as can matter, so that the result is that of the whole.
    static constexpr int tile = 1024;

    /// @param luminance  rows x cols grey codes / 255
    /// @param tileSide   another than `tile`, a multiple of 16
    /// Errors: OutOfMemory, Cancelled, Internal.
    Result<DamageProbabilities> look(const std::vector<float>& luminance, int rows, int cols,
                                     const Progress& progress, int tileSide = tile);

    const DamageCard& card() const;

private:
    struct Impl;
    explicit DamageModel(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome::inline network
