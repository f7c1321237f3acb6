#include "core/photo/metadata/resolution.h"

#include "core/photo/metadata/metadata_exiv2.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace autochrome::inline photo {
namespace {

/// "300/1", "300" -> 300; 0 if it is nothing like that.
double rational(const std::string& value)
{
    const std::size_t slash = value.find('/');
    const double divisor = slash == std::string::npos ? 1 : std::atof(value.c_str() + slash + 1);
    return divisor > 0 ? std::atof(value.c_str()) / divisor : 0;
}

Resolution resolutionUnder(const Metadata& metadata, const std::string& group)
{
    const double x = rational(metadata.value(group + "XResolution"));
    const double y = rational(metadata.value(group + "YResolution"));
    if (!(x > 0 && y > 0))
        return {};
    const std::string unit = metadata.value(group + "ResolutionUnit");
    if (unit == "3")
        return {x, y, Resolution::Unit::Centimetre};
    // Exif 2.32, 4.6.4: inches unless it says otherwise.
    return {x, y, unit == "1" ? Resolution::Unit::None : Resolution::Unit::Inch};
}

/// What a program writes that knows no resolution: 1, or the screens' 72 and 96 an inch.
bool isMadeUp(const Resolution& resolution)
{
    const double perInch =
        resolution.x * (resolution.unit == Resolution::Unit::Centimetre ? 2.54 : 1);
    return resolution.x == resolution.y &&
           (resolution.x == 1 || std::abs(perInch - 72) < 1 || std::abs(perInch - 96) < 1);
}

Exiv2::URational exifRational(double value)
{
    // Two decimals, unless it is a whole number.
    if (value >= 4e7)
        return {std::uint32_t(std::min(value, 4e9)), 1};
    const auto hundredths = std::uint32_t(std::lround(value * 100));
    return hundredths % 100 == 0 ? Exiv2::URational(hundredths / 100, 1)
                                 : Exiv2::URational(hundredths, 100);
}

} // namespace

Resolution resolutionOf(const Metadata& metadata)
{
    const Resolution exif = resolutionUnder(metadata, "Exif.Image.");
    return exif.x > 0 ? exif : resolutionUnder(metadata, "Xmp.tiff.");
}

Resolution likelierResolution(const Resolution& ofFormat, const Resolution& ofMetadata)
{
    if (!(ofMetadata.x > 0))
        return ofFormat;
    if (!(ofFormat.x > 0))
        return ofMetadata;
    // One that knows its unit says more than one that only knows the shape of a pixel.
    const bool unit = ofFormat.unit != Resolution::Unit::None;
    if (unit != (ofMetadata.unit != Resolution::Unit::None))
        return unit ? ofFormat : ofMetadata;
    return isMadeUp(ofFormat) ? ofMetadata : ofFormat;
}

std::pair<std::uint32_t, std::uint32_t> wholeProportion(const Resolution& resolution,
                                                        std::uint32_t most)
{
    double x = resolution.x;
    double y = resolution.y;
    if (x != std::floor(x) || y != std::floor(y)) {
        x *= 100;
        y *= 100;
    }
    const double shrink = std::min(1.0, most / std::max(x, y));
    const auto whole = [shrink](double value) {
        return std::uint32_t(std::max(1.0, std::round(value * shrink)));
    };
    return {whole(x), whole(y)};
}

void setResolution(Metadata& metadata, const Resolution& resolution)
{
    if (!(resolution.x > 0 && resolution.y > 0))
        return;
    const Resolution before = resolutionUnder(metadata, "Exif.Image.");
    if (before.unit == resolution.unit && std::abs(before.x - resolution.x) < 0.005 &&
        std::abs(before.y - resolution.y) < 0.005)
        return;
    Exiv2::ExifData& exif = metadata.data().exif;
    exif["Exif.Image.XResolution"] = exifRational(resolution.x);
    exif["Exif.Image.YResolution"] = exifRational(resolution.y);
    exif["Exif.Image.ResolutionUnit"] =
        std::uint16_t(resolution.unit == Resolution::Unit::Centimetre ? 3
                      : resolution.unit == Resolution::Unit::Inch     ? 2
                                                                      : 1);
}

} // namespace autochrome::inline photo
