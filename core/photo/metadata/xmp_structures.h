#pragma once

#include <exiv2/exiv2.hpp>
#include <opencv2/core.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace autochrome::inline photo {

/// Small helpers for the nested parts of XMP, which Exiv2 keeps as flat keys. All need a live
/// Exiv2Session.

/// Removes a field and everything nested in it.
void eraseXmp(Exiv2::XmpData& xmp, const std::string& key);

/// Number of elements of an array of structures, "Xmp.xmpMM.History" say.
int arraySize(const Exiv2::XmpData& xmp, const std::string& key);

/// Removes an element of an array, counted from 1; those behind it move up.
void eraseElement(Exiv2::XmpData& xmp, const std::string& arrayKey, int index);

/// A field that holds one number and nothing else.
std::optional<double> numberAt(const Exiv2::XmpData& xmp, const std::string& key);
/// With six digits: a pixel of the largest picture; more of them are the computer's own.
std::string textOfNumber(double number);

/// "x, y, width, height", as Microsoft Photo 1.2 writes it.
std::optional<cv::Rect2d> rectangleOf(const std::string& text);
std::string textOfRectangle(const cv::Rect2d& rectangle);

using XmpFields = std::vector<std::pair<std::string, std::string>>; ///< "stEvt:action" -> value

/// Adds a structure to the end of an ordered array, which is made if there is none.
void appendStructure(Exiv2::XmpData& xmp, const std::string& arrayKey, const XmpFields& fields);

/// Replaces a structure.
void setStructure(Exiv2::XmpData& xmp, const std::string& key, const XmpFields& fields);

} // namespace autochrome::inline photo
