#pragma once

#include <cstdint>
#include <optional>

namespace autochrome {

/// One step of a training as its table (core/train/loss_log.h) holds it.
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
    double gradientNorm = 0;
    double rate = 0; ///< learning rate of the decoder
    int crop = 0;    ///< pixels
    std::optional<Validation> validation{};
};

} // namespace autochrome
