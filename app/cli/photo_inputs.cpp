#include "app/cli/photo_inputs.h"

#include "core/queue/intake/photo_walk.h"

namespace autochrome::cli {

std::vector<PhotoInput> expandInputs(const std::vector<std::string>& names, bool recursive)
{
    std::vector<PhotoInput> inputs;
    for (const std::string& name : names) {
        // Without a progress there is nothing that could stop it.
        (void)walkPhotos(
            {name}, {.recursive = recursive},
            [&](const FoundPhoto& photo) {
                inputs.push_back({photo.path, !photo.root.empty(), std::nullopt});
            },
            [&](Error problem) {
                inputs.push_back({name, true, std::move(problem)});
            });
    }
    return inputs;
}

} // namespace autochrome::cli
