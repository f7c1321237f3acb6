#include "core/edit/tone/toned_pixels.h"

#include "core/colour/lab.h"
#include "core/edit/tone/grey_tones.h"
#include "core/edit/tone/srgb_codes.h"
#include "core/edit/tone/toned_colour.h"

#include <algorithm>
#include <array>
#include <optional>

namespace autochrome::inline edit {
namespace {

constexpr std::int64_t bandPixels = std::int64_t(1) << 22; // between looks at the brake
constexpr int fieldSteps = 16384;                          // of L*, of a table

// The factor and the summand of each pixel of a row. Of one thread.
class FieldRow
{
public:
    FieldRow(const CoefficientRows* rows, int width)
        : rows_(rows), factor_(std::size_t(width), 1.0f), summand_(std::size_t(width), 0.0f)
    {
        for (Slot& slot : slots_)
            for (auto& plane : slot.planes)
                plane.resize(rows ? std::size_t(width) : 0);
    }

    void go(int y)
    {
        if (!rows_)
            return;
        const CoefficientRows::Position at = rows_->position(y);
        const Slot& above = slotOf(at.above, at.below);
        const Slot& below = slotOf(at.below, at.above);
        const float t = at.weightBelow;
        for (std::size_t x = 0; x < factor_.size(); ++x) {
            factor_[x] = above.planes[0][x] + t * (below.planes[0][x] - above.planes[0][x]);
            summand_[x] = above.planes[1][x] + t * (below.planes[1][x] - above.planes[1][x]);
        }
    }

    float applied(int x, float lightness) const
    {
        const auto i = std::size_t(x);
        return std::clamp(factor_[i] * lightness + summand_[i], 0.0f, 100.0f);
    }

private:
    struct Slot
    {
        int row = -1; // of the planes
        std::array<std::vector<float>, 4> planes;
    };

    const Slot& slotOf(int row, int keep)
    {
        for (const Slot& slot : slots_)
            if (slot.row == row)
                return slot;
        Slot& slot = slots_[slots_[0].row == keep ? 1 : 0];
        float* const out[] = {slot.planes[0].data(), slot.planes[1].data(), slot.planes[2].data(),
                              slot.planes[3].data()};
        rows_->expand(row, 0, int(factor_.size()), out);
        slot.row = row;
        return slot;
    }

    const CoefficientRows* rows_;
    std::vector<float> factor_;
    std::vector<float> summand_;
    Slot slots_[2];
};

template <class Code>
std::vector<Code> codeTable(const GreyTones& tones, const LightnessCurve& curve)
{
    std::vector<Code> table(std::size_t(tones.codes()));
    for (int code = 0; code < tones.codes(); ++code)
        table[std::size_t(code)] =
            Code(tones.codeOf(curve.at(std::clamp(tones.lightnessOf(code), 0.0f, 100.0f))) + 0.5f);
    return table;
}

// Without a field a code has one answer.
template <class Code>
class GreyCodes
{
public:
    GreyCodes(const ColourSpace& space, const LightnessCurve& curve)
        : table_(codeTable<Code>(GreyTones(space, cv::DataType<Code>::depth), curve))
    {
    }

    void operator()(const Code* from, Code* to, int count, const FieldRow&) const
    {
        for (int x = 0; x < count; ++x)
            to[x] = table_[from[x]];
    }

private:
    std::vector<Code> table_;
};

template <class Code>
class GreyInField
{
public:
    GreyInField(const ColourSpace& space, const LightnessCurve& curve)
        : tones_(space, cv::DataType<Code>::depth), codes_(fieldSteps + 2)
    {
        for (int i = 0; i <= fieldSteps; ++i)
            codes_[std::size_t(i)] = tones_.codeOf(curve.at(100.0f * float(i) / fieldSteps));
        codes_.back() = codes_[fieldSteps];
    }

    void operator()(const Code* from, Code* to, int count, const FieldRow& field) const
    {
        for (int x = 0; x < count; ++x) {
            const float place =
                field.applied(x, tones_.lightnessOf(from[x])) * (fieldSteps / 100.0f);
            const auto i = std::size_t(place);
            const float code = codes_[i] + (place - float(i)) * (codes_[i + 1] - codes_[i]);
            to[x] = Code(code + 0.5f);
        }
    }

private:
    GreyTones tones_;
    std::vector<float> codes_;
};

template <class Code, int channels, bool inField>
class SrgbColours
{
public:
    explicit SrgbColours(const TonedColour& colours) : colours_(colours) {}

    void operator()(const Code* from, Code* to, int count, const FieldRow& field) const
    {
        for (int x = 0; x < count; ++x, from += channels, to += channels) {
            LinearRgb colour{codes_.linearOf(from[0]), codes_.linearOf(from[1]),
                             codes_.linearOf(from[2])};
            if constexpr (inField)
                colour = colours_.of(colour, [&](float L) { return field.applied(x, L); });
            else
                colour = colours_.of(colour);
            colour = TonedColour::fitting(colour);
            to[0] = codes_.of(colour.r);
            to[1] = codes_.of(colour.g);
            to[2] = codes_.of(colour.b);
            if constexpr (channels == 4)
                to[3] = from[3];
        }
    }

private:
    const TonedColour& colours_;
    SrgbCodes<Code> codes_;
};

// By way of linear sRGB in both directions.
template <class Code, int channels>
class ProfileColours
{
public:
    ProfileColours(const TonedColour& colours, const ColourSpace& space)
        : colours_(colours), space_(space)
    {
    }

