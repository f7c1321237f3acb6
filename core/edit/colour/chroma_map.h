#pragma once

#include "core/base/message.h"

#include <opencv2/core.hpp>
#include <string>
#include <vector>

namespace autochrome::inline edit {

/// The colour that the network imagines for one photo, small; it knows nothing of strength.
struct ChromaMap
{
    cv::Mat ab; ///< CV_32FC2, a* and b* in CIE units, on a grid over the whole upright photo
    cv::Mat confidence;  ///< CV_32F, same size, [0, 1]
    int networkSize = 0; ///< short side the network saw, pixels
    std::string modelName;
    std::string modelSha256;
    std::string device;           ///< name for people of the device that it ran on
    double seconds = 0;           ///< of the network alone
    std::vector<Message> notices; ///< sentences: fell back to a smaller size, to the CPU, …
};

} // namespace autochrome::inline edit
