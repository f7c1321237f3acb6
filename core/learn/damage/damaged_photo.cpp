#include "core/learn/damage/damaged_photo.h"

#include "core/learn/damage/damage_lines.h"
#include "core/learn/damage/damage_spots.h"
#include "core/learn/damage/sound_details.h"

#include <algorithm>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace autochrome::inline learn {
namespace {

void clip(cv::Mat_<float>& luminance)
{
    luminance = cv::max(0.0, cv::min(1.0, luminance));
}

void fade(cv::Mat_<float>& luminance, Random& random)
{
    if (random.chance(0.7)) {
        cv::pow(luminance, std::exp(random.uniform(-0.45, 0.45)), luminance);
        const double black = random.uniform(0, 0.25);
        luminance = luminance * (random.uniform(0.7, 1) - black) + black;
    }
    if (random.chance(0.3)) {
        const double across = random.uniform(-0.15, 0.15) / luminance.cols;
        const double down = random.uniform(-0.15, 0.15) / luminance.rows;
        for (int y = 0; y < luminance.rows; ++y)
            for (int x = 0; x < luminance.cols; ++x)
                luminance(y, x) += float(across * x + down * y);
    }
    clip(luminance);
}

cv::Mat_<float> grainOf(cv::Size size, double strength, double blur, Random& random)
{
    cv::Mat_<float> grain(size);
    for (float& value : grain) // nearly normal, and four times as fast
        value = float((random.uniform() + random.uniform() + random.uniform() - 1.5) * 2);
    if (blur > 0.3) {
        cv::GaussianBlur(grain, grain, {}, blur);
        grain *= 1 + 2.5 * blur; // about as strong as before
    }
    grain *= strength;
    return grain;
}

void throughJpeg(cv::Mat_<float>& luminance, int quality)
{
    cv::Mat codes;
    luminance.convertTo(codes, CV_8U, 255.0);
    std::vector<std::uint8_t> encoded;
    cv::imencode(".jpg", codes, encoded, {cv::IMWRITE_JPEG_QUALITY, quality});
    cv::imdecode(encoded, cv::IMREAD_GRAYSCALE).convertTo(luminance, CV_32F, 1 / 255.0);
}

void drawDamage(DamageCanvas& canvas, double scale, Random& random)
{
    bool isDamaged = false;
    const auto some = [&](double probability, std::uint64_t most, auto draw) {
        if (!random.chance(probability))
            return;
        isDamaged = true;
        for (auto count = 1 + random.below(most); count > 0; --count)
            draw(canvas, scale, random);
    };
    while (!isDamaged) {
        some(0.14, 1, drawStain);
        some(0.16, 1, drawFold);
        some(0.5, 4, drawCrack);
        some(0.4, 3, drawScratches);
        some(0.2, 3, drawHair);
        some(0.45, 1, drawDust);
        some(0.25, 1, drawSpots);
        some(0.08, 1, drawTear);
    }
}

// What can be seen of the damage, and of which kind it is there.
void tellMasks(DamageCanvas& canvas, double blur, DamagedPhoto& photo)
{
    cv::Mat difference;
    cv::absdiff(photo.damaged, photo.sound, difference);
    photo.masks[int(DamageKind::Any)] = difference > seenDifference;
    photo.unsure = (difference > unseenDifference) & (difference <= seenDifference);
    for (const DamageKind kind : {DamageKind::Line, DamageKind::Spot, DamageKind::Area}) {
        cv::Mat share = canvas.share(kind);
        if (blur > 0)
            cv::GaussianBlur(share, share, {}, blur);
        photo.masks[std::size_t(kind)] = (share > 0.08f) & photo.masks[int(DamageKind::Any)];
    }
}

} // namespace

DamagedPhoto damagePhoto(cv::Mat_<float> luminance, double scale, DamageShare share, Random& random)
{
    fade(luminance, random);
    if (random.chance(0.35))
        cv::GaussianBlur(luminance, luminance, {}, random.uniform(0.4, 1.4));
    drawSoundDetails(luminance, scale, random);
    if (random.chance(0.6))
        luminance += grainOf(luminance.size(), drawLogarithmic(random, 0.01, 0.09),
                             random.uniform(0, 1) * std::min(scale, 1.6), random);
    clip(luminance);

    DamageCanvas canvas(luminance);
    if (share == DamageShare::Always || (share == DamageShare::Mixed && random.chance(0.8)))
        drawDamage(canvas, scale, random);
    DamagedPhoto photo;
    photo.damaged = canvas.damaged();
    photo.sound = canvas.sound();
    clip(photo.damaged);
    const double blur = random.chance(0.75) ? random.uniform(0.3, 0.75) * std::min(scale, 2.0) : 0;
    if (blur > 0) {
        cv::GaussianBlur(photo.damaged, photo.damaged, {}, blur);
        cv::GaussianBlur(photo.sound, photo.sound, {}, blur);
    }
    tellMasks(canvas, blur, photo);
    photo.luminance = photo.damaged.clone();
    if (random.chance(0.6))
        photo.luminance += grainOf(photo.luminance.size(), drawLogarithmic(random, 0.004, 0.03),
                                   random.uniform(0, 0.8), random);
    clip(photo.luminance);
    if (random.chance(0.5))
        throughJpeg(photo.luminance, int(random.uniform(45, 96)));
    return photo;
}

DamagedPhoto makeDamagedSample(const cv::Mat& bgr, int size, Random& random)
{
    const double scale = drawLogarithmic(random, 0.7, 2.6);
    // A scan with larger damage is a larger one, of which the sample shows less.
    const double wanted = size / (std::clamp(scale, 0.8, 2.2) * drawLogarithmic(random, 0.6, 1.7));
    const int most = std::min(bgr.cols, bgr.rows);
    const int side = std::clamp(int(std::lround(wanted)), std::min(48, most), most);
    const cv::Rect window(int(random.below(std::uint64_t(bgr.cols - side) + 1)),
                          int(random.below(std::uint64_t(bgr.rows - side) + 1)), side, side);
    cv::Mat_<float> part = greyOf(bgr(window));
    cv::resize(part, part, {size, size}, 0, 0, side > size ? cv::INTER_AREA : cv::INTER_CUBIC);
    if (random.chance(0.5))
        cv::flip(part, part, 1);
    if (random.chance(0.15))
        cv::transpose(part, part);
    clip(part);
    return damagePhoto(part, scale, DamageShare::Mixed, random);
}

cv::Mat_<float> greyOf(const cv::Mat& bgr)
{
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(grey, CV_32F, 1 / 255.0);
    return grey;
}

} // namespace autochrome::inline learn
