#include "core/evaluate/evaluation.h"

#include <cmath>
#include <numbers>

namespace autochrome {

namespace {

// Skin is light from this L* on, dark below the other.
constexpr double lightFrom = 62;
constexpr double darkBelow = 48;

SkinTones tonesOf(const Evaluation& evaluation, const char* name, double from, double to)
{
    SkinTones tones{name, 0, 0, 0, 0, 0, 0};
    MeanColour made, real;
    for (const PhotoScore& photo : evaluation.photos) {
        if (!photo.isFace || photo.trueCentre.lightness < from || photo.trueCentre.lightness >= to)
            continue;
        ++tones.photos;
        tones.chroma += photo.centre.chroma();
        tones.trueChroma += photo.trueCentre.chroma();
        tones.difference +=
            std::hypot(photo.centre.a - photo.trueCentre.a, photo.centre.b - photo.trueCentre.b);
        made.a += photo.centre.a;
        made.b += photo.centre.b;
        real.a += photo.trueCentre.a;
        real.b += photo.trueCentre.b;
    }
    if (tones.photos == 0)
        return tones;
    for (double* sum : {&tones.chroma, &tones.trueChroma, &tones.difference})
        *sum /= tones.photos;
    tones.hue = made.hue();
    tones.trueHue = real.hue();
    return tones;
}

} // namespace

double MeanColour::chroma() const
{
    return std::hypot(a, b);
}

double MeanColour::hue() const
{
    const double degrees = std::atan2(b, a) * 180 / std::numbers::pi;
    return degrees < 0 ? degrees + 360 : degrees;
}

void summarise(Evaluation& evaluation)
{
    evaluation.skin.clear();
    for (const SkinTones& tones : {tonesOf(evaluation, "light", lightFrom, 101),
                                   tonesOf(evaluation, "medium", darkBelow, lightFrom),
                                   tonesOf(evaluation, "dark", -1, darkBelow)})
        if (tones.photos > 0)
            evaluation.skin.push_back(tones);
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
