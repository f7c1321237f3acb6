#include "core/colour/lab.h"
#include "core/photo/lightness_rows.h"
#include "core/photo/profile/colour_model.h"

#include <cmath>

namespace autochrome::inline photo {
namespace {

template <class T>
const float* tableOf(const ToneCurve& curve)
{
    return sizeof(T) == 2 ? curve.of16() : curve.of8();
}

template <class T>
void toLinearAs(const cv::Mat& row, const std::array<std::shared_ptr<const ToneCurve>, 3>& curves,
                const cv::Matx33f& m, cv::Vec3f* linear)
{
    const float* red = tableOf<T>(*curves[0]);
    const float* green = tableOf<T>(*curves[1]);
    const float* blue = tableOf<T>(*curves[2]);
    const T* from = row.ptr<T>();
    const int channels = row.channels();
    for (int x = 0; x < row.cols; ++x, from += channels) {
        const float r = red[from[0]];
        const float g = green[from[1]];
        const float b = blue[from[2]];
        linear[x] = {m(0, 0) * r + m(0, 1) * g + m(0, 2) * b,
                     m(1, 0) * r + m(1, 1) * g + m(1, 2) * b,
                     m(2, 0) * r + m(2, 1) * g + m(2, 2) * b};
    }
}

template <class T>
void luminanceAs(const cv::Mat& row, const std::array<std::shared_ptr<const ToneCurve>, 3>& curves,
                 const cv::Vec3f& weights, float* lightness)
{
    const float* red = tableOf<T>(*curves[0]);
    const float* green = tableOf<T>(*curves[1]);
    const float* blue = tableOf<T>(*curves[2]);
    const T* from = row.ptr<T>();
    const int channels = row.channels();
    for (int x = 0; x < row.cols; ++x, from += channels)
        lightness[x] =
            weights[0] * red[from[0]] + weights[1] * green[from[1]] + weights[2] * blue[from[2]];
    lightnessOfRow(lightness, lightness, row.cols);
}

/// Colours that show whether two spaces are the same: a grid with its grey diagonal refined.
std::vector<cv::Vec3f> sampleColours()
{
    std::vector<cv::Vec3f> samples;
    constexpr int side = 9;
    for (int r = 0; r < side; ++r)
        for (int g = 0; g < side; ++g)
            for (int b = 0; b < side; ++b)
                samples.emplace_back(float(r) / (side - 1), float(g) / (side - 1),
                                     float(b) / (side - 1));
    for (int i = 0; i <= 255; ++i)
        samples.push_back(cv::Vec3f::all(float(i) / 255));
    return samples;
}

Lab labOf(const cv::Vec3f& linear)
{
    return toLab({linear[0], linear[1], linear[2]});
}

bool sameCurve(const cmsToneCurve* a, const cmsToneCurve* b)
{
    for (int i = 0; i <= 256; ++i) {
        const auto at = cmsFloat32Number(i / 256.0);
        if (cmsEvalToneCurveFloat(a, at) != cmsEvalToneCurveFloat(b, at))
            return false;
    }
    return true;
}

} // namespace

MatrixModel::MatrixModel(std::array<std::shared_ptr<const ToneCurve>, 3> curves,
                         const cv::Matx33d& toLinear)
    : curves_(std::move(curves)), matrix_(toLinear), inverse_(toLinear.inv())
{
    const cv::Vec3f weights = luminanceWeights();
    for (int c = 0; c < 3; ++c)
        weights_[c] =
            weights[0] * matrix_(0, c) + weights[1] * matrix_(1, c) + weights[2] * matrix_(2, c);
}

std::shared_ptr<const MatrixModel> MatrixModel::srgb()
{
    static const auto model = [] {
        const auto curve = std::make_shared<const ToneCurve>(*ToneCurve::of([](double v) -> double {
            // IEC 61966-2-1
            return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4);
        }));
        return std::make_shared<const MatrixModel>(std::array{curve, curve, curve},
                                                   cv::Matx33d::eye());
    }();
    return model;
}

