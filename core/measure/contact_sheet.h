#pragma once

#include <opencv2/core.hpp>

#include <string>
#include <vector>

namespace autochrome::inline measure {

/// One photo of a contact sheet; pictures are CV_8UC3 RGB of one size.
struct SheetRow
{
    std::string name;
    cv::Mat grey;
    cv::Mat result;
    cv::Mat truth;       ///< may be empty where nobody knows it
    cv::Mat before = {}; ///< of the model that this one is compared with; may be empty
};

/// Small pictures side by side - grey, before if any row has it, result, truth - several photos to
/// a line, on neutral grey.
/// @returns CV_8UC3 RGB; empty without rows
cv::Mat contactSheet(const std::vector<SheetRow>& rows);

/// Pixels, both ways, that a picture has on a contact sheet at most.
inline constexpr int sheetCell = 150;

/// One photo of it: grey, before if there is one, result and truth, side by side.
/// @param cell  pixels, both ways, for each
/// @param gap   pixels between them
cv::Mat contactStrip(const SheetRow& row, int cell = sheetCell, int gap = 4);

} // namespace autochrome::inline measure
