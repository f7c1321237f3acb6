#include "core/photo/metadata/turned_places.h"

#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/placed_fields.h"
#include "core/photo/metadata/xmp_structures.h"

#include <utility>

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

void turnRegions(Exiv2::XmpData& xmp, const Turn& turn)
{
    eachRegion(xmp, [&](int, const std::string& area, cv::Point2d at) {
        const cv::Point2d middle = turn.share(at);
        xmp[area + "x"] = textOfNumber(middle.x);
        xmp[area + "y"] = textOfNumber(middle.y);
        if (turn.swapsSides())
            exchange(xmp, area + "w", area + "h");
    });
    if (turn.swapsSides())
        exchange(xmp, regionsWidth, regionsHeight);
}

void turnPeople(Exiv2::XmpData& xmp, const Turn& turn)
{
    eachPerson(xmp, [&](int, const std::string& key, const cv::Rect2d& area) {
        xmp[key] = textOfRectangle(cv::Rect2d(turn.share(area.tl()), turn.share(area.br())));
    });
}

void turnSubject(Exiv2::ExifData::iterator field, const Turn& turn)
{
    const cv::Point2d middle = turn.pixel({double(field->toLong(0)), double(field->toLong(1))});
    Exiv2::UShortValue turned;
    turned.value_ = {shortOf(middle.x), shortOf(middle.y)};
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
    eachSubject(metadata.data().exif, [&](auto subject) { turnSubject(subject, turn); });
}

} // namespace autochrome::inline photo
