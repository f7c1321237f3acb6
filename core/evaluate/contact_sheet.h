#pragma once

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace autochrome {

/// One photo of a contact sheet; pictures are CV_8UC3 RGB of one size.
struct SheetRow
{
    std::string name;
    cv::Mat grey;
    cv::Mat result;
    cv::Mat truth; ///< may be empty where nobody knows it
};

/// Small pictures side by side - grey, result, truth - several photos to a line, on neutral grey.
/// @returns CV_8UC3 RGB; empty without rows
cv::Mat contactSheet(const std::vector<SheetRow>& rows);

/// One line of it: grey, result and truth at the sheet's size.
cv::Mat contactStrip(const SheetRow& row);

} // namespace autochrome
