#pragma once

namespace autochrome::inline edit {

/// The dots that a photo was printed with in a book or a newspaper.
enum class PrintedDots {
    Keep,
    Remove ///< if there are some for certain
};

/// What is done to the finest detail of a photo. With all of them at their default no pixel is
/// touched.
struct DetailSettings
{
    PrintedDots dots = PrintedDots::Keep;
    double grain = 0;     ///< how much of the grain is taken out, 0 to 1
    double sharpness = 0; ///< 0 to 1

    bool operator==(const DetailSettings&) const = default;
};

} // namespace autochrome::inline edit
