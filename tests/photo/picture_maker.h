#pragma once

#include "picture_files.h"

#include <QMetaType>
#include <filesystem>
#include <functional>

namespace autochrome {

/// Writes a file under the given name into a folder.
using PictureMaker = std::function<void(const std::filesystem::path&)>;

inline PictureMaker bytesMaker(Bytes bytes)
{
    return
        [bytes = std::move(bytes)](const std::filesystem::path& path) { writeBytes(path, bytes); };
}

/// Of all channels of all pixels.
inline double largestDifference(const cv::Mat& a, const cv::Mat& b)
{
    return cv::norm(a, b, cv::NORM_INF);
}

} // namespace autochrome

Q_DECLARE_METATYPE(autochrome::PictureMaker)
