#include "core/evaluate/evaluation.h"

#include <cmath>

namespace autochrome {

void summarise(Evaluation& evaluation)
{
    const double n = double(evaluation.photos.size());
    evaluation.ssim = evaluation.seconds = evaluation.chromaCorrelation = 0;
    if (n == 0)
        return;
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const PhotoScore& photo : evaluation.photos) {
        evaluation.ssim += photo.ssim / n;
        evaluation.seconds += photo.seconds / n;
        x += photo.chroma / n;
        y += photo.trueChroma / n;
        xx += photo.chroma * photo.chroma / n;
        yy += photo.trueChroma * photo.trueChroma / n;
        xy += photo.chroma * photo.trueChroma / n;
    }
    const double spread = (xx - x * x) * (yy - y * y);
    if (spread > 0)
        evaluation.chromaCorrelation = (xy - x * y) / std::sqrt(spread);
}

} // namespace autochrome
