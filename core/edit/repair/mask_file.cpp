#include "core/edit/repair/mask_file.h"

#include "core/edit/repair/damage_picture.h"

namespace autochrome::inline edit {

Result<WrittenPhoto> writeMask(const Repair& repair, const GeometryMap& map,
                               const std::filesystem::path& target, const WriteOptions& like,
                               const MaskOrigins& origins)
{
    MatRowSource rows(repair.touched.empty() ? cv::Mat(cv::Mat::zeros(map.sourceSize(), CV_8U))
                                             : maskToSource(repair.touched, map));
    WriteOptions options = like;
    options.format = FileFormat::Png;
    options.isOriginal = [given = origins.given, other = like.isOriginal](
                             const std::filesystem::path& path, const std::string& madeFrom) {
        std::error_code ignored;
        return (!given.empty() && std::filesystem::equivalent(path, given, ignored)) ||
               (other && other(path, madeFrom));
    };
    return writePhoto(rows, {}, target, options, origins.source);
}

} // namespace autochrome::inline edit
