#include "core/measure/evaluation.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

namespace autochrome::inline measure {

namespace {

// Skin is light from this L* on, dark below the other.
constexpr double lightFrom = 62;
constexpr double darkBelow = 48;

using Scores = std::vector<const PhotoScore*>;

SkinTones tonesOf(const Scores& photos, const char* name, double from, double to)
{
    SkinTones tones{name, 0, 0, 0, 0, 0, 0};
    MeanColour made, real;
    for (const PhotoScore* score : photos) {
        const PhotoScore& photo = *score;
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

// Pearson's, of the mean chroma of result and truth; 0 where one of them never changes.
double correlationOf(const Scores& photos)
{
    const double n = double(photos.size());
    double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
    for (const PhotoScore* photo : photos) {
        x += photo->chroma / n;
        y += photo->trueChroma / n;
        xx += photo->chroma * photo->chroma / n;
        yy += photo->trueChroma * photo->trueChroma / n;
        xy += photo->chroma * photo->trueChroma / n;
    }
    const double spread = (xx - x * x) * (yy - y * y);
    return spread > 0 ? (xy - x * y) / std::sqrt(spread) : 0;
}

void fill(PhotosMetrics& figures, const Scores& photos)
{
    std::vector<ColourMetrics> metrics;
    figures.ssim = 0;
    for (const PhotoScore* photo : photos) {
        metrics.push_back(photo->metrics);
        figures.ssim += photo->ssim / double(photos.size());
    }
    figures.mean = meanMetrics(metrics);
    figures.chromaCorrelation = correlationOf(photos);
    figures.skin.clear();
    for (const SkinTones& tones :
         {tonesOf(photos, "light", lightFrom, 101), tonesOf(photos, "medium", darkBelow, lightFrom),
          tonesOf(photos, "dark", -1, darkBelow)})
        if (tones.photos > 0)
            figures.skin.push_back(tones);
}

std::vector<PhotoGroup> groupsOf(const std::vector<PhotoScore>& photos)
{
    std::vector<PhotoGroup> groups;
    const auto others = std::count_if(photos.begin(), photos.end(),
                                      [](const auto& photo) { return photo.isOther; });
    if (others > 0 && others < std::ptrdiff_t(photos.size()))
        groups = {{PhotoGroup::Kind::These}, {PhotoGroup::Kind::Others}};
    std::set<std::pair<bool, std::string>> categories;
    for (const PhotoScore& photo : photos)
        if (!photo.category.empty())
            categories.emplace(photo.isOther, photo.category);
    for (const auto& [isOther, name] : categories)
        groups.push_back({PhotoGroup::Kind::Category, name, isOther});
    return groups;
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

bool PhotoGroup::contains(const PhotoScore& photo) const
{
    switch (kind) {
    case Kind::All:
        return true;
    case Kind::These:
        return !photo.isOther;
    case Kind::Others:
        return photo.isOther;
    case Kind::Category:
        return photo.isOther == isOther && photo.category == name;
    }
    return false;
}

void summarise(Evaluation& evaluation)
{
    Scores all;
    evaluation.seconds = 0;
    for (const PhotoScore& photo : evaluation.photos) {
        all.push_back(&photo);
        evaluation.seconds += photo.seconds / double(evaluation.photos.size());
    }
    fill(evaluation, all);
    evaluation.groups.clear();
    for (const PhotoGroup& group : groupsOf(evaluation.photos)) {
        Scores photos;
        std::copy_if(all.begin(), all.end(), std::back_inserter(photos),
                     [&](const PhotoScore* photo) { return group.contains(*photo); });
        GroupMetrics figures;
        figures.group = group;
        fill(figures, photos);
        evaluation.groups.push_back(std::move(figures));
    }
}

std::string groupTitle(const PhotoGroup& group)
{
    switch (group.kind) {
    case PhotoGroup::Kind::All:
        return "all";
    case PhotoGroup::Kind::These:
        return "these";
    case PhotoGroup::Kind::Others:
        return "others";
    case PhotoGroup::Kind::Category:
        break;
    }
    return group.isOther ? std::string(group.name).append(" (others)") : group.name;
}

} // namespace autochrome::inline measure
