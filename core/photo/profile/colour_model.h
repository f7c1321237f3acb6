#pragma once

#include "core/photo/profile/icc.h"
#include "core/photo/profile/tone_curve.h"

#include <array>
#include <opencv2/core.hpp>
#include <string>

namespace autochrome::inline photo {

/// How the pixels of one profile relate to linear sRGB. Immutable and thread-safe. The functions
/// take single rows: ColourSpace cuts pictures into them.
class ColourModel
{
public:
    virtual ~ColourModel() = default;

    /// A row of CV_8U/CV_16U pixels (alpha ignored) -> CV_32FC3 linear sRGB.
    virtual void toLinear(const cv::Mat& row, cv::Vec3f* linear) const = 0;

    /// See ColourSpace::fromLinearSrgb().
    virtual void fromLinear(const cv::Vec3f* linear, const cv::Vec3f* start, cv::Vec3f* device,
                            int count) const = 0;

    /// L* of a row of pixels.
    virtual void luminance(const cv::Mat& row, float* lightness) const = 0;
};

/// What one colour of linear sRGB weighs in the luminance Y.
cv::Vec3f luminanceWeights();

/// One grey channel, by table.
class GreyModel : public ColourModel
{
public:
    /// Through a grey profile; the sRGB curve without one.
    explicit GreyModel(void* profile);
    void toLinear(const cv::Mat& row, cv::Vec3f* linear) const override;
    void fromLinear(const cv::Vec3f* linear, const cv::Vec3f* start, cv::Vec3f* device,
                    int count) const override;
    void luminance(const cv::Mat& row, float* lightness) const override;

private:
    std::vector<float> linear8_;
    std::vector<float> linear16_;
    std::vector<float> lightness8_;
    std::vector<float> lightness16_;
};

/// Three tone curves and a matrix: sRGB, Adobe RGB, most camera and display profiles.
class MatrixModel : public ColourModel
{
public:
    MatrixModel(std::array<std::shared_ptr<const ToneCurve>, 3> curves,
                const cv::Matx33d& toLinear);

    /// Of a matrix profile; null if lcms2 sees anything else in it. `forward` is the profile's
    /// TYPE_RGB_FLT -> linear sRGB transform, against which the model is checked.
    static std::shared_ptr<const MatrixModel> of(void* profile, void* forward);
    static std::shared_ptr<const MatrixModel> srgb();

    /// Whether colours come out as in sRGB: L* within 0.01, a* and b* within 0.1 at every sample.
    bool isSrgb() const;

    void toLinear(const cv::Mat& row, cv::Vec3f* linear) const override;
    void fromLinear(const cv::Vec3f* linear, const cv::Vec3f* start, cv::Vec3f* device,
                    int count) const override;
    void luminance(const cv::Mat& row, float* lightness) const override;

private:
    cv::Vec3f linearOf(const cv::Vec3f& device) const; ///< of 16-bit code values / 65535
    std::array<std::shared_ptr<const ToneCurve>, 3> curves_;
    cv::Matx33f matrix_;
    cv::Matx33f inverse_;
    cv::Vec3f weights_; ///< luminance of each device primary
};

/// Anything else, by lcms2; inverted by search.
class LutModel : public ColourModel
{
public:
    explicit LutModel(IccTransform forward);
    void toLinear(const cv::Mat& row, cv::Vec3f* linear) const override;
    void fromLinear(const cv::Vec3f* linear, const cv::Vec3f* start, cv::Vec3f* device,
                    int count) const override;
    void luminance(const cv::Mat& row, float* lightness) const override;

private:
    struct Cell;
    Cell cellOf(const cv::Vec3f& device) const;
    cv::Vec3f nearOnGrid(const cv::Vec3f& wanted, cv::Vec3f device) const;
    cv::Vec3f exact(const cv::Vec3f& device) const;
    cv::Vec3f searchedHard(const cv::Vec3f& wanted, cv::Vec3f device) const;

    IccTransform forward_;
    std::vector<cv::Vec3f> grid_; ///< perceptual values at gridSize^3 device values
};

} // namespace autochrome::inline photo
