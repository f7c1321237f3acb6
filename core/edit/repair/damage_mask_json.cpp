#include "core/edit/repair/damage_mask_json.h"

#include "core/base/text.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace autochrome::inline edit {
namespace {

using Json = nlohmann::json;

constexpr int maskVersion = 1;

Json strokeJson(const MaskStroke& stroke)
{
    Json points = Json::array();
    for (const cv::Point2d& point : stroke.points) {
        points.push_back(point.x);
        points.push_back(point.y);
    }
    return {{"erases", stroke.erases}, {"radius", stroke.radius}, {"points", std::move(points)}};
}

// Whether all of it can be drawn.
bool isDrawable(const MaskStroke& stroke)
{
    constexpr double most = 1e6;        // no photo has as many pixels on a side
    constexpr double mostRadius = 16e3; // OpenCV draws no line wider than 32767 pixels
    bool is = stroke.radius > 0 && stroke.radius <= mostRadius && !stroke.points.empty();
    for (const cv::Point2d& point : stroke.points)
        is = is && std::abs(point.x) <= most && std::abs(point.y) <= most;
    return is;
}

std::vector<MaskStroke> strokesOf(const Json& json)
{
    std::vector<MaskStroke> strokes;
    for (const Json& entry : json) {
        MaskStroke stroke;
        stroke.erases = entry.at("erases").get<bool>();
        stroke.radius = entry.at("radius").get<double>();
        const auto numbers = entry.at("points").get<std::vector<double>>();
        for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
            stroke.points.emplace_back(numbers[i], numbers[i + 1]);
        if (numbers.size() % 2 != 0)
            stroke.points.clear();
        strokes.push_back(std::move(stroke));
    }
    return strokes;
}

tl::unexpected<Error> notAMask()
{
    return failure(ErrorCode::Usage, text("The setting “%1” is not a mask.", {maskKey}), maskKey);
}

} // namespace

Json maskJson(const DamageMask& mask)
{
    Json strokes = Json::array();
    for (const MaskStroke& stroke : mask.strokes)
        strokes.push_back(strokeJson(stroke));
    return {{"version", maskVersion},
            {"file", mask.file},
            {"sha256", mask.sha256},
            {"strokes", std::move(strokes)}};
}

Result<DamageMask> maskOfJson(const Json& json)
try {
    const int version = json.at("version").get<int>();
    if (version > maskVersion)
        return failure(ErrorCode::Usage,
                       text("This mask was made by a newer Autochrome (version %1).",
                            {std::to_string(version)}),
                       maskKey);
    DamageMask mask;
    mask.file = json.value("file", std::string());
    mask.sha256 = json.value("sha256", std::string());
    if (const auto strokes = json.find("strokes"); strokes != json.end())
        mask.strokes = strokesOf(*strokes);
    for (const MaskStroke& stroke : mask.strokes)
        if (!isDrawable(stroke))
            return notAMask();
    return mask;
} catch (const Json::exception&) {
    return notAMask();
}

} // namespace autochrome::inline edit
