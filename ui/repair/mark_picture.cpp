#include "ui/repair/mark_picture.h"

#include <opencv2/imgproc.hpp>

namespace autochrome {

namespace {

constexpr QColor around{255, 255, 255, 210};

QColor inside()
{
    QColor colour = markColour;
    colour.setAlpha(markOpacity);
    return colour;
}

} // namespace

QImage markPicture(const cv::Mat& mask, int line)
{
    const cv::Mat reach =
        cv::getStructuringElement(cv::MORPH_ELLIPSE, {2 * line + 1, 2 * line + 1});
    cv::Mat grown;
    cv::Mat shrunk;
    cv::dilate(mask, grown, reach);
    cv::erode(mask, shrunk, reach);
    const QRgb outline = qPremultiply(around.rgba());
    const QRgb edge = qPremultiply(markColour.rgba());
    const QRgb fill = qPremultiply(inside().rgba());
    QImage picture(mask.cols, mask.rows, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < mask.rows; ++y) {
        const auto* is = mask.ptr<std::uint8_t>(y);
        const auto* isNear = grown.ptr<std::uint8_t>(y);
        const auto* isDeep = shrunk.ptr<std::uint8_t>(y);
        auto* to = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < mask.cols; ++x)
            to[x] = isDeep[x] ? fill : is[x] ? edge : isNear[x] ? outline : 0;
    }
    return picture;
}

} // namespace autochrome
