#pragma once

#include "core/edit/geometry/frame.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>
#include <vector>

namespace autochrome::testing {

/// A scan that is painted: a bed, and prints on it whose corners are known.
class MadeScan
{
public:
    MadeScan(cv::Size size, cv::Scalar bed, int seed = 1, double noise = 1.5)
        : random_(std::uint64_t(seed)), pixels_(size, CV_32FC3, bed)
    {
        addNoise(pixels_, noise);
    }

    /// Something that fills a rectangle like a photo: patches of light and shade, finer ones on
    /// them, and grain.
    cv::Mat picture(cv::Size size)
    {
        cv::Mat whole(size, CV_32F, cv::Scalar(0)), part;
        for (const auto& [across, share] : {std::pair(4, 0.55), {13, 0.3}, {40, 0.15}}) {
            cv::Mat patches(std::max(2, across * size.height / size.width + 1), across, CV_32F);
            random_.fill(patches, cv::RNG::UNIFORM, 0, 255);
            cv::resize(patches, part, size, 0, 0, cv::INTER_CUBIC);
            whole += part * share;
        }
        cv::Mat colour;
        cv::merge(std::vector<cv::Mat>{whole * 0.9 + 12, whole * 0.85 + 10, whole * 0.75 + 8},
                  colour);
        addNoise(colour, 3);
        return colour;
    }

    /// A picture with a border around it.
    cv::Mat bordered(const cv::Mat& picture, int border, cv::Scalar colour)
    {
        cv::Mat result;
        cv::copyMakeBorder(picture, result, border, border, border, border, cv::BORDER_CONSTANT,
                           colour);
        return result;
    }

    /// Lays a print onto the scan, of the size that the frame shows.
    void lay(const cv::Mat& print, const Frame& frame)
    {
        const std::vector<cv::Point2f> from{{-0.5F, -0.5F},
                                            {float(print.cols) - 0.5F, -0.5F},
                                            {float(print.cols) - 0.5F, float(print.rows) - 0.5F},
                                            {-0.5F, float(print.rows) - 0.5F}};
        std::vector<cv::Point2f> to;
        for (const cv::Point2d& corner : frame.corners)
            to.emplace_back(float(corner.x - 0.5), float(corner.y - 0.5));
        const cv::Mat map = cv::getPerspectiveTransform(from, to);
        cv::Mat laid, share;
        cv::warpPerspective(print, laid, map, pixels_.size(), cv::INTER_LINEAR,
                            cv::BORDER_REPLICATE);
        cv::warpPerspective(cv::Mat(print.size(), CV_32FC3, cv::Scalar::all(1)), share, map,
                            pixels_.size(), cv::INTER_LINEAR);
        pixels_ = pixels_.mul(cv::Scalar::all(1) - share) + laid.mul(share);
    }

    void layPicture(const Frame& frame) { lay(picture(frame.size()), frame); }

    void dust(int specks)
    {
        for (int i = 0; i < specks; ++i)
            cv::circle(pixels_,
                       {random_.uniform(0, pixels_.cols), random_.uniform(0, pixels_.rows)},
                       random_.uniform(0, 3), cv::Scalar::all(random_.uniform(0, 255)), -1);
    }

    cv::Mat pixels() const
    {
        cv::Mat result;
        pixels_.convertTo(result, CV_8U);
        return result;
    }

private:
    void addNoise(cv::Mat& to, double deviation)
    {
        cv::Mat noise(to.size(), CV_32F), all;
        random_.fill(noise, cv::RNG::NORMAL, 0, deviation);
        cv::merge(std::vector<cv::Mat>{noise, noise, noise}, all);
        to += all;
    }

    cv::RNG random_;
    cv::Mat pixels_;
};

/// The greatest distance between corners of the same name, in pixels.
inline double farthestCorner(const Frame& one, const Frame& other)
{
    double most = 0;
    for (std::size_t i = 0; i < 4; ++i)
        most = std::max(most, cv::norm(one.corners[i] - other.corners[i]));
    return most;
}

} // namespace autochrome::testing
