#include "core/train/old_print.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome {
namespace {

void fade(cv::Mat& luminance, Random& random)
{
    const double gamma = std::exp(random.uniform(-0.35, 0.35));
    const double black = random.uniform(0.0, 0.2);
    const double white = random.uniform(0.8, 1.0);
    cv::pow(luminance, gamma, luminance);
    luminance.convertTo(luminance, CV_32FC1, white - black, black);
}

// A slope of brightness over the picture: a fallen-off flash, a bleached side.
void lightUnevenly(cv::Mat& luminance, Random& random)
{
    const double angle = random.uniform(0, 2 * CV_PI);
    const double strength = random.uniform(0.05, 0.2);
    const double across = strength * std::cos(angle) / luminance.cols;
    const double down = strength * std::sin(angle) / luminance.rows;
    for (int y = 0; y < luminance.rows; ++y) {
        float* row = luminance.ptr<float>(y);
        for (int x = 0; x < luminance.cols; ++x)
            row[x] += float(across * (x - luminance.cols / 2) + down * (y - luminance.rows / 2));
    }
}

void addGrain(cv::Mat& luminance, Random& random)
{
    const double strength = random.uniform(0.01, 0.06);
    // Grain of a print is coarser than a pixel: noise at half size, enlarged.
    cv::Mat noise((luminance.rows + 1) / 2, (luminance.cols + 1) / 2, CV_32FC1);
    for (int row = 0; row < noise.rows; ++row)
        for (int col = 0; col < noise.cols; ++col)
            noise.at<float>(row, col) = float(random.normal() * strength);
    cv::Mat grain;
    cv::resize(noise, grain, luminance.size(), 0, 0, cv::INTER_LINEAR);
    luminance += grain;
}

cv::Point2d somewhere(cv::Size size, Random& random)
{
    const double x = random.uniform(0, size.width);
    return {x, random.uniform(0, size.height)};
}

cv::Point fixedPoint(cv::Point2d point, int shift)
{
    return {int(std::lround(point.x * (1 << shift))), int(std::lround(point.y * (1 << shift)))};
}

// Specks are white where they lay on the print while it was copied, dark where on the glass.
void addDust(cv::Mat& luminance, Random& random)
{
    constexpr int shift = 4;
    const int specks = 2 + int(random.below(30));
    for (int i = 0; i < specks; ++i) {
        const double value = random.chance(0.6) ? random.uniform(0.8, 1.0) : random.uniform(0, 0.2);
        const cv::Point centre = fixedPoint(somewhere(luminance.size(), random), shift);
        const int radius = int(random.uniform(0.3, 1.6) * (1 << shift));
        cv::circle(luminance, centre, radius, cv::Scalar(value), cv::FILLED, cv::LINE_8, shift);
    }
}

void addScratches(cv::Mat& luminance, Random& random)
{
    constexpr int shift = 4;
    const int scratches = 1 + int(random.below(4));
    for (int i = 0; i < scratches; ++i) {
        const double value =
            random.chance(0.7) ? random.uniform(0.75, 1.0) : random.uniform(0, 0.3);
        cv::Point2d at = somewhere(luminance.size(), random);
        double direction = random.uniform(0, 2 * CV_PI);
        const double step = random.uniform(0.05, 0.2) * luminance.cols;
        for (int piece = 0; piece < 5; ++piece) {
            direction += random.uniform(-0.2, 0.2);
            const cv::Point2d next =
                at + cv::Point2d(std::cos(direction), std::sin(direction)) * step;
            cv::line(luminance, fixedPoint(at, shift), fixedPoint(next, shift), cv::Scalar(value),
                     1, cv::LINE_8, shift);
            at = next;
        }
    }
}

// The dots of a printed picture, as a scan at about their own resolution shows them: a turned
// cosine screen, stronger in the mid tones.
void screen(cv::Mat& luminance, Random& random)
{
    const double period = random.uniform(2.2, 4.5); // pixels
    const double angle = random.uniform(0, CV_PI / 2);
    const double strength = random.uniform(0.05, 0.2);
    const double along = 2 * CV_PI / period * std::cos(angle);
    const double across = 2 * CV_PI / period * std::sin(angle);
    for (int y = 0; y < luminance.rows; ++y) {
        float* row = luminance.ptr<float>(y);
        for (int x = 0; x < luminance.cols; ++x) {
            const double dots =
                0.5 * (std::cos(along * x + across * y) + std::cos(along * y - across * x));
            const double midTone = std::max(0.0, 4.0 * row[x] * (1.0 - row[x]));
            row[x] += float(strength * dots * midTone);
        }
    }
}

void throughJpeg(cv::Mat& luminance, int quality)
{
    cv::Mat codes;
    luminance.convertTo(codes, CV_8UC1, 255.0);
    std::vector<std::uint8_t> encoded;
    cv::imencode(".jpg", codes, encoded, {cv::IMWRITE_JPEG_QUALITY, quality});
    const cv::Mat decoded = cv::imdecode(encoded, cv::IMREAD_GRAYSCALE);
    decoded.convertTo(luminance, CV_32FC1, 1.0 / 255.0);
}

} // namespace

void ageLuminance(cv::Mat& luminance, Random& random)
{
    // In the order in which they come about: the print fades, is copied or printed, gets dirty, is
    // scanned.
    if (random.chance(0.5))
        fade(luminance, random);
    if (random.chance(0.25))
        lightUnevenly(luminance, random);
    if (random.chance(0.5))
        cv::GaussianBlur(luminance, luminance, {}, random.uniform(0.4, 1.5));
    if (random.chance(0.5))
        addGrain(luminance, random);
    luminance = cv::max(0.0, cv::min(1.0, luminance));
    if (random.chance(0.12))
        screen(luminance, random);
    if (random.chance(0.3))
        addDust(luminance, random);
    if (random.chance(0.2))
        addScratches(luminance, random);
    luminance = cv::max(0.0, cv::min(1.0, luminance));
    if (random.chance(0.3))
        throughJpeg(luminance, int(random.uniform(25, 75)));
}

} // namespace autochrome
