#include "core/photo/profile/photo_colour.h"

#include "core/photo/profile/colour_space.h"

#include <opencv2/imgproc.hpp>

namespace autochrome::inline photo {

ColourKind colourKindOf(const Photo& photo)
{
    if (photo.pixels.channels() == 1)
        return ColourKind::Grey;
    constexpr int side = 64;
    cv::Mat small, linear;
    cv::resize(photo.pixels, small, {side, side}, 0, 0, cv::INTER_AREA);
    ColourSpace::of(photo).toLinearSrgb(small, linear);
    std::vector<Lab> colours;
    colours.reserve(linear.total());
    for (const cv::Vec3f& pixel : cv::Mat_<cv::Vec3f>(linear))
        colours.push_back(toLab({pixel[0], pixel[1], pixel[2]}));
    return colourKindOf(colours);
}

} // namespace autochrome::inline photo
