#include "core/photo/metadata/framed_places.h"

#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/xmp_structures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <sstream>

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

// See turned_places.cpp for what stands where.
void cutRegions(Exiv2::XmpData& xmp, const Cut& cut)
{
    const std::string regions = "Xmp.mwg-rs.Regions";
    const std::string list = regions + "/mwg-rs:RegionList";
    for (int i = arraySize(xmp, list); i > 0; --i) {
        const std::string area = list + "[" + std::to_string(i) + "]/mwg-rs:Area/stArea:";
        const auto x = numberAt(xmp, area + "x");
        const auto y = numberAt(xmp, area + "y");
        if (!x || !y)
            continue;
        const auto width = numberAt(xmp, area + "w");
        const auto height = numberAt(xmp, area + "h");
        const auto diameter = numberAt(xmp, area + "d"); // of a circle
        const cv::Size2d size(width.value_or(diameter.value_or(0)),
                              height.value_or(diameter.value_or(0)));
        const auto left =
            cut.share({*x - size.width / 2, *y - size.height / 2, size.width, size.height});
        if (!left) {
            eraseElement(xmp, list, i);
            continue;
        }
        xmp[area + "x"] = textOfNumber(left->x + left->width / 2);
        xmp[area + "y"] = textOfNumber(left->y + left->height / 2);
        if (width)
            xmp[area + "w"] = textOfNumber(left->width);
        if (height)
            xmp[area + "h"] = textOfNumber(left->height);
        if (diameter)
            xmp[area + "d"] = textOfNumber(std::max(left->width, left->height));
    }
    const std::string applied = regions + "/mwg-rs:AppliedToDimensions/stDim:";
    if (numberAt(xmp, applied + "w") && numberAt(xmp, applied + "h")) {
        xmp[applied + "w"] = std::to_string(cut.after().width);
        xmp[applied + "h"] = std::to_string(cut.after().height);
    }
}

void cutPeople(Exiv2::XmpData& xmp, const Cut& cut)
{
    const std::string list = "Xmp.MP.RegionInfo/MPRI:Regions";
    for (int i = arraySize(xmp, list); i > 0; --i) {
        const std::string key = list + "[" + std::to_string(i) + "]/MPReg:Rectangle";
        const auto field = xmp.findKey(Exiv2::XmpKey(key));
        if (field == xmp.end())
            continue;
        const auto rectangle = rectangleOf(field->toString());
        if (!rectangle)
            continue;
        if (const auto left = cut.share(*rectangle))
            xmp[key] = textOfRectangle(*left);
        else
            eraseElement(xmp, list, i);
    }
}

void cutSubject(Exiv2::ExifData& exif, const char* key, const Cut& cut)
{
    const auto field = exif.findKey(Exiv2::ExifKey(key));
    if (field == exif.end() || field->count() < 2 || field->count() > 4 ||
        field->typeId() != Exiv2::unsignedShort)
        return;
    const auto at = [&](long i) { return double(field->toLong(i)); };
    const long count = long(field->count());
    const cv::Size2d size(count > 2 ? at(2) : 0, count > 2 ? at(count - 1) : 0);
    const auto left =
        cut.pixels({at(0) - size.width / 2, at(1) - size.height / 2, size.width, size.height});
    if (!left) {
        exif.erase(field);
        return;
    }
    const auto shortOf = [](double number) {
        return std::uint16_t(std::lround(std::clamp(number, 0.0, 65535.0)));
    };
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
    for (const char* key : {"Exif.Photo.SubjectArea", "Exif.Photo.SubjectLocation"})
        cutSubject(metadata.data().exif, key, cut);
}

} // namespace autochrome::inline photo