    void operator()(const Code* from, Code* to, int count, const FieldRow& field) const
    {
        constexpr float full = float(std::numeric_limits<Code>::max());
        const cv::Mat source(1, count, CV_MAKETYPE(cv::DataType<Code>::depth, channels),
                             const_cast<Code*>(from));
        cv::Mat linear, device, start(1, count, CV_32FC3);
        space_.toLinearSrgb(source, linear);
        for (int x = 0; x < count; ++x) {
            cv::Vec3f& rgb = linear.at<cv::Vec3f>(x);
            const LinearRgb toned =
                colours_.of({rgb[0], rgb[1], rgb[2]}, [&](float L) { return field.applied(x, L); });
            rgb = {toned.r, toned.g, toned.b};
            for (int c = 0; c < 3; ++c)
                start.at<cv::Vec3f>(x)[c] = float(from[x * channels + c]) / full;
        }
        space_.fromLinearSrgb(linear, start, device);
        if (fitInto(linear, device))
            space_.fromLinearSrgb(linear, start, device);
        for (int x = 0; x < count; ++x, from += channels, to += channels) {
            const cv::Vec3f& values = device.at<cv::Vec3f>(x);
            for (int c = 0; c < 3; ++c)
                to[c] = Code(std::clamp(values[c], 0.0f, 1.0f) * full + 0.5f);
            if (from[0] == from[1] && from[1] == from[2])
                keepGrey(to);
            if constexpr (channels == 4)
                to[3] = from[3];
        }
    }

private:
    // What the device cannot show is brought into sRGB, which any of them can, or nearly.
    static bool fitInto(cv::Mat& linear, const cv::Mat& device)
    {
        constexpr float slack = 1e-4f;
        bool any = false;
        for (int x = 0; x < linear.cols; ++x) {
            const cv::Vec3f& v = device.at<cv::Vec3f>(x);
            if (std::min({v[0], v[1], v[2]}) >= -slack && std::max({v[0], v[1], v[2]}) <= 1 + slack)
                continue;
            cv::Vec3f& rgb = linear.at<cv::Vec3f>(x);
            const LinearRgb fitted = TonedColour::fitting({rgb[0], rgb[1], rgb[2]});
            rgb = {fitted.r, fitted.g, fitted.b};
            any = true;
        }
        return any;
    }

    // The last bits of three sums may round to different codes.
    static void keepGrey(Code* to)
    {
        const auto [least, most] = std::minmax({to[0], to[1], to[2]});
        if (most - least == 1)
            to[0] = to[1] = to[2] = to[1];
    }

    const TonedColour& colours_;
    const ColourSpace& space_;
};

template <class Code, class RowFunction>
cv::Mat everyRow(const cv::Mat& pixels, const CoefficientRows* field, const RowFunction& toned,
                 const Progress& progress)
{
    cv::Mat result(pixels.size(), pixels.type());
    const int band = int(std::clamp<std::int64_t>(bandPixels / pixels.cols, 1, pixels.rows));
    for (int top = 0; top < pixels.rows; top += band) {
        progress.checkpoint();
        const cv::Range rows(top, std::min(top + band, pixels.rows));
        cv::parallel_for_(rows, [&](const cv::Range& some) {
            FieldRow row(field, pixels.cols);
            for (int y = some.start; y < some.end; ++y) {
                row.go(y);
                toned(pixels.ptr<Code>(y), result.ptr<Code>(y), pixels.cols, row);
            }
        });
    }
    return result;
}

template <class Code, int channels>
cv::Mat tonedColours(const cv::Mat& pixels, const ColourSpace& space, const CoefficientRows* field,
                     const LightnessCurve& curve, const Progress& progress)
{
    const TonedColour colours(curve);
    if (!space.isSrgb())
        return everyRow<Code>(pixels, field, ProfileColours<Code, channels>(colours, space),
                              progress);
    return field
               ? everyRow<Code>(pixels, field, SrgbColours<Code, channels, true>(colours), progress)
               : everyRow<Code>(pixels, field, SrgbColours<Code, channels, false>(colours),
                                progress);
}

template <class Code>
cv::Mat tonedCodes(const cv::Mat& pixels, const ColourSpace& space, const CoefficientRows* field,
                   const LightnessCurve& curve, const Progress& progress)
{
    if (pixels.channels() == 1)
        return field ? everyRow<Code>(pixels, field, GreyInField<Code>(space, curve), progress)
                     : everyRow<Code>(pixels, field, GreyCodes<Code>(space, curve), progress);
    return pixels.channels() == 3 ? tonedColours<Code, 3>(pixels, space, field, curve, progress)
                                  : tonedColours<Code, 4>(pixels, space, field, curve, progress);
}

} // namespace

cv::Mat tonedPixels(const cv::Mat& pixels, const ColourSpace& space, const LightField* field,
                    const LightnessCurve& curve, const Progress& progress)
{
    std::optional<CoefficientRows> rows;
    if (field)
        rows.emplace(field->planes(), cv::Rect2d(0, 0, 1, 1), pixels.size());
    const CoefficientRows* const there = rows ? &*rows : nullptr;
    return pixels.depth() == CV_8U
               ? tonedCodes<std::uint8_t>(pixels, space, there, curve, progress)
               : tonedCodes<std::uint16_t>(pixels, space, there, curve, progress);
}

} // namespace autochrome::inline edit
