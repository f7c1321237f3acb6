#include "core/work/coloured.h"

namespace autochrome::inline work {

Result<Coloured> coloured(Restoration& restoration, const Recipe& recipe,
                          const ChosenColorizer& chosen, const Progress& progress)
{
    return restoration.render(recipe, *chosen.colorizer, progress).map([&](Rendering rendering) {
        std::vector<Message> notices = rendering.chroma().notices;
        const std::vector<Message>& before = rendering.notices();
        notices.insert(notices.end(), before.begin(), before.end());
        if (!chosen.notice.isEmpty())
            notices.insert(notices.begin(), chosen.notice);
        return Coloured{std::move(rendering), std::move(notices)};
    });
}

} // namespace autochrome::inline work
