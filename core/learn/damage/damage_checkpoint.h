#pragma once

#include "core/base/error.h"
#include "core/learn/loop/adamw.h"
#include "core/network/damage/damage_network.h"

#include <filesystem>

namespace autochrome::inline learn {

/// Everything that a training needs to go on as if it had not stopped.
struct DamageCheckpoint
{
    DamageNetwork network{nullptr};
    DamageNetwork average{nullptr};
    AdamW& optimiser;
    std::int64_t step = 0;
    double seconds = 0;

    /// One safetensors file, atomically. @param settings  what resume() asks for again, as JSON
    Result<void> save(const std::filesystem::path& path, const std::string& settings) const;
    /// Errors: NotFound, Corrupt, Usage: it was made with other settings.
    Result<void> load(const std::filesystem::path& path, const std::string& settings);
};

} // namespace autochrome::inline learn
