#include "core/learn/data/shards/tensor_sampler.h"

#include <cmath>

namespace F = torch::nn::functional;

namespace autochrome::inline learn {
namespace {

/// What affine_grid wants, [N, 2, 3]: from the sample's coordinates to the squeezed photo's, both
/// from -1 to 1.
torch::Tensor matrices(const std::vector<Crop>& crops, const std::vector<float>& aspects)
{
    torch::Tensor all = torch::empty({std::int64_t(crops.size()), 2, 3});
    auto values = all.accessor<float, 3>();
    for (std::size_t i = 0; i < crops.size(); ++i) {
        const Crop& crop = crops[i];
        const double aspect = aspects[i];
        const double width = crop.width * (crop.flip ? -1 : 1);
        const double cosine = std::cos(crop.angle);
        const double sine = std::sin(crop.angle);
        auto matrix = values[std::int64_t(i)];
        matrix[0][0] = float(cosine * width);
        matrix[0][1] = float(-sine * crop.height / aspect);
        matrix[0][2] = float(2 * crop.centreX - 1);
        matrix[1][0] = float(sine * width * aspect);
        matrix[1][1] = float(cosine * crop.height);
        matrix[1][2] = float(2 * crop.centreY - 1);
    }
    return all;
}

} // namespace

torch::Tensor labOf(const torch::Tensor& srgb)
{
    const torch::Tensor linear =
        torch::where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055).clamp_min(0).pow(2.4));
    // Rows are divided by the white point 0.95047, 1, 1.08883.
    const torch::Tensor toXyz = torch::tensor({{0.4124564f, 0.3575761f, 0.1804375f},
                                               {0.2126729f, 0.7151522f, 0.0721750f},
                                               {0.0193339f, 0.1191920f, 0.9503041f}})
                                    .div(torch::tensor({{0.95047f}, {1.0f}, {1.08883f}}))
                                    .to(srgb.device());
    const torch::Tensor xyz = torch::einsum("ij,njhw->nihw", {toXyz, linear});
    constexpr double delta = 6.0 / 29;
    const torch::Tensor f =
        torch::where(xyz > delta * delta * delta, xyz.clamp_min(1e-9).pow(1.0 / 3),
                     xyz / (3 * delta * delta) + 4.0 / 29);
    const torch::Tensor y = f.select(1, 1);
    return torch::stack({116 * y - 16, 500 * (f.select(1, 0) - y), 200 * (y - f.select(1, 2))}, 1);
}

torch::Tensor cropped(const torch::Tensor& photos, const std::vector<Crop>& crops,
                      const std::vector<float>& aspects, int size)
{
    const torch::NoGradGuard noGrad;
    const torch::Tensor pixels = photos.permute({0, 3, 1, 2}).to(torch::kFloat32) / 255;
    // Sampling takes four neighbours only, so it is done at twice the size and averaged.
    const torch::Tensor grid = torch::affine_grid_generator(
        matrices(crops, aspects).to(photos.device()), {photos.size(0), 3, 2 * size, 2 * size},
        /*align_corners=*/false);
    const torch::Tensor fine = F::grid_sample(pixels, grid,
                                              F::GridSampleFuncOptions()
                                                  .mode(torch::kBilinear)
                                                  .padding_mode(torch::kReflection)
                                                  .align_corners(false));
    return torch::avg_pool2d(fine, 2);
}

} // namespace autochrome::inline learn
