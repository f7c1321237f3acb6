#include "core/colorize/chroma_field.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome {
namespace {

// Lightness is taken in [0, 1]: contrast below sqrt(0.0004) = 2 L* counts as texture, above as an
// edge. The window has to span the smear of the network's grid, see radiusFor().
constexpr double epsilon = 4e-4;

// A cell of the chroma map is smeared over about two cells on either side; the window reaches just
// beyond, so that it sees the true colours on both sides of an edge.
int radiusFor(cv::Size map, cv::Size guide)
{
    const double cell =
        std::max(double(guide.width) / map.width, double(guide.height) / map.height);
    return std::clamp(int(std::lround(2.0 * cell)), 2, 32);
}

cv::Mat boxMean(const cv::Mat& source, int radius)
{
    cv::Mat mean;
    cv::boxFilter(source, mean, CV_32F, {2 * radius + 1, 2 * radius + 1}, {-1, -1}, true,
                  cv::BORDER_REPLICATE);
    return mean;
}

} // namespace

ChromaField::ChromaField(const ChromaMap& chroma, const cv::Mat& lightness)
{
    if (chroma.ab.empty() || lightness.empty())
        return;
    cv::Mat resized;
    cv::resize(chroma.ab, resized, lightness.size(), 0, 0, cv::INTER_LINEAR);
    cv::Mat planes[2];
    cv::split(resized, planes);

    const int radius = radiusFor(chroma.ab.size(), lightness.size());
    cv::Mat guide;
    lightness.convertTo(guide, CV_32F, 0.01);
    const cv::Mat meanGuide = boxMean(guide, radius);
    const cv::Mat spread = boxMean(guide.mul(guide), radius) - meanGuide.mul(meanGuide) + epsilon;

    cv::Mat out[4];
    for (int k = 0; k < 2; ++k) {
        const cv::Mat meanChroma = boxMean(planes[k], radius);
        const cv::Mat covariance =
            boxMean(guide.mul(planes[k]), radius) - meanGuide.mul(meanChroma);
        const cv::Mat slope = covariance / spread;
        const cv::Mat offset = meanChroma - slope.mul(meanGuide);
        out[2 * k] = boxMean(slope, radius) * 0.01;
        out[2 * k + 1] = boxMean(offset, radius);
    }
    cv::merge(out, 4, coefficients_);
}

ChromaField ChromaField::bilinear(const ChromaMap& chroma)
{
    ChromaField field;
    if (chroma.ab.empty())
        return field;
    cv::Mat planes[2];
    cv::split(chroma.ab, planes);
    const cv::Mat zero = cv::Mat::zeros(chroma.ab.size(), CV_32F);
    const cv::Mat out[4] = {zero, planes[0], zero, planes[1]};
    cv::merge(out, 4, field.coefficients_);
    return field;
}

} // namespace autochrome
