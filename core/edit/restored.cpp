#include "core/edit/restored.h"

#include "core/colour/lab.h"
#include "core/edit/recipe_parameters.h"
#include "core/edit/result_file.h"
#include "core/photo/metadata/provenance.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace autochrome::inline edit {
namespace {

constexpr int lightnessSteps = 1 << 15; // from L* 0 to 100

// The sRGB value in [0, 1] of the grey that has this L*.
float greyOf(float lightness)
{
    static const std::vector<float> table = [] {
        std::vector<float> made(lightnessSteps + 2);
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = linearToSrgb(luminanceOfLightness(float(i) * 100 / lightnessSteps));
        return made;
    }();
    const float at = std::clamp(lightness, 0.0F, 100.0F) * (lightnessSteps / 100.0F);
    const auto step = std::size_t(at);
    return table[step] + (table[step + 1] - table[step]) * (at - float(step));
}

template <class Code>
bool isGrey(const Code* pixel)
{
    return pixel[0] == pixel[1] && pixel[1] == pixel[2];
}

// Every pixel becomes the grey of its L*; what is grey in sRGB already stays as it is.
template <class Code>
void makeGrey(const cv::Mat& source, const ColourSpace& space, cv::Mat& grey)
{
    cv::Mat lightness;
    space.luminance(source, lightness);
    const int channels = source.channels();
    const bool keepsGrey = space.isSrgb() && channels >= 3;
    constexpr float white = sizeof(Code) == 1 ? 255 : 65535;
    for (int y = 0; y < source.rows; ++y)
        for (int x = 0; x < source.cols; ++x) {
            const Code* from = source.ptr<Code>(y) + std::ptrdiff_t(x) * channels;
            Code* to = grey.ptr<Code>(y) + std::ptrdiff_t(x) * channels;
            const bool stays = keepsGrey && isGrey(from);
            const Code value =
                stays ? from[0]
                      : cv::saturate_cast<Code>(greyOf(lightness.at<float>(y, x)) * white);
            std::fill(to, to + std::min(channels, 3), value);
            if (channels == 4)
                to[3] = from[3];
        }
}

class RestoredRows : public RowSource
{
public:
    RestoredRows(std::shared_ptr<const Prepared> prepared, bool asItIs, int depth)
        : prepared_(std::move(prepared)), asItIs_(asItIs), depth_(depth)
    {
    }

    cv::Size size() const override { return pixels().size(); }
    int type() const override { return CV_MAKETYPE(depth_, pixels().channels()); }

    void read(int firstRow, cv::Mat& strip) override
    {
        const cv::Mat source = pixels().rowRange(firstRow, firstRow + strip.rows);
        if (asItIs_)
            return convert(source, strip);
        cv::Mat grey(source.size(), source.type());
        cv::parallel_for_({0, source.rows}, [&](const cv::Range& rows) {
            cv::Mat part = grey.rowRange(rows);
            if (source.depth() == CV_8U)
                makeGrey<std::uint8_t>(source.rowRange(rows), prepared_->space, part);
            else
                makeGrey<std::uint16_t>(source.rowRange(rows), prepared_->space, part);
        });
        convert(grey, strip);
    }

private:
    const cv::Mat& pixels() const { return prepared_->photo->pixels; }

    // From 16 to 8 bits, if need be.
    void convert(const cv::Mat& from, cv::Mat& to) const
    {
        from.convertTo(to, depth_, from.depth() == depth_ ? 1 : 1 / 257.0);
    }

    std::shared_ptr<const Prepared> prepared_;
    bool asItIs_;
    int depth_;
};

} // namespace

Restored::Restored(std::shared_ptr<const Prepared> prepared, Recipe recipe,
                   std::vector<StageTime> times)
    : prepared_(std::move(prepared)), recipe_(std::move(recipe)), times_(std::move(times))
{
}

bool Restored::isAsItIs(FileFormat format) const
{
    // A grey profile never goes into an RGB file, and WebP has no others.
    if (prepared_->space.isGrey())
        return format != FileFormat::WebP || prepared_->space.isSrgb();
    return recipe_.finish.tint == TintHandling::Keep;
}

std::vector<std::uint8_t> Restored::profile(FileFormat format) const
{
    const bool isGrey = prepared_->space.isGrey();
    if (!isAsItIs(format) || prepared_->space.profile().empty())
        return isGrey ? std::vector<std::uint8_t>() : srgbProfile();
    return prepared_->space.profile();
}

std::unique_ptr<RowSource> Restored::rows(FileFormat format) const
{
    const int depth = std::min(photo()->bitDepth(), factsOf(format).depth) == 16 ? CV_16U : CV_8U;
    return std::make_unique<RestoredRows>(prepared_, isAsItIs(format), depth);
}

Result<WrittenPhoto> exportRestored(const Restored& restored, const std::filesystem::path& target,
                                    const WriteOptions& options, const Progress& progress)
{
    const Photo& photo = *restored.photo();
    Provenance provenance;
    provenance.isRestored = true;
    provenance.parameters = toldParameters(restored.recipe(), Told::WithoutColour);
    provenance.parameters.merge(restored.tones().told());
    provenance.tell(restored.repair().share, restored.repair().left);
    const std::vector<std::uint8_t> icc = restored.profile(options.format);
    Metadata metadata =
        resultMetadata(photo, provenance, photo.pixels.size(), icc.empty() || icc == srgbProfile());
    const std::unique_ptr<RowSource> rows = restored.rows(options.format);
    return writeResult(photo, *rows, icc, std::move(metadata), target, options, progress);
}

} // namespace autochrome::inline edit
