#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/work/coloured.h"

#include <QImage>
#include <chrono>
#include <functional>
#include <opencv2/core.hpp>
#include <optional>

namespace autochrome {

/// What is to be given colour, and how.
struct PhotoToRender
{
    std::shared_ptr<Restoration> restoration;
    Recipe recipe;
    cv::Mat small; ///< as LaidPhoto has it, by this recipe
    std::function<Result<ChosenColorizer>()> chooseColorizer;
    bool measures = false; ///< how well the luminance was kept, which takes its time
    /// Waited before the network is run: in a drag of a slider that it depends on the next moment
    /// comes sooner, and stops it.
    std::chrono::milliseconds rest{0};
};

/// A photo in colour, with what is to be known of it at once.
struct RenderedPhoto
{
    Coloured coloured;
    QImage thumbnail;
    std::optional<double> luminanceError; ///< if it was to be measured
    std::optional<double> colourSeconds;  ///< if the network ran
};

/// Gives a photo colour, for a worker. Errors: those of the choice of the network and of
/// Restoration::render().
Result<RenderedPhoto> renderPhoto(const PhotoToRender& wanted, const Progress& progress);

} // namespace autochrome
