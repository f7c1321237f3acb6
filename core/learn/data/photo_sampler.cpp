#include "core/learn/data/photo_sampler.h"

#include "core/colour/colour_kind.h"
#include "core/learn/data/crop.h"
#include "core/learn/data/old_print.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline learn {
namespace {

constexpr int histogramSide = 64;

/// CIE L*a*b* in float of 8-bit BGR.
cv::Mat toLabMat(const cv::Mat& bgr)
{
    // OpenCV makes its Lab tables at the first call, and not safely if two threads call at once.
    static const bool hasTables = [] {
        cv::Mat lab;
        cv::cvtColor(cv::Mat(1, 1, CV_32FC3, cv::Scalar::all(0.5)), lab, cv::COLOR_BGR2Lab);
        return !lab.empty();
    }();
    CV_Assert(hasTables);
    cv::Mat scaled;
    bgr.convertTo(scaled, CV_32FC3, 1.0 / 255.0);
    cv::Mat lab;
    cv::cvtColor(scaled, lab, cv::COLOR_BGR2Lab);
    return lab;
}

} // namespace

cv::Size jpegSize(const std::vector<std::uint8_t>& bytes)
{
    if (bytes.size() < 4 || bytes[0] != 0xFF || bytes[1] != 0xD8)
        return {};
    std::size_t at = 2;
    while (at + 9 < bytes.size() && bytes[at] == 0xFF) {
        const int marker = bytes[at + 1];
        const bool isFrame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame) {
            const int height = bytes[at + 5] << 8 | bytes[at + 6];
            const int width = bytes[at + 7] << 8 | bytes[at + 8];
            return {width, height};
        }
        at += 2 + std::size_t(bytes[at + 2] << 8 | bytes[at + 3]);
    }
    return {};
}

cv::Mat decodeTrainingPhoto(const std::vector<std::uint8_t>& bytes, int shortSide)
{
    if (bytes.empty())
        return {};
    int mode = cv::IMREAD_COLOR;
    const cv::Size full = jpegSize(bytes);
    const int fullSide = std::min(full.width, full.height);
    if (fullSide / 8 >= shortSide)
        mode = cv::IMREAD_REDUCED_COLOR_8;
    else if (fullSide / 4 >= shortSide)
        mode = cv::IMREAD_REDUCED_COLOR_4;
    else if (fullSide / 2 >= shortSide)
        mode = cv::IMREAD_REDUCED_COLOR_2;
    try {
        return cv::imdecode(bytes, mode);
    } catch (const cv::Exception&) {
        return {};
    }
}

PhotoVerdict judgeTrainingPhoto(const cv::Mat& bgr)
{
    if (bgr.empty())
        return PhotoVerdict::Corrupt;
    if (std::min(bgr.rows, bgr.cols) < smallestTrainingSide)
        return PhotoVerdict::Small;
    cv::Mat small;
    cv::resize(bgr, small, {64, 64}, 0, 0, cv::INTER_AREA);
    std::vector<Lab> colours;
    for (const cv::Vec3f& pixel : cv::Mat_<cv::Vec3f>(toLabMat(small)))
        colours.push_back({pixel[0], pixel[1], pixel[2]});
    switch (colourKindOf(colours)) {
    case ColourKind::Grey:
        return PhotoVerdict::Grey;
    case ColourKind::Toned:
        return PhotoVerdict::Toned;
    case ColourKind::Coloured:
        break;
    }
    return PhotoVerdict::Good;
}

TrainingSample makeTrainingSample(const cv::Mat& bgr, int size, double agedShare, Random& random)
{
    const Crop part = Crop::draw(random, double(bgr.cols) / bgr.rows);
    const double width = part.width * bgr.cols;
    const double height = part.height * bgr.rows;
    const double centreX = part.centreX * bgr.cols;
    const double centreY = part.centreY * bgr.rows;

    // warpAffine samples four neighbours only: shrink by area first where it would skip pixels.
    cv::Mat source = bgr;
    double shrink = 1.0;
    if (const double factor = std::min(width, height) / size; factor > 1.5) {
        shrink = 1.0 / factor;
        cv::resize(bgr, source, {}, shrink, shrink, cv::INTER_AREA);
    }
    // From the sample's pixel (u, v) to the photo's: scale, flip, turn, move.
    const double scaleX = width * shrink / size * (part.flip ? -1 : 1);
    const double scaleY = height * shrink / size;
    const double half = (size - 1) / 2.0;
    cv::Matx23d map(std::cos(part.angle) * scaleX, -std::sin(part.angle) * scaleY, 0,
                    std::sin(part.angle) * scaleX, std::cos(part.angle) * scaleY, 0);
    map(0, 2) = centreX * shrink - 0.5 - map(0, 0) * half - map(0, 1) * half;
    map(1, 2) = centreY * shrink - 0.5 - map(1, 0) * half - map(1, 1) * half;
    cv::Mat crop;
    cv::warpAffine(source, crop, map, {size, size}, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                   cv::BORDER_REFLECT_101);

    const cv::Mat lab = toLabMat(crop);
    cv::Mat ab(lab.size(), CV_32FC2);
    cv::mixChannels({lab}, {ab}, {1, 0, 2, 1});
    TrainingSample sample;
    cv::resize(ab, sample.ab, {size / 4, size / 4}, 0, 0, cv::INTER_AREA);
    cv::extractChannel(lab, sample.luminance, 0);
    sample.luminance *= 0.01;
    if (random.chance(agedShare))
        ageLuminance(sample.luminance, random);
    return sample;
}

void countColours(const cv::Mat& bgr, const ColourBins& bins, std::vector<double>& histogram)
{
    for (const cv::Vec3f& lab : cv::Mat_<cv::Vec3f>(labScene(bgr, histogramSide)))
        histogram[std::size_t(bins.nearest(lab[1], lab[2]))] += 1;
}

cv::Mat labScene(const cv::Mat& bgr, int shortSide)
{
    const double scale = double(shortSide) / std::min(bgr.rows, bgr.cols);
    const auto rounded = [&](int side) {
        return std::max(32, int(std::lround(side * scale / 32.0)) * 32);
    };
    cv::Mat resized;
    cv::resize(bgr, resized, {rounded(bgr.cols), rounded(bgr.rows)}, 0, 0,
               scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return toLabMat(resized);
}

} // namespace autochrome::inline learn
