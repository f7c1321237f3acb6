// How close what is filled in comes to what was there: made cracks, scratches, hairs and dust over
// sound photos, PSNR of L* (peak 100) inside the mask, against OpenCV's inpainting by Navier-Stokes
// and by Telea on the same masks; and how the variance of the finest detail inside compares with
// that beside. Usage: measure_repair FOLDER, of photos that OpenCV reads.

#include "core/base/progress.h"
#include "core/colour/lab.h"
#include "core/edit/repair/fill.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <opencv2/photo.hpp>
#include <string>
#include <vector>

using namespace autochrome;
namespace fs = std::filesystem;

namespace {

cv::Mat lightnessOf(const cv::Mat& grey)
{
    cv::Mat table(1, 256, CV_32F);
    for (int i = 0; i < 256; ++i)
        table.at<float>(i) = lightness(srgbToLinear(float(i) / 255));
    cv::Mat plane;
    cv::LUT(grey, table, plane);
    return plane;
}

// A line that wanders, as cracks, scratches and hairs do.
void wander(cv::Mat& mask, cv::RNG& random, int width, double bend, double length, int branches)
{
    cv::Point2d at(random.uniform(0.0, double(mask.cols)), random.uniform(0.0, double(mask.rows)));
    double angle = random.uniform(0.0, 2 * CV_PI);
    while (length > 0) {
        const cv::Point2d next = at + cv::Point2d(std::cos(angle), std::sin(angle)) * 4;
        cv::line(mask, at, next, 255, width);
        at = next;
        length -= 4;
        angle += random.gaussian(bend);
        if (branches > 0 && random.uniform(0.0, 1.0) < 0.03) {
            --branches;
            cv::Point2d twig = at;
            double turn = angle + (random.uniform(0, 2) ? 0.8 : -0.8);
            for (double rest = length / 3; rest > 0; rest -= 4) {
                const cv::Point2d end = twig + cv::Point2d(std::cos(turn), std::sin(turn)) * 4;
                cv::line(mask, twig, end, 255, std::max(1, width - 1));
                twig = end;
                turn += random.gaussian(bend);
            }
        }
    }
}

cv::Mat maskOf(const std::string& kind, cv::Size size, cv::RNG& random)
{
    cv::Mat mask = cv::Mat::zeros(size, CV_8U);
    const int side = std::min(size.width, size.height);
    if (kind == "cracks")
        for (int i = 0; i < 3; ++i)
            wander(mask, random, random.uniform(2, 5), 0.35, side * 1.2, 4);
    if (kind == "scratches")
        for (int i = 0; i < 4; ++i)
            wander(mask, random, random.uniform(1, 3), 0.01, side * 1.0, 0);
    if (kind == "hairs")
        for (int i = 0; i < 6; ++i)
            wander(mask, random, random.uniform(1, 3), 0.25, side * 0.3, 0);
    if (kind == "dust")
        for (int i = 0; i < side * side / 900; ++i)
            cv::ellipse(mask, {random.uniform(0, size.width), random.uniform(0, size.height)},
                        {random.uniform(0, 4), random.uniform(0, 3)}, random.uniform(0.0, 180.0), 0,
                        360, 255, cv::FILLED);
    if (kind == "wide cracks")
        for (int i = 0; i < 2; ++i)
            wander(mask, random, random.uniform(7, 13), 0.25, side * 1.0, 2);
    if (kind == "spots")
        for (int i = 0; i < 3; ++i)
            cv::circle(mask, {random.uniform(0, size.width), random.uniform(0, size.height)},
                       random.uniform(side / 18, side / 10), 255, cv::FILLED);
    return mask;
}

double meanSquare(const cv::Mat& one, const cv::Mat& other, const cv::Mat& mask)
{
    cv::Mat difference;
    cv::subtract(one, other, difference);
    return cv::mean(difference.mul(difference), mask)[0];
}

double decibels(double square)
{
    return 10 * std::log10(100 * 100 / std::max(square, 1e-9));
}

// Variance of the finest detail inside the mask over that of what is beside it.
double grainRatio(const cv::Mat& plane, const cv::Mat& mask)
{
    cv::Mat detail, inner, outer;
    cv::Laplacian(plane, detail, CV_32F);
    cv::dilate(mask, outer, cv::Mat::ones(13, 13, CV_8U));
    cv::dilate(mask, inner, cv::Mat::ones(3, 3, CV_8U));
    outer.setTo(0, inner);
    detail = detail.mul(detail);
    return cv::mean(detail, mask)[0] / std::max(cv::mean(detail, outer)[0], 1e-9);
}

struct Method
{
    const char* name;
    std::function<cv::Mat(const cv::Mat& grey, const cv::Mat& mask)> fill;
    double squares = 0, decibels = 0, ratio = 0, seconds = 0;
};

cv::Mat ours(const cv::Mat& grey, const cv::Mat& mask, bool smooth)
{
    cv::Mat pixels = grey.clone();
    cv::Mat touched = mask.clone();
    fillDamage(pixels, touched, {std::min(grey.cols, grey.rows), smooth}, Progress());
    return pixels;
}

std::function<cv::Mat(const cv::Mat&, const cv::Mat&)> openCv(int flags)
{
    return [flags](const cv::Mat& grey, const cv::Mat& mask) {
        cv::Mat pixels;
        cv::inpaint(grey, mask, pixels, 3, flags);
        return pixels;
    };
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "measure_repair FOLDER\n");
        return 2;
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(argv[1]))
        if (entry.is_regular_file())
            files.push_back(entry.path());
    std::ranges::sort(files);
    for (const char* kind : {"dust", "hairs", "scratches", "cracks", "wide cracks", "spots"}) {
        std::vector<Method> methods{
            {"ours", [](const auto& grey, const auto& mask) { return ours(grey, mask, false); }},
            {"ours, no grain",
             [](const auto& grey, const auto& mask) { return ours(grey, mask, true); }},
            {"Navier-Stokes", openCv(cv::INPAINT_NS)},
            {"Telea", openCv(cv::INPAINT_TELEA)}};
        cv::RNG random(7);
        double trueRatio = 0, share = 0;
        int photos = 0;
        for (const fs::path& file : files) {
            const cv::Mat grey = cv::imread(file.string(), cv::IMREAD_GRAYSCALE);
            if (grey.empty() || std::min(grey.cols, grey.rows) < 48)
                continue;
            const cv::Mat mask = maskOf(kind, grey.size(), random);
            const cv::Mat truth = lightnessOf(grey);
            if (cv::countNonZero(mask) == 0)
                continue;
            ++photos;
            share += double(cv::countNonZero(mask)) / double(mask.total());
            trueRatio += std::log(grainRatio(truth, mask));
            cv::Mat damaged = grey.clone();
            damaged.setTo(255, mask);
            for (Method& method : methods) {
                const auto start = std::chrono::steady_clock::now();
                const cv::Mat filled = method.fill(damaged, mask);
                method.seconds +=
                    std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
                const cv::Mat plane = lightnessOf(filled);
                const double square = meanSquare(plane, truth, mask);
                method.squares += square;
                method.decibels += decibels(square);
                method.ratio += std::log(grainRatio(plane, mask));
            }
        }
        if (photos == 0)
            continue;
        std::printf("%s: %d photos, %.2f %% damaged; detail inside / beside in the truth %.2f\n",
                    kind, photos, 100 * share / photos, std::exp(trueRatio / photos));
        for (const Method& method : methods)
            std::printf("  %-16s %6.2f dB over all, %6.2f dB a photo, detail %.2f, %7.1f ms\n",
                        method.name, decibels(method.squares / photos), method.decibels / photos,
                        std::exp(method.ratio / photos), method.seconds * 1000 / photos);
    }
    return 0;
}
