#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/repair/damage_finding.h"
#include "core/photo/photo.h"

#include <memory>
#include <string>

namespace autochrome::inline edit {

/// Looks for damage in photos by a network. Thread-safe.
class DamageDetector
{
public:
    /// The one that is installed: the first in the folders where models are looked for. It stays in
    /// memory. Errors: ModelMissing, ModelInvalid.
    static Result<std::shared_ptr<DamageDetector>> installed();
    static bool isInstalled(); ///< looks for the file, and loads nothing
    ~DamageDetector();

    /// The longest side at which it looks, pixels; larger photos are shrunk to it.
    static constexpr int longestSide = 1600;

    /// Errors: OutOfMemory, Cancelled, Internal.
    Result<DamageFinding> look(const Photo& photo, const Progress& progress) const;

    std::string name() const;

private:
    struct Impl;
    explicit DamageDetector(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome::inline edit
