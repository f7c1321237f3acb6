#include "core/photo/picture_data.h"

#include "core/photo/formats/jpeg_encoder.h"

#include <openssl/evp.h>

namespace autochrome::inline photo {
namespace {

constexpr int pictureQuality = 85;

} // namespace

std::string pictureData(const cv::Mat& picture)
{
    const std::vector<std::uint8_t> bytes = encodeJpeg(picture, pictureQuality);
    std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
    const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                       int(bytes.size()));
    text.resize(std::size_t(length));
    return "data:image/jpeg;base64," + text;
}

} // namespace autochrome::inline photo
