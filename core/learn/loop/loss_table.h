#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace autochrome::inline learn {

/// One step of a training as its table (losses.csv) holds it.
struct LossRow
{
    /// What a validation after the step measured.
    struct Validation
    {
        std::int64_t photos = 0;
        double abGain = 0;             ///< dB over the grey picture, in ab-PSNR
        double ciedeRatio = 0;         ///< CIEDE2000 as a share of the grey picture's
        double colourfulnessRatio = 0; ///< over the true photos' colourfulness
    };

    std::int64_t step = 0;
    std::int64_t samples = 0; ///< photos seen since the beginning
    double seconds = 0;
    double loss = 0;
    double crossEntropy = 0;
    double regression = 0;
    double photoError = 0; ///< see ColourLoss
    double gradientNorm = 0;
    double rate = 0; ///< learning rate of the decoder
    int crop = 0;    ///< pixels
    std::optional<Validation> validation{};
};

/// The table's first line, without its end.
inline constexpr std::string_view lossTableHeader =
    "step,samples,seconds,loss,cross_entropy,regression,gradient_norm,rate,crop,"
    "validation_photos,ab_gain,ciede2000_over_grey,colourfulness_ratio,photo_error";

/// Whether a table with this first line can be read: earlier ones have no photo_error.
bool isLossTableHeader(std::string_view line);

/// A line of the table, without its end.
std::string lossTableLine(const LossRow& row);

/// What a line says, of an earlier table too; none if it is damaged. "nan" and "inf", which a
/// failing training writes, are numbers.
/// @param line  without its end
std::optional<LossRow> lossTableRow(std::string_view line);

/// Takes the next line, without its end, off the front of a table that may be growing; none if it
/// has no end, for then it is still being written.
std::optional<std::string_view> takeTableLine(std::string_view& rest);

} // namespace autochrome::inline learn
