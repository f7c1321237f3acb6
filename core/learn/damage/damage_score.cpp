#include "core/learn/damage/damage_score.h"

#include <opencv2/imgproc.hpp>

namespace autochrome::inline learn {
namespace {

cv::Mat widened(const cv::Mat& mask)
{
    constexpr int side = 2 * DamageScore::tolerance + 1;
    cv::Mat wide;
    cv::dilate(mask, wide, cv::getStructuringElement(cv::MORPH_ELLIPSE, {side, side}));
    return wide;
}

double shareOf(double part, double whole)
{
    return whole > 0 ? part / whole : 1;
}

} // namespace

void DamageScore::add(const cv::Mat& found, const cv::Mat& kinds,
                      const std::array<cv::Mat_<std::uint8_t>, damageKinds>& truth,
                      const cv::Mat& unsure)
{
    const cv::Mat said = found != 0;
    const cv::Mat nearTruth = widened(truth[int(DamageKind::Any)]) | unsure;
    const cv::Mat nearFound = widened(said);
    pixels_ += double(said.total());
    for (int kind = 0; kind < damageKinds; ++kind) {
        const bool isAny = kind == int(DamageKind::Any);
        const cv::Mat saidSo = isAny ? said : cv::Mat(said & (kinds == kind));
        Counts& counts = counts_[std::size_t(kind)];
        counts.found += cv::countNonZero(saidSo);
        counts.foundRight += cv::countNonZero(saidSo & nearTruth);
        counts.truth += cv::countNonZero(truth[std::size_t(kind)]);
        counts.truthFound += cv::countNonZero(truth[std::size_t(kind)] & nearFound);
    }
}

double DamageScore::precision(DamageKind kind) const
{
    const Counts& counts = counts_[std::size_t(kind)];
    return shareOf(counts.foundRight, counts.found);
}

double DamageScore::recall(DamageKind kind) const
{
    const Counts& counts = counts_[std::size_t(kind)];
    return shareOf(counts.truthFound, counts.truth);
}

double DamageScore::f1() const
{
    const double p = precision(DamageKind::Any);
    const double r = recall(DamageKind::Any);
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

double DamageScore::touched() const
{
    return pixels_ > 0 ? counts_[int(DamageKind::Any)].found / pixels_ : 0;
}

} // namespace autochrome::inline learn
