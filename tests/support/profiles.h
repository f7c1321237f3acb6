#pragma once

#include <cstdint>
#include <vector>

namespace autochrome {

/// ICC profiles for tests, made by lcms2.
std::vector<std::uint8_t> testSrgbProfile();
std::vector<std::uint8_t> testWideGamutProfile(double gamma); ///< primaries of Adobe RGB (1998)
std::vector<std::uint8_t> testProPhotoProfile();              ///< ROMM primaries, D50, gamma 1.8
std::vector<std::uint8_t> testGreyProfile(double gamma);      ///< one channel, D50

/// A scanner's: RGB -> Lab by a table with crosstalk between the channels; no way back in it.
std::vector<std::uint8_t> testScannerProfile();

/// A printing press's: CMYK -> Lab by a table; its black has an L* of 13, its cyan and green lie
/// outside sRGB.
std::vector<std::uint8_t> testPressProfile();

} // namespace autochrome
