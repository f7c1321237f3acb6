#include "core/measure/metrics/metrics_json.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline measure {

nlohmann::ordered_json toJson(const ColourMetrics& metrics)
{
    return {{"abPsnr", metrics.abPsnr},
            {"abGain", metrics.abGain},
            {"psnr", metrics.psnr},
            {"greyPsnr", metrics.greyPsnr},
            {"ciede2000", metrics.ciede2000},
            {"ciede2000OverGrey", metrics.ciedeRatio},
            {"colourfulness", metrics.colourfulness},
            {"colourfulnessRatio", metrics.colourfulnessRatio},
            {"confidentShare", metrics.confidentShare}};
}

} // namespace autochrome::inline measure