std::shared_ptr<const MatrixModel> MatrixModel::of(void* profile, void* forward)
{
    const cmsTagSignature tags[3] = {cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag};
    const cmsToneCurve* tones[3] = {};
    std::array<std::shared_ptr<const ToneCurve>, 3> curves;
    for (std::size_t c = 0; c < 3; ++c) {
        tones[c] = static_cast<const cmsToneCurve*>(cmsReadTag(profile, tags[c]));
        if (!tones[c])
            return {};
        if (c > 0 && sameCurve(tones[c], tones[c - 1])) {
            curves[c] = curves[c - 1];
            continue;
        }
        auto curve = ToneCurve::of([tone = tones[c]](double v) -> double {
            return cmsEvalToneCurveFloat(tone, cmsFloat32Number(v));
        });
        if (!curve)
            return {};
        curves[c] = std::make_shared<const ToneCurve>(std::move(*curve));
    }
    // The matrix is what the transform makes of the device's corners, whatever adaptation is in it.
    const cv::Vec3f corners[4] = {{0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    cv::Vec3f linear[4];
    cmsDoTransform(forward, corners, linear, 4);
    cv::Matx33d matrix;
    for (int c = 0; c < 3; ++c) {
        const ToneCurve& curve = *curves[std::size_t(c)];
        const double rise = double(curve.of8()[255]) - curve.of8()[0];
        for (int row = 0; row < 3; ++row)
            matrix(row, c) = (double(linear[c + 1][row]) - linear[0][row]) / rise;
    }
    if (std::abs(cv::determinant(matrix)) < 1e-6)
        return {};
    auto model = std::make_shared<const MatrixModel>(curves, matrix);
    const std::vector<cv::Vec3f> samples = sampleColours();
    std::vector<cv::Vec3f> expected(samples.size());
    cmsDoTransform(forward, samples.data(), expected.data(), cmsUInt32Number(samples.size()));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const Lab found = labOf(model->linearOf(samples[i]));
        const Lab truth = labOf(expected[i]);
        if (!(std::abs(found.L - truth.L) < 0.003f && std::abs(found.a - truth.a) < 0.05f &&
              std::abs(found.b - truth.b) < 0.05f))
            return {};
    }
    return model;
}

cv::Vec3f MatrixModel::linearOf(const cv::Vec3f& device) const
{
    cv::Vec3f linear;
    for (int c = 0; c < 3; ++c)
        linear[c] = curves_[std::size_t(c)]->of16()[std::lround(device[c] * 65535)];
    return matrix_ * linear;
}

bool MatrixModel::isSrgb() const
{
    const auto standard = srgb();
    for (const cv::Vec3f& sample : sampleColours()) {
        const Lab found = labOf(linearOf(sample));
        const Lab truth = labOf(standard->linearOf(sample));
        if (!(std::abs(found.L - truth.L) < 0.01f && std::abs(found.a - truth.a) < 0.1f &&
              std::abs(found.b - truth.b) < 0.1f))
            return false;
    }
    return true;
}

void MatrixModel::toLinear(const cv::Mat& row, cv::Vec3f* linear) const
{
    if (row.depth() == CV_16U)
        toLinearAs<std::uint16_t>(row, curves_, matrix_, linear);
    else
        toLinearAs<std::uint8_t>(row, curves_, matrix_, linear);
}

void MatrixModel::fromLinear(const cv::Vec3f* linear, const cv::Vec3f*, cv::Vec3f* device,
                             int count) const
{
    for (int i = 0; i < count; ++i) {
        const cv::Vec3f own = inverse_ * linear[i];
        for (int c = 0; c < 3; ++c)
            device[i][c] = curves_[std::size_t(c)]->inverse(own[c]);
    }
}

void MatrixModel::luminance(const cv::Mat& row, float* lightness) const
{
    if (row.depth() == CV_16U)
        luminanceAs<std::uint16_t>(row, curves_, weights_, lightness);
    else
        luminanceAs<std::uint8_t>(row, curves_, weights_, lightness);
}

} // namespace autochrome::inline photo
