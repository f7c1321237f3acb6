#pragma once

#include <cstdint>
#include <exiv2/exiv2.hpp>
#include <functional>
#include <opencv2/core.hpp>
#include <string>

// What metadata say about places in the picture. All need a live Exiv2Session.

namespace autochrome::inline photo {

/// The arrays that the regions and people stand in, for eraseElement().
extern const char* const regionList;
extern const char* const peopleList;

/// Calls for each region that says where it is, the last one first: it may be erased then.
/// Metadata Working Group, guidelines 2.0, 5.9: shares of the picture as it is stored, x and y
/// those of the middle.
/// @param visit  gets its number in the list, the beginning of its area's keys, as far as the name
///               of a part ("x"), and its middle
void eachRegion(
    Exiv2::XmpData& xmp,
    const std::function<void(int index, const std::string& area, cv::Point2d middle)>& visit);

/// The picture's size as the regions tell it: the keys of width and height.
extern const char* const regionsWidth;
extern const char* const regionsHeight;

/// Likewise for people. Microsoft Photo 1.2: "x, y, width, height", shares, x and y those of the
/// corner.
/// @param visit  gets its number in the list, its rectangle's key and what that says
void eachPerson(
    Exiv2::XmpData& xmp,
    const std::function<void(int index, const std::string& key, const cv::Rect2d& area)>& visit);

/// Calls for each of SubjectArea and SubjectLocation that is well-formed; it may be erased then.
/// Exif 2.32, 4.6.5: x, y; x, y, diameter; or x, y, width, height; in pixels, x and y of the
/// middle.
void eachSubject(Exiv2::ExifData& exif,
                 const std::function<void(Exiv2::ExifData::iterator subject)>& visit);

/// The nearest number that Exif's SHORT can hold.
std::uint16_t shortOf(double number);

} // namespace autochrome::inline photo
