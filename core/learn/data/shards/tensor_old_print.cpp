#include "core/learn/data/shards/tensor_old_print.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

namespace autochrome::inline learn {
namespace {

using Values = std::vector<float>;

constexpr double turn = 2 * std::numbers::pi;

/// One number of each row's faults as [N, 1, 1, 1].
template <class Number>
torch::Tensor each(const std::vector<OldPrintFaults>& faults, const torch::Tensor& like,
                   const Number& number)
{
    Values values;
    for (const OldPrintFaults& fault : faults)
        values.push_back(float(number(fault)));
    return torch::tensor(values).view({-1, 1, 1, 1}).to(like.device());
}

/// Coordinates of the pixels, counted from the centre: across [1, 1, 1, S], down [1, 1, S, 1].
std::pair<torch::Tensor, torch::Tensor> centred(const torch::Tensor& luminance)
{
    const auto size = luminance.size(3);
    const auto centre = size / 2;
    const torch::Tensor line = torch::arange(size, luminance.options()) - double(centre);
    return {line.view({1, 1, 1, -1}), line.view({1, 1, -1, 1})};
}

torch::Tensor faded(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults)
{
    const torch::Tensor gamma = each(faults, luminance, [](const auto& f) { return f.gamma; });
    const torch::Tensor black = each(faults, luminance, [](const auto& f) { return f.black; });
    const torch::Tensor white = each(faults, luminance, [](const auto& f) { return f.white; });
    return luminance.clamp(1e-6, 1).pow(gamma) * (white - black) + black;
}

torch::Tensor unevenlyLit(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults)
{
    const double size = double(luminance.size(3));
    const auto [across, down] = centred(luminance);
    return luminance +
           across * each(faults, luminance,
                         [&](const auto& f) { return f.slope * std::cos(f.slopeAngle) / size; }) +
           down * each(faults, luminance,
                       [&](const auto& f) { return f.slope * std::sin(f.slopeAngle) / size; });
}

torch::Tensor blurred(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults)
{
    constexpr int reach = 5; // more than three times the largest sigma
    const auto rows = luminance.size(0);
    // A tiny sigma leaves one tap: no blur.
    const torch::Tensor sigma =
        each(faults, luminance, [](const auto& f) { return std::max(f.blur, 0.05); });
    const torch::Tensor place = torch::arange(-reach, reach + 1, luminance.options());
    torch::Tensor kernel = torch::exp(-(place.view({1, 1, 1, -1}) / sigma).square() / 2);
    kernel = kernel / kernel.sum(3, true);
    torch::Tensor x = luminance.transpose(0, 1); // one group for each row
    x = torch::reflection_pad2d(x, {reach, reach, reach, reach});
    x = torch::conv2d(x, kernel, {}, torch::IntArrayRef{1}, torch::IntArrayRef{0}, 1, rows);
    x = torch::conv2d(x, kernel.transpose(2, 3), {}, torch::IntArrayRef{1}, torch::IntArrayRef{0},
                      1, rows);
    return x.transpose(0, 1);
}

torch::Tensor grained(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults,
                      std::uint64_t seed)
{
    torch::Generator generator = at::detail::createCPUGenerator(seed);
    const auto half = (luminance.size(3) + 1) / 2;
    const torch::Tensor noise =
        torch::randn({luminance.size(0), 1, half, half}, generator, torch::kFloat32)
            .to(luminance.device());
    const torch::Tensor grain =
        torch::upsample_bilinear2d(noise, {luminance.size(2), luminance.size(3)}, false);
    return luminance + grain * each(faults, luminance, [](const auto& f) { return f.grain; });
}

torch::Tensor screened(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults)
{
    const torch::Tensor line = torch::arange(luminance.size(3), luminance.options());
    const torch::Tensor x = line.view({1, 1, 1, -1});
    const torch::Tensor y = line.view({1, 1, -1, 1});
    const torch::Tensor along = each(faults, luminance, [](const auto& f) {
        return turn / f.screenPeriod * std::cos(f.screenAngle);
    });
    const torch::Tensor across = each(faults, luminance, [](const auto& f) {
        return turn / f.screenPeriod * std::sin(f.screenAngle);
    });
    const torch::Tensor dots =
        (torch::cos(x * along + y * across) + torch::cos(y * along - x * across)) / 2;
    const torch::Tensor midTone = (4 * luminance * (1 - luminance)).clamp_min(0);
    return luminance +
           dots * midTone * each(faults, luminance, [](const auto& f) { return f.screen; });
}

/// Where pixels are painted over, and with what.
class Paint
{
public:
    explicit Paint(int size) : size_(size) {}

    void dot(std::int64_t row, double x, double y, double radius, double value)
    {
        const int reach = int(std::ceil(radius));
        const int centreX = int(std::lround(x));
        const int centreY = int(std::lround(y));
        for (int dy = -reach; dy <= reach; ++dy)
            for (int dx = -reach; dx <= reach; ++dx)
                if (dx * dx + dy * dy <= radius * radius + 0.25)
                    pixel(row, centreX + dx, centreY + dy, value);
    }

