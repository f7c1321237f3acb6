#include "core/photo/cmyk.h"

namespace autochrome {
namespace {

template <class T, unsigned full>
void convertPlainly(const cv::Mat& inks, cv::Mat& rgb, bool inverted)
{
    const unsigned flip = inverted ? 0 : full;
    for (int y = 0; y < inks.rows; ++y) {
        const T* from = inks.ptr<T>(y);
        T* to = rgb.ptr<T>(y);
        for (int x = 0; x < inks.cols; ++x, from += 4, to += 3) {
            // XOR with full scale is "full - ink".
            const unsigned black = from[3] ^ flip;
            for (int c = 0; c < 3; ++c)
                to[c] = T((std::uint64_t(from[c] ^ flip) * black + full / 2) / full);
        }
    }
}

} // namespace

CmykToRgb::CmykToRgb(const std::vector<std::uint8_t>& icc, int depth, bool inverted)
    : inverted_(inverted)
{
    if (icc.empty() || profileFault(icc, 4))
        return;
    const IccProfile from = openProfile(icc);
    const IccProfile to(cmsCreate_sRGBProfile());
    const cmsUInt32Number inks = depth == CV_16U ? (inverted ? TYPE_CMYK_16_REV : TYPE_CMYK_16)
                                                 : (inverted ? TYPE_CMYK_8_REV : TYPE_CMYK_8);
    transform_.reset(
        cmsCreateTransform(from.get(), inks, to.get(), depth == CV_16U ? TYPE_RGB_16 : TYPE_RGB_8,
                           INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_BLACKPOINTCOMPENSATION));
}

void CmykToRgb::convert(const cv::Mat& inks, cv::Mat& rgb) const
{
    if (transform_) {
        for (int y = 0; y < inks.rows; ++y)
            cmsDoTransform(transform_.get(), inks.ptr(y), rgb.ptr(y), cmsUInt32Number(inks.cols));
    } else if (inks.depth() == CV_16U) {
        convertPlainly<std::uint16_t, 65535>(inks, rgb, inverted_);
    } else {
        convertPlainly<std::uint8_t, 255>(inks, rgb, inverted_);
    }
}

} // namespace autochrome
