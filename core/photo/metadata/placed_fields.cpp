#include "core/photo/metadata/placed_fields.h"

#include "core/photo/metadata/xmp_structures.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline photo {

const char* const regionList = "Xmp.mwg-rs.Regions/mwg-rs:RegionList";
const char* const peopleList = "Xmp.MP.RegionInfo/MPRI:Regions";
const char* const regionsWidth = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions/stDim:w";
const char* const regionsHeight = "Xmp.mwg-rs.Regions/mwg-rs:AppliedToDimensions/stDim:h";

void eachRegion(Exiv2::XmpData& xmp,
                const std::function<void(int, const std::string&, cv::Point2d)>& visit)
{
    for (int i = arraySize(xmp, regionList); i > 0; --i) {
        const std::string area =
            std::string(regionList) + "[" + std::to_string(i) + "]/mwg-rs:Area/stArea:";
        const auto x = numberAt(xmp, area + "x");
        const auto y = numberAt(xmp, area + "y");
        if (x && y)
            visit(i, area, {*x, *y});
    }
}

void eachPerson(Exiv2::XmpData& xmp,
                const std::function<void(int, const std::string&, const cv::Rect2d&)>& visit)
{
    for (int i = arraySize(xmp, peopleList); i > 0; --i) {
        const std::string key =
            std::string(peopleList) + "[" + std::to_string(i) + "]/MPReg:Rectangle";
        const auto field = xmp.findKey(Exiv2::XmpKey(key));
        if (field == xmp.end())
            continue;
        if (const auto area = rectangleOf(field->toString()))
            visit(i, key, *area);
    }
}

void eachSubject(Exiv2::ExifData& exif, const std::function<void(Exiv2::ExifData::iterator)>& visit)
{
    for (const char* key : {"Exif.Photo.SubjectArea", "Exif.Photo.SubjectLocation"}) {
        const auto field = exif.findKey(Exiv2::ExifKey(key));
        if (field != exif.end() && field->count() >= 2 && field->count() <= 4 &&
            field->typeId() == Exiv2::unsignedShort)
            visit(field);
    }
}

std::uint16_t shortOf(double number)
{
    return std::uint16_t(std::lround(std::clamp(number, 0.0, 65535.0)));
}

} // namespace autochrome::inline photo
