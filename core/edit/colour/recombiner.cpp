#include "core/edit/colour/recombiner.h"

#include "core/colour/lab.h"
#include "core/edit/colour/coefficient_rows.h"
#include "core/edit/colour/profile_path.h"
#include "core/edit/colour/srgb_kernel.h"

#include <cmath>
#include <mutex>

namespace autochrome::inline edit {
namespace {

constexpr int stripRows = 64;

// The field's a*, b* as functions of L*, turned into the kernel's fx - fy and fz - fy as functions
// of fy: L* = 116 fy - 16, a* = 500 (fx - fy), b* = 200 (fy - fz).
CoefficientRows::Planes kernelPlanes(const ChromaField& field, const FinishSettings& settings)
{
    CoefficientRows::Planes planes;
    if (field.isEmpty()) {
        for (cv::Mat& plane : planes)
            plane = cv::Mat::zeros(1, 1, CV_32F);
        return planes;
    }
    cv::Mat fields[4];
    cv::split(field.coefficients(), fields);
    const double scale[2] = {settings.strength / 500.0, -settings.strength / 200.0};
    for (std::size_t k = 0; k < 2; ++k) {
        planes[2 * k] = fields[2 * k] * (116.0 * scale[k]);
        planes[2 * k + 1] = fields[2 * k] * (-16.0 * scale[k]) + fields[2 * k + 1] * scale[k];
    }
    return planes;
}

// Another light over the photo, after von Kries: X and Z each times a factor, Y as it is, and L*
// with it. The planes hold fx - fy and fz - fy, and f is a cube root: fx becomes g fx. At warmth 1
// the factors are those of daylight of some 4900 K in place of 6500 K.
void warm(CoefficientRows::Planes& planes, double warmth)
{
    constexpr double ofFullWarmth[2] = {1.02, 0.75}; // of X, of Z
    for (std::size_t k = 0; k < 2; ++k) {
        const double g = std::cbrt(std::pow(ofFullWarmth[k], warmth));
        planes[2 * k] = planes[2 * k] * g + cv::Scalar(g - 1);
        planes[2 * k + 1] = planes[2 * k + 1] * g;
    }
}

// fy of every code of a grey space.
std::vector<float> greyTable(const ColourSpace& space, int depth)
{
    const int codes = depth == CV_8U ? 256 : 65536;
    cv::Mat ramp(1, codes, depth);
    for (int code = 0; code < codes; ++code) {
        if (depth == CV_8U)
            ramp.at<std::uint8_t>(code) = std::uint8_t(code);
        else
            ramp.at<std::uint16_t>(code) = std::uint16_t(code);
    }
    cv::Mat lightness;
    space.luminance(ramp, lightness);
    std::vector<float> table(static_cast<std::size_t>(codes));
    for (int code = 0; code < codes; ++code)
        table[std::size_t(code)] = (lightness.at<float>(code) + 16.0f) / 116.0f;
    return table;
}

// Linear light of every sRGB code.
std::vector<float> linearTable(int depth)
{
    const int codes = depth == CV_8U ? 256 : 65536;
    std::vector<float> table(static_cast<std::size_t>(codes));
    for (int code = 0; code < codes; ++code)
        table[std::size_t(code)] = srgbToLinear(float(code) / float(codes - 1));
    return table;
}

// The sRGB tables are the same for every photo.
const std::vector<float>& sharedLinearTable(int depth)
{
    static const std::vector<float> byte = linearTable(CV_8U);
    if (depth == CV_8U)
        return byte;
    static const std::vector<float> word = linearTable(CV_16U);
    return word;
}

} // namespace

struct Recombiner::Impl
{
    ColourSpace space;
    ColourSpace resultSpace;
    CoefficientRows::Planes planes;
    TintHandling tint = TintHandling::Drop;
    KernelFunction kernel = srgbKernel();

    mutable std::once_flag greyFlags[2] = {};
    mutable std::vector<float> greyTables[2] = {};

    const std::vector<float>& table(int depth, int channels) const
    {
        if (channels > 1)
            return sharedLinearTable(depth);
        const std::size_t which = depth == CV_8U ? 0 : 1;
        std::call_once(greyFlags[which], [&] { greyTables[which] = greyTable(space, depth); });
        return greyTables[which];
    }

