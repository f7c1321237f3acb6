#pragma once

#include "core/base/error.h"
#include "core/edit/colour/chroma_map.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline network {
struct PredictedChroma;
} // namespace autochrome::inline network

namespace autochrome::inline edit {

/// One look of the network at a scene: its colour at any temperature.
struct SceneLook
{
    std::function<Result<PredictedChroma>(double temperature)> chroma;
    std::size_t bytes = 0; ///< of memory that it keeps
    bool mirrored = false; ///< the network saw the scene the other way round
    int networkSize = 0;   ///< short side the network saw, pixels
};

/// What the network said about a scene in all its looks, so that vividness (the temperature)
/// changes without the network. Immutable to the outside, thread-safe; copies share everything.
class SceneColours
{
public:
    struct Looks
    {
        std::vector<SceneLook> detail; ///< their mean is the colour
        std::vector<SceneLook> layout; ///< smaller ones, for what is coarse; may be empty
        std::string modelName;
        std::string modelSha256;
        std::string device;           ///< name for people
        std::vector<Message> notices; ///< sentences
    };

    explicit SceneColours(Looks looks);

    /// The annealed mean. A result without any colour (non-finite or all-neutral) is an error.
    Result<ChromaMap> at(double temperature) const;

    std::size_t bytes() const; ///< of memory that is kept for other temperatures

private:
    struct Impl;
    std::shared_ptr<Impl> impl_;
};

} // namespace autochrome::inline edit
