#include "core/learn/data/old_print.h"

#include "core/learn/data/old_print_faults.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::inline learn {
namespace {

constexpr int subpixels = 4; // bits

void fade(cv::Mat& luminance, const OldPrintFaults& faults)
{
    cv::pow(luminance, faults.gamma, luminance);
    luminance.convertTo(luminance, CV_32FC1, faults.white - faults.black, faults.black);
}

void lightUnevenly(cv::Mat& luminance, const OldPrintFaults& faults)
{
    const double across = faults.slope * std::cos(faults.slopeAngle) / luminance.cols;
    const double down = faults.slope * std::sin(faults.slopeAngle) / luminance.rows;
    const cv::Point centre(luminance.cols / 2, luminance.rows / 2);
    for (int y = 0; y < luminance.rows; ++y) {
        float* row = luminance.ptr<float>(y);
        for (int x = 0; x < luminance.cols; ++x)
            row[x] += float(across * (x - centre.x) + down * (y - centre.y));
    }
}

void addGrain(cv::Mat& luminance, double strength, Random& random)
{
    cv::Mat noise((luminance.rows + 1) / 2, (luminance.cols + 1) / 2, CV_32FC1);
    for (int row = 0; row < noise.rows; ++row)
        for (int col = 0; col < noise.cols; ++col)
            noise.at<float>(row, col) = float(random.normal() * strength);
    cv::Mat grain;
    cv::resize(noise, grain, luminance.size(), 0, 0, cv::INTER_LINEAR);
    luminance += grain;
}

void addScreen(cv::Mat& luminance, const OldPrintFaults& faults)
{
    const double along = 2 * CV_PI / faults.screenPeriod * std::cos(faults.screenAngle);
    const double across = 2 * CV_PI / faults.screenPeriod * std::sin(faults.screenAngle);
    for (int y = 0; y < luminance.rows; ++y) {
        float* row = luminance.ptr<float>(y);
        for (int x = 0; x < luminance.cols; ++x) {
            const double dots =
                0.5 * (std::cos(along * x + across * y) + std::cos(along * y - across * x));
            const double midTone = std::max(0.0, 4.0 * row[x] * (1.0 - row[x]));
            row[x] += float(faults.screen * dots * midTone);
        }
    }
}

cv::Point onPixels(const OldPrintFaults::Point& point, cv::Size size)
{
    return {int(std::lround(point.x * size.width * (1 << subpixels))),
            int(std::lround(point.y * size.height * (1 << subpixels)))};
}

void addDirt(cv::Mat& luminance, const OldPrintFaults& faults)
{
    for (const auto& speck : faults.dust)
        cv::circle(luminance, onPixels(speck.centre, luminance.size()),
                   int(speck.radius * (1 << subpixels)), cv::Scalar(speck.value), cv::FILLED,
                   cv::LINE_8, subpixels);
    for (const auto& scratch : faults.scratches)
        for (std::size_t i = 1; i < scratch.points.size(); ++i)
            cv::line(luminance, onPixels(scratch.points[i - 1], luminance.size()),
                     onPixels(scratch.points[i], luminance.size()), cv::Scalar(scratch.value), 1,
                     cv::LINE_8, subpixels);
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
    const OldPrintFaults faults = OldPrintFaults::draw(random);
    fade(luminance, faults);
    if (faults.slope > 0)
        lightUnevenly(luminance, faults);
    if (faults.blur > 0)
        cv::GaussianBlur(luminance, luminance, {}, faults.blur);
    if (faults.grain > 0)
        addGrain(luminance, faults.grain, random);
    luminance = cv::max(0.0, cv::min(1.0, luminance));
    if (faults.screen > 0)
        addScreen(luminance, faults);
    addDirt(luminance, faults);
    luminance = cv::max(0.0, cv::min(1.0, luminance));
    if (faults.jpegQuality > 0)
        throughJpeg(luminance, faults.jpegQuality);
}

} // namespace autochrome::inline learn