    void colouriseRows(const cv::Mat& source, const CoefficientRows& coefficients, cv::Range rows,
                       cv::Mat& result) const;
};

void Recombiner::Impl::colouriseRows(const cv::Mat& source, const CoefficientRows& coefficients,
                                     cv::Range rows, cv::Mat& result) const
{
    const bool grey = source.channels() == 1;
    const bool byte = source.depth() == CV_8U;
    KernelJob job;
    job.kind = grey ? (byte ? PixelKind::Grey8 : PixelKind::Grey16)
                    : (byte ? PixelKind::Rgb8 : PixelKind::Rgb16);
    job.channels = source.channels();
    job.keepTint = tint == TintHandling::Keep && !grey;
    job.table = table(source.depth(), source.channels()).data();

    // Block by block of columns, so that the two expanded rows of coefficients stay in the
    // processor's first cache for all pixel rows between them.
    alignas(64) float expanded[2][4][kernelBlock] = {};
    float* slots[2][4];
    for (int s = 0; s < 2; ++s)
        for (int k = 0; k < 4; ++k)
            slots[s][k] = expanded[s][k];
    for (int first = 0; first < source.cols; first += kernelBlock) {
        job.count = std::min(kernelBlock, source.cols - first);
        int held[2] = {-1, -1}; // which plane row each slot holds
        const auto slotOf = [&](int planeRow, int keep) {
            for (int s = 0; s < 2; ++s)
                if (held[s] == planeRow)
                    return s;
            const int s = held[0] == keep ? 1 : 0;
            coefficients.expand(planeRow, first, job.count, slots[s]);
            held[s] = planeRow;
            return s;
        };
        for (int y = rows.start; y < rows.end; ++y) {
            const CoefficientRows::Position at = coefficients.position(y);
            const int above = slotOf(at.above, at.below);
            const int below = slotOf(at.below, at.above);
            for (int k = 0; k < 4; ++k) {
                job.above[k] = slots[above][k];
                job.below[k] = slots[below][k];
            }
            job.weightBelow = at.weightBelow;
            job.source = source.ptr(y, first);
            job.result = result.ptr(y, first);
            kernel(job);
        }
    }
}

Recombiner::Recombiner(ColourSpace space, const ChromaField& field, const FinishSettings& settings)
{
    ColourSpace target = space.resultSpace();
    CoefficientRows::Planes planes = kernelPlanes(field, settings);
    if (settings.warmth != 0)
        warm(planes, settings.warmth);
    impl_ = std::shared_ptr<Impl>(
        new Impl{std::move(space), std::move(target), std::move(planes), settings.tint});
}

void Recombiner::colourise(const cv::Mat& source, const cv::Rect2d& where, cv::Mat& result) const
{
    CV_Assert(source.depth() == CV_8U || source.depth() == CV_16U);
    CV_Assert(source.channels() == 1 || source.channels() == 3 || source.channels() == 4);
    const int channels = source.channels() == 4 ? 4 : 3;
    result.create(source.size(), CV_MAKETYPE(source.depth(), channels));
    if (source.empty())
        return;

    const CoefficientRows coefficients(impl_->planes, where, source.size());
    const bool direct = source.channels() == 1 || impl_->space.isSrgb();
    if (direct)
        impl_->table(source.depth(), source.channels()); // before the threads ask for it
    const int strips = (source.rows + stripRows - 1) / stripRows;
    cv::parallel_for_({0, strips}, [&](const cv::Range& range) {
        for (int strip = range.start; strip < range.end; ++strip) {
            const cv::Range rows(strip * stripRows, std::min((strip + 1) * stripRows, source.rows));
            if (direct)
                impl_->colouriseRows(source, coefficients, rows, result);
            else
                colouriseThroughProfile(source, coefficients, rows, impl_->space,
                                        impl_->resultSpace, impl_->tint, result);
        }
    });
}

const ColourSpace& Recombiner::space() const
{
    return impl_->space;
}

const ColourSpace& Recombiner::resultSpace() const
{
    return impl_->resultSpace;
}

} // namespace autochrome::inline edit
