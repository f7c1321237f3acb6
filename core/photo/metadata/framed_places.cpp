#include "core/photo/metadata/framed_places.h"

#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/placed_fields.h"
#include "core/photo/metadata/xmp_structures.h"

#include <algorithm>
#include <array>
#include <optional>

namespace autochrome::inline photo {
namespace {

class Cut
{
public:
    Cut(const cv::Matx33d& toFramed, cv::Size before, cv::Size after)
        : toFramed_(toFramed), before_(before), after_(after)
    {
    }

    cv::Size after() const { return after_; }

    // In pixels; nothing where none of it is left.
    std::optional<cv::Rect2d> pixels(const cv::Rect2d& area) const
    {
        double left = after_.width, top = after_.height, right = 0, bottom = 0;
        const std::array corners{area.tl(), cv::Point2d(area.x + area.width, area.y), area.br(),
                                 cv::Point2d(area.x, area.y + area.height)};
        for (const cv::Point2d corner : corners) {
            const cv::Vec3d moved = toFramed_ * cv::Vec3d(corner.x, corner.y, 1);
            if (moved[2] <= 0) // beyond the horizon of a perspective
                return std::nullopt;
            left = std::min(left, moved[0] / moved[2]);
            right = std::max(right, moved[0] / moved[2]);
            top = std::min(top, moved[1] / moved[2]);
            bottom = std::max(bottom, moved[1] / moved[2]);
        }
        left = std::max(left, 0.0);
        top = std::max(top, 0.0);
        right = std::min(right, double(after_.width));
        bottom = std::min(bottom, double(after_.height));
        // A point has no width.
        if (left > right || top > bottom || (area.area() > 0 && (left == right || top == bottom)))
            return std::nullopt;
        return cv::Rect2d(left, top, right - left, bottom - top);
    }

    // In shares of the picture.
    std::optional<cv::Rect2d> share(const cv::Rect2d& area) const
    {
        const auto cut = pixels({area.x * before_.width, area.y * before_.height,
                                 area.width * before_.width, area.height * before_.height});
        if (!cut)
            return std::nullopt;
        return cv::Rect2d(cut->x / after_.width, cut->y / after_.height, cut->width / after_.width,
                          cut->height / after_.height);
    }

private:
    cv::Matx33d toFramed_;
    cv::Size before_;
    cv::Size after_;
};

void cutRegions(Exiv2::XmpData& xmp, const Cut& cut)
{
    eachRegion(xmp, [&](int index, const std::string& area, cv::Point2d middle) {
        const auto width = numberAt(xmp, area + "w");
        const auto height = numberAt(xmp, area + "h");
        const auto diameter = numberAt(xmp, area + "d"); // of a circle
        const cv::Size2d size(width.value_or(diameter.value_or(0)),
                              height.value_or(diameter.value_or(0)));
        const auto left = cut.share(
            {middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height});
        if (!left) {
            eraseElement(xmp, regionList, index);
            return;
        }
        xmp[area + "x"] = textOfNumber(left->x + left->width / 2);
        xmp[area + "y"] = textOfNumber(left->y + left->height / 2);
        if (width)
            xmp[area + "w"] = textOfNumber(left->width);
        if (height)
            xmp[area + "h"] = textOfNumber(left->height);
        if (diameter)
            xmp[area + "d"] = textOfNumber(std::max(left->width, left->height));
    });
    if (numberAt(xmp, regionsWidth) && numberAt(xmp, regionsHeight)) {
        xmp[regionsWidth] = std::to_string(cut.after().width);
        xmp[regionsHeight] = std::to_string(cut.after().height);
    }
}

void cutPeople(Exiv2::XmpData& xmp, const Cut& cut)
{
    eachPerson(xmp, [&](int index, const std::string& key, const cv::Rect2d& area) {
        if (const auto left = cut.share(area))
            xmp[key] = textOfRectangle(*left);
        else
            eraseElement(xmp, peopleList, index);
    });
}

void cutSubject(Exiv2::ExifData& exif, Exiv2::ExifData::iterator field, const Cut& cut)
{
    const auto at = [&](long i) { return double(field->toLong(i)); };
    const long count = long(field->count());
    const cv::Size2d size(count > 2 ? at(2) : 0, count > 2 ? at(count - 1) : 0);
    const auto left =
        cut.pixels({at(0) - size.width / 2, at(1) - size.height / 2, size.width, size.height});
    if (!left) {
        exif.erase(field);
        return;
    }
    Exiv2::UShortValue moved;
    moved.value_ = {shortOf(left->x + left->width / 2), shortOf(left->y + left->height / 2)};
    if (count == 3)
        moved.value_.push_back(shortOf(std::max(left->width, left->height)));
    if (count == 4)
        moved.value_.insert(moved.value_.end(), {shortOf(left->width), shortOf(left->height)});
    field->setValue(&moved);
}

} // namespace

void framePlaces(Metadata& metadata, const cv::Matx33d& toFramed, cv::Size before, cv::Size after)
{
    if (before.empty() || after.empty())
        return;
    const Exiv2Session session;
    const Cut cut(toFramed, before, after);
    cutRegions(metadata.data().xmp, cut);
    cutPeople(metadata.data().xmp, cut);
    eachSubject(metadata.data().exif,
                [&](auto subject) { cutSubject(metadata.data().exif, subject, cut); });
}

} // namespace autochrome::inline photo
