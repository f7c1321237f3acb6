#pragma once

#include "core/edit/rendering.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace autochrome {

/// Smooth shades, the same ones each time.
inline Photo photoOf(int rows, int cols, int type)
{
    cv::Mat coarse(9, 7, type);
    cv::theRNG().state = 21;
    cv::randu(coarse, 0, CV_MAT_DEPTH(type) == CV_8U ? 256 : 65536);
    Photo photo;
    cv::resize(coarse, photo.pixels, {cols, rows}, 0, 0, cv::INTER_LINEAR);
    photo.source = "a.png";
    return photo;
}

/// A result, asked for in strips of so many rows.
inline cv::Mat wholeOf(const Rendering& rendering, int bitDepth, int stripRows)
{
    const auto rows = rendering.rows(bitDepth);
    cv::Mat whole(rows->size(), rows->type());
    for (int y = 0; y < whole.rows; y += stripRows) {
        cv::Mat strip(std::min(stripRows, whole.rows - y), whole.cols, whole.type());
        rows->read(y, strip);
        strip.copyTo(whole.rowRange(y, y + strip.rows));
    }
    return whole;
}

} // namespace autochrome
