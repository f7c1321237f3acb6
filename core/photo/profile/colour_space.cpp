#include "core/photo/profile/colour_space.h"

#include "core/base/text.h"
#include "core/photo/profile/colour_model.h"

#include <mutex>

namespace autochrome::inline photo {

struct ColourSpace::Impl
{
    std::shared_ptr<const ColourModel> model;
    std::vector<std::uint8_t> profile;
    std::string name = "sRGB";
    bool srgb = false;
    bool grey = false;
    bool embeddable = true;
};

namespace {

/// Below this many pixels, threads cost more than they bring.
constexpr std::size_t fewPixels = 1 << 16;

template <class Work>
void forRows(const cv::Mat& picture, Work work)
{
    const auto rows = [&work](const cv::Range& range) {
        for (int y = range.start; y < range.end; ++y)
            work(y);
    };
    if (picture.total() < fewPixels)
        rows(cv::Range(0, picture.rows));
    else
        cv::parallel_for_(cv::Range(0, picture.rows), rows);
}

std::string profileName(void* profile)
{
    char name[256] = {};
    cmsGetProfileInfoASCII(profile, cmsInfoDescription, "en", "US", name, sizeof(name));
    return name[0] ? name : "ICC";
}

std::shared_ptr<const ColourModel> modelOf(void* profile, bool& srgb)
{
    IccTransform forward(cmsCreateTransform(profile, TYPE_RGB_FLT, linearSrgbProfile().get(),
                                            TYPE_RGB_FLT, INTENT_RELATIVE_COLORIMETRIC,
                                            cmsFLAGS_NOCACHE));
    if (const auto matrix = MatrixModel::of(profile, forward.get())) {
        srgb = matrix->isSrgb();
        return matrix;
    }
    return std::make_shared<const LutModel>(std::move(forward));
}

} // namespace

ColourSpace ColourSpace::srgb()
{
    static const auto impl = [] {
        Impl made;
        made.model = MatrixModel::srgb();
        made.srgb = true;
        return std::make_shared<const Impl>(std::move(made));
    }();
    ColourSpace space;
    space.impl_ = impl;
    return space;
}

ColourSpace ColourSpace::of(const Photo& photo, Message* warning)
{
    const bool grey = photo.pixels.channels() == 1;
    const auto standard = [grey] {
        if (!grey)
            return srgb();
        static const auto impl = [] {
            Impl made;
            made.model = std::make_shared<const GreyModel>(nullptr);
            made.srgb = true;
            made.grey = true;
            return std::make_shared<const Impl>(std::move(made));
        }();
        ColourSpace space;
        space.impl_ = impl;
        return space;
    };
    if (photo.icc.empty())
        return standard();

    // The same photo, or photos of the same scanner, are asked about again and again.
    static std::mutex mutex;
    static std::vector<std::shared_ptr<const Impl>> recent;
    constexpr std::size_t most = 8;
    ColourSpace space;
    {
        const std::lock_guard lock(mutex);
        for (const auto& known : recent) {
            if (known->grey == grey && known->profile == photo.icc) {
                space.impl_ = known;
                return space;
            }
        }
    }
    if (const auto fault = profileFault(photo.icc, grey ? 1 : 3)) {
        if (warning)
            *warning =
                *fault == ProfileFault::Damaged
                    ? text("The colour profile in “%1” is damaged; sRGB is assumed.",
                           {photo.source.name()})
                    : text("The colour profile in “%1” is for another kind of picture; sRGB is "
                           "assumed.",
                           {photo.source.name()});
        return standard();
    }
    const IccProfile profile = openProfile(photo.icc);
    auto made = std::make_shared<Impl>();
    made->grey = grey;
    made->profile = photo.icc;
    made->name = profileName(profile.get());
    if (grey)
        made->model = std::make_shared<const GreyModel>(profile.get());
    else
        made->model = modelOf(profile.get(), made->srgb);
    made->embeddable = grey || isEmbeddable(photo.icc);
    space.impl_ = made;
    const std::lock_guard lock(mutex);
    if (recent.size() >= most)
        recent.erase(recent.begin());
    recent.push_back(std::move(made));
    return space;
}

bool ColourSpace::isSrgb() const
{
    return impl_->srgb;
}
bool ColourSpace::isGrey() const
{
    return impl_->grey;
}
std::string ColourSpace::name() const
{
    return impl_->name;
}
const std::vector<std::uint8_t>& ColourSpace::profile() const
{
    return impl_->profile;
}

void ColourSpace::toLinearSrgb(const cv::Mat& pixels, cv::Mat& linear) const
{
    linear.create(pixels.size(), CV_32FC3);
    forRows(pixels,
            [&](int y) { impl_->model->toLinear(pixels.row(y), linear.ptr<cv::Vec3f>(y)); });
}

void ColourSpace::fromLinearSrgb(const cv::Mat& linear, const cv::Mat& start, cv::Mat& device) const
{
    CV_Assert(linear.type() == CV_32FC3 && start.type() == CV_32FC3 &&
              start.size() == linear.size());
    device.create(linear.size(), CV_32FC3);
    forRows(linear, [&](int y) {
        impl_->model->fromLinear(linear.ptr<cv::Vec3f>(y), start.ptr<cv::Vec3f>(y),
                                 device.ptr<cv::Vec3f>(y), linear.cols);
    });
}

ColourSpace ColourSpace::resultSpace() const
{
    return impl_->grey || !impl_->embeddable ? srgb() : *this;
}

void ColourSpace::luminance(const cv::Mat& pixels, cv::Mat& lightness) const
{
    lightness.create(pixels.size(), CV_32F);
    forRows(pixels,
            [&](int y) { impl_->model->luminance(pixels.row(y), lightness.ptr<float>(y)); });
}

} // namespace autochrome::inline photo
