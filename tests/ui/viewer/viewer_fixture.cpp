#include "core/base/text.h"

#include "viewer_fixture.h"

#include "tests/support/make_model.h"

#include <QTemporaryDir>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <stdexcept>

namespace autochrome {

namespace {

Colorizer& colorizer()
{
    static const QTemporaryDir folder;
    static const auto opened = Colorizer::open(
        makeTestModel(folder.path().toStdString(), TestModel::Coloured).string(), "cpu");
    if (!opened)
        throw std::runtime_error(inWords(opened.error().message) + opened.error().detail);
    return **opened;
}

Photo madePhoto(cv::Size size, int type)
{
    Photo photo;
    photo.pixels = greyScene(size, type);
    photo.source = "scene.png";
    return photo;
}

} // namespace

cv::Mat greyScene(cv::Size size, int type)
{
    cv::Mat grey(size, CV_8U);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x)
            grey.at<std::uint8_t>(y, x) = std::uint8_t(
                128 + 60 * std::sin(x * 0.021) * std::cos(y * 0.017) + ((x ^ y) % 16) * 2);
    cv::Mat deep = grey;
    if (CV_MAT_DEPTH(type) == CV_16U)
        grey.convertTo(deep, CV_16U, 257);
    if (CV_MAT_CN(type) == 1)
        return deep;
    cv::Mat result;
    cv::cvtColor(deep, result, CV_MAT_CN(type) == 3 ? cv::COLOR_GRAY2RGB : cv::COLOR_GRAY2RGBA);
    return result;
}

ViewedPhoto::ViewedPhoto(cv::Size size, int type) : restoration_(madePhoto(size, type)) {}

std::shared_ptr<const Prepared> ViewedPhoto::lighter(double stops)
{
    Recipe recipe;
    recipe.tone.exposure = stops;
    return restoration_.prepare(recipe).value();
}

Rendering ViewedPhoto::rendering(double strength)
{
    Recipe recipe;
    recipe.finish.strength = strength;
    recipe.colour.size = 128;
    auto made = restoration_.render(recipe, colorizer());
    if (!made)
        throw std::runtime_error(inWords(made.error().message) + made.error().detail);
    return *made;
}

} // namespace autochrome
