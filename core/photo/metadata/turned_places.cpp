#include "core/photo/metadata/turned_places.h"

#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/xmp_structures.h"

#include <cmath>

namespace autochrome::inline photo {
namespace {

class Turn
{
public:
    Turn(int orientation, cv::Size size) : orientation_(orientation), size_(size) {}

    bool swapsSides() const { return orientation_ >= 5; }

    // Of a picture that is 1 wide and 1 high.
    cv::Point2d share(cv::Point2d at) const
    {
        if (orientation_ == 2 || orientation_ == 3 || orientation_ == 7 || orientation_ == 8)
            at.x = 1 - at.x;
        if (orientation_ == 3 || orientation_ == 4 || orientation_ == 6 || orientation_ == 7)
            at.y = 1 - at.y;
        return swapsSides() ? cv::Point2d(at.y, at.x) : at;
    }

    cv::Point2d pixel(cv::Point2d at) const
    {
        const cv::Point2d turned = share({at.x / size_.width, at.y / size_.height});
        return swapsSides() ? cv::Point2d(turned.x * size_.height, turned.y * size_.width)
                            : cv::Point2d(turned.x * size_.width, turned.y * size_.height);
    }

private:
    int orientation_;
    cv::Size size_;
};

void exchange(Exiv2::XmpData& xmp, const std::string& one, const std::string& other)
{
    const auto a = numberAt(xmp, one);
    const auto b = numberAt(xmp, other);
    if (a && b) {
        xmp[one] = textOfNumber(*b);
        xmp[other] = textOfNumber(*a);
    }
}

// Metadata Working Group, guidelines 2.0, 5.9: shares of the picture as it is stored, x and y those
// of the middle.
void turnRegions(Exiv2::XmpData& xmp, const Turn& turn)
{
    const std::string regions = "Xmp.mwg-rs.Regions";
    const std::string list = regions + "/mwg-rs:RegionList";
    for (int i = arraySize(xmp, list); i > 0; --i) {
        const std::string area = list + "[" + std::to_string(i) + "]/mwg-rs:Area/stArea:";
        const auto x = numberAt(xmp, area + "x");
        const auto y = numberAt(xmp, area + "y");
        if (!x || !y)
            continue;
        const cv::Point2d middle = turn.share({*x, *y});
        xmp[area + "x"] = textOfNumber(middle.x);
        xmp[area + "y"] = textOfNumber(middle.y);
        if (turn.swapsSides())
            exchange(xmp, area + "w", area + "h");
    }
    if (turn.swapsSides())
        exchange(xmp, regions + "/mwg-rs:AppliedToDimensions/stDim:w",
                 regions + "/mwg-rs:AppliedToDimensions/stDim:h");
}

// Microsoft Photo 1.2: "x, y, width, height", shares, x and y those of the corner.
void turnPeople(Exiv2::XmpData& xmp, const Turn& turn)
{
    const std::string list = "Xmp.MP.RegionInfo/MPRI:Regions";
    for (int i = arraySize(xmp, list); i > 0; --i) {
        const std::string key = list + "[" + std::to_string(i) + "]/MPReg:Rectangle";
        const auto field = xmp.findKey(Exiv2::XmpKey(key));
        if (field == xmp.end())
            continue;
        if (const auto area = rectangleOf(field->toString()))
            xmp[key] = textOfRectangle(cv::Rect2d(turn.share(area->tl()), turn.share(area->br())));
    }
}

// Exif 2.32, 4.6.5: x, y; x, y, diameter; or x, y, width, height; in pixels, x and y of the middle.
void turnSubject(Exiv2::ExifData& exif, const char* key, const Turn& turn)
{
    const auto field = exif.findKey(Exiv2::ExifKey(key));
    if (field == exif.end() || field->count() < 2 || field->count() > 4 ||
        field->typeId() != Exiv2::unsignedShort)
        return;
    const cv::Point2d middle = turn.pixel({double(field->toLong(0)), double(field->toLong(1))});
    Exiv2::UShortValue turned;
    turned.value_ = {std::uint16_t(std::lround(std::clamp(middle.x, 0.0, 65535.0))),
                     std::uint16_t(std::lround(std::clamp(middle.y, 0.0, 65535.0)))};
    for (long i = 2; i < long(field->count()); ++i)
        turned.value_.push_back(std::uint16_t(field->toLong(i)));
    if (turned.value_.size() == 4 && turn.swapsSides())
        std::swap(turned.value_[2], turned.value_[3]);
    field->setValue(&turned);
}

} // namespace

void turnPlaces(Metadata& metadata, int orientation, cv::Size size)
{
    if (orientation < 2 || orientation > 8 || size.empty())
        return;
    const Exiv2Session session;
    const Turn turn(orientation, size);
    turnRegions(metadata.data().xmp, turn);
    turnPeople(metadata.data().xmp, turn);
    for (const char* key : {"Exif.Photo.SubjectArea", "Exif.Photo.SubjectLocation"})
        turnSubject(metadata.data().exif, key, turn);
}

} // namespace autochrome::inline photo
