#include "core/learn/damage/damage_samples.h"

#include "core/base/text.h"
#include "core/network/damage/damage_kind.h"

#include <cstdio>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline learn {
namespace {

// A plane of a batch, in 255ths.
cv::Mat planeOf(const torch::Tensor& plane)
{
    const cv::Mat values(int(plane.size(0)), int(plane.size(1)), CV_32F, plane.data_ptr<float>());
    cv::Mat codes;
    values.convertTo(codes, CV_8U, 255);
    return codes;
}

cv::Mat sheetOf(const DamageBatch& batch, int row)
{
    const cv::Mat grey = planeOf(batch.luminance[row][0]);
    cv::Mat plain, told;
    cv::cvtColor(grey, plain, cv::COLOR_GRAY2BGR);
    told = plain.clone();
    told.setTo(cv::Scalar(128, 128, 128), planeOf(batch.sure[row][0]) == 0);
    const std::pair<DamageKind, cv::Scalar> colours[] = {{DamageKind::Area, {255, 0, 0}},
                                                         {DamageKind::Spot, {0, 255, 0}},
                                                         {DamageKind::Line, {0, 0, 255}}};
    for (const auto& [kind, colour] : colours)
        told.setTo(colour, planeOf(batch.truth[row][int(kind)]) != 0);
    cv::Mat sheet;
    cv::hconcat(plain, told, sheet);
    return sheet;
}

} // namespace

Result<void> writeDamageSamples(const PhotoIndex& photos, const DamageSource::Shape& shape,
                                const std::filesystem::path& folder)
{
    const auto batch = DamageSource(photos, shape).take();
    if (!batch)
        return tl::make_unexpected(batch.error());
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    for (int row = 0; row < shape.batch; ++row) {
        char name[16];
        std::snprintf(name, sizeof name, "%03d.png", row);
        if (!cv::imwrite((folder / name).string(), sheetOf(*batch, row)))
            return failure(ErrorCode::WriteFailed,
                           text("“%1” cannot be written.", {(folder / name).string()}));
    }
    return {};
}

} // namespace autochrome::inline learn
