#include "ui/document/rendered_photo.h"

#include "ui/viewer/thumbnail.h"

#include <thread>

namespace autochrome {

namespace {

std::optional<double> colourSecondsOf(const Rendering& rendering)
{
    if (!rendering.networkRan())
        return std::nullopt;
    double seconds = 0;
    for (const StageTime& time : rendering.times())
        seconds += time.cached ? 0 : time.seconds;
    return seconds;
}

// Ends at once when it is stopped; whoever is called next says so.
void waitFor(std::chrono::milliseconds rest, const Progress& progress)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds moment{5};
    for (const auto end = Clock::now() + rest; Clock::now() < end && !progress.isCancelled();)
        std::this_thread::sleep_for(moment);
}

} // namespace

Result<RenderedPhoto> renderPhoto(const PhotoToRender& wanted, const Progress& progress)
{
    waitFor(wanted.rest, progress);
    const auto chosen = wanted.chooseColorizer();
    if (!chosen)
        return tl::make_unexpected(chosen.error());
    auto made = coloured(*wanted.restoration, wanted.recipe, *chosen, progress);
    if (!made)
        return tl::make_unexpected(made.error());
    RenderedPhoto rendered{std::move(*made), {}, {}, {}};
    const Rendering& rendering = rendered.coloured.rendering;
    rendered.thumbnail = thumbnailOf(rendering, wanted.small);
    if (wanted.measures)
        rendered.luminanceError = rendering.luminanceError();
    rendered.colourSeconds = colourSecondsOf(rendering);
    return rendered;
}

} // namespace autochrome