    void line(std::int64_t row, double x0, double y0, double x1, double y1, double value)
    {
        const int steps = 1 + int(2 * std::hypot(x1 - x0, y1 - y0));
        for (int i = 0; i <= steps; ++i) {
            const double share = double(i) / steps;
            pixel(row, int(std::lround(x0 + share * (x1 - x0))),
                  int(std::lround(y0 + share * (y1 - y0))), value);
        }
    }

    torch::Tensor on(const torch::Tensor& luminance) const
    {
        if (places_.empty())
            return luminance;
        torch::Tensor flat = luminance.contiguous().view(-1).clone();
        // The last one that painted a pixel counts; index_put leaves that open.
        std::vector<std::int64_t> places;
        Values values;
        for (const auto& [place, value] : places_) {
            places.push_back(place);
            values.push_back(value);
        }
        flat.index_put_({torch::tensor(places).to(flat.device())},
                        torch::tensor(values).to(flat.device()));
        return flat.view(luminance.sizes());
    }

private:
    void pixel(std::int64_t row, int x, int y, double value)
    {
        if (x >= 0 && y >= 0 && x < size_ && y < size_)
            places_[(row * size_ + y) * size_ + x] = float(value);
    }

    int size_;
    std::map<std::int64_t, float> places_;
};

torch::Tensor dirty(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults)
{
    const auto size = int(luminance.size(3));
    Paint paint(size);
    for (std::size_t row = 0; row < faults.size(); ++row) {
        for (const auto& speck : faults[row].dust)
            paint.dot(std::int64_t(row), speck.centre.x * size, speck.centre.y * size, speck.radius,
                      speck.value);
        for (const auto& scratch : faults[row].scratches)
            for (std::size_t i = 1; i < scratch.points.size(); ++i)
                paint.line(std::int64_t(row), scratch.points[i - 1].x * size,
                           scratch.points[i - 1].y * size, scratch.points[i].x * size,
                           scratch.points[i].y * size, scratch.value);
    }
    return paint.on(luminance);
}

/// The luminance table of ITU-T T.81, annex K.1.
constexpr std::array<float, 64> jpegTable{
    16, 11, 10, 16, 24,  40,  51,  61,  12, 12, 14, 19, 26,  58,  60,  55,
    14, 13, 16, 24, 40,  57,  69,  56,  14, 17, 22, 29, 51,  87,  80,  62,
    18, 22, 37, 56, 68,  109, 103, 77,  24, 35, 55, 64, 81,  104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99};

/// The orthonormal discrete cosine transform of eight values, [8, 8].
torch::Tensor cosineTransform()
{
    torch::Tensor matrix = torch::empty({8, 8});
    for (int k = 0; k < 8; ++k)
        for (int n = 0; n < 8; ++n)
            matrix[k][n] =
                (k == 0 ? std::sqrt(0.125) : 0.5) * std::cos(std::numbers::pi * (n + 0.5) * k / 8);
    return matrix;
}

torch::Tensor throughJpeg(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults)
{
    std::vector<std::int64_t> rows;
    Values scales; // the libjpeg convention for quality
    for (std::size_t row = 0; row < faults.size(); ++row) {
        if (const int quality = faults[row].jpegQuality; quality > 0) {
            rows.push_back(std::int64_t(row));
            scales.push_back(quality < 50 ? 50.0f / float(quality) : 2 - float(quality) / 50);
        }
    }
    if (rows.empty())
        return luminance;
    const auto device = luminance.device();
    const auto size = luminance.size(3);
    const auto blocks = size / 8;
    const torch::Tensor chosen = torch::tensor(rows).to(device);
    const torch::Tensor transform = cosineTransform().to(device);
    const torch::Tensor table =
        (torch::tensor(Values(jpegTable.begin(), jpegTable.end())).view({1, 8, 8}).to(device) *
         torch::tensor(scales).view({-1, 1, 1}).to(device))
            .round()
            .clamp_min(1)
            .view({-1, 1, 1, 8, 8});
    const torch::Tensor codes =
        (luminance.index_select(0, chosen) * 255).round().clamp(0, 255) - 128;
    const torch::Tensor tiles =
        codes.view({-1, blocks, 8, blocks, 8}).permute({0, 1, 3, 2, 4}); // [M, b, b, 8, 8]
    const torch::Tensor waves =
        torch::matmul(torch::matmul(transform, tiles), transform.transpose(0, 1));
    const torch::Tensor kept = (waves / table).round() * table;
    const torch::Tensor back =
        torch::matmul(torch::matmul(transform.transpose(0, 1), kept), transform);
    const torch::Tensor decoded =
        ((back.permute({0, 1, 3, 2, 4}).reshape({-1, 1, size, size}) + 128) / 255).clamp(0, 1);
    return luminance.index_copy(0, chosen, decoded);
}

} // namespace

torch::Tensor aged(const torch::Tensor& luminance, const std::vector<OldPrintFaults>& faults,
                   std::uint64_t seed)
{
    const torch::NoGradGuard noGrad;
    torch::Tensor x = unevenlyLit(faded(luminance, faults), faults);
    x = grained(blurred(x, faults), faults, seed).clamp(0, 1);
    x = dirty(screened(x, faults), faults).clamp(0, 1);
    return throughJpeg(x, faults);
}

} // namespace autochrome::inline learn
