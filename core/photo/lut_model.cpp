// Profiles that only lcms2 can follow. Going back from a colour to device values is a search:
// Newton's method on a coarse grid of the profile first (cheap), then against lcms2 itself (exact).
// Both work on "perceptual values", the L* / 100 of each channel of linear sRGB, in which profiles
// are nearly linear.
#include "core/color/lab.h"
#include "core/photo/colour_model.h"
#include "core/photo/lightness_rows.h"

#include <algorithm>
#include <cmath>

namespace autochrome {
namespace {

constexpr int gridSize = 33;
constexpr int batch = 4096;
constexpr int gridSteps = 12;
constexpr int exactSteps = 8;
/// Perceptual values: a fifth of what may be lost in L*, 0.005.
constexpr float goodEnough = 1e-5f;
/// A device value this little outside its range is inside it: below one code of 16 bits.
constexpr float snap = 1.0f / 65535;

cv::Vec3f perceptual(const cv::Vec3f& linear)
{
    return {lightness(linear[0]) / 100, lightness(linear[1]) / 100, lightness(linear[2]) / 100};
}

cv::Vec3f clamped(const cv::Vec3f& v)
{
    return {std::clamp(v[0], 0.0f, 1.0f), std::clamp(v[1], 0.0f, 1.0f),
            std::clamp(v[2], 0.0f, 1.0f)};
}

float largest(const cv::Vec3f& v)
{
    return std::max({std::abs(v[0]), std::abs(v[1]), std::abs(v[2])});
}

/// The step that takes a residual away, a little damped where the profile hardly responds, and
/// never further than the linear picture can be trusted.
cv::Vec3f stepFor(const cv::Matx33f& slope, const cv::Vec3f& residual)
{
    const cv::Matx33f transposed = slope.t();
    cv::Matx33f normal = transposed * slope;
    const float damping = 1e-7f + 1e-6f * (normal(0, 0) + normal(1, 1) + normal(2, 2));
    for (int i = 0; i < 3; ++i)
        normal(i, i) += damping;
    bool regular = false;
    const cv::Matx33f inverse = normal.inv(cv::DECOMP_LU, &regular);
    cv::Vec3f step = regular ? inverse * (transposed * residual) : cv::Vec3f();
    const float length = largest(step);
    if (!std::isfinite(length))
        return {};
    if (length > 0.25f)
        step *= 0.25f / length;
    return step;
}

} // namespace

/// A device value on the grid: the value there and how it changes.
struct LutModel::Cell
{
    cv::Vec3f value;
    cv::Matx33f slope;
};

LutModel::LutModel(IccTransform forward) : forward_(std::move(forward))
{
    std::vector<cv::Vec3f> devices;
    devices.reserve(gridSize * gridSize * gridSize);
    for (int r = 0; r < gridSize; ++r)
        for (int g = 0; g < gridSize; ++g)
            for (int b = 0; b < gridSize; ++b)
                devices.emplace_back(float(r) / (gridSize - 1), float(g) / (gridSize - 1),
                                     float(b) / (gridSize - 1));
    grid_.resize(devices.size());
    cmsDoTransform(forward_.get(), devices.data(), grid_.data(), cmsUInt32Number(devices.size()));
    std::transform(grid_.begin(), grid_.end(), grid_.begin(), perceptual);
}

LutModel::Cell LutModel::cellOf(const cv::Vec3f& device) const
{
    // Trilinear; outside the cube the outermost cells go on in a straight line.
    int at[3];
    float part[3];
    for (int c = 0; c < 3; ++c) {
        const float scaled = device[c] * (gridSize - 1);
        at[c] = std::clamp(int(scaled), 0, gridSize - 2);
        part[c] = scaled - float(at[c]);
    }
    Cell cell;
    cell.slope = cv::Matx33f::zeros();
    for (int corner = 0; corner < 8; ++corner) {
        const int bit[3] = {corner >> 2 & 1, corner >> 1 & 1, corner & 1};
        float weight[3];
        for (int c = 0; c < 3; ++c)
            weight[c] = bit[c] ? part[c] : 1 - part[c];
        const cv::Vec3f& node = grid_[std::size_t(
            ((at[0] + bit[0]) * gridSize + at[1] + bit[1]) * gridSize + at[2] + bit[2])];
        cell.value += node * (weight[0] * weight[1] * weight[2]);
        for (int c = 0; c < 3; ++c) {
            const float others = weight[(c + 1) % 3] * weight[(c + 2) % 3];
            const float factor = (bit[c] ? others : -others) * (gridSize - 1);
            for (int row = 0; row < 3; ++row)
                cell.slope(row, c) += node[row] * factor;
        }
    }
    return cell;
}

cv::Vec3f LutModel::nearOnGrid(const cv::Vec3f& wanted, cv::Vec3f device) const
{
    cv::Vec3f best = device;
    float least = std::numeric_limits<float>::max();
    for (int step = 0; step < gridSteps; ++step) {
        const Cell cell = cellOf(device);
        const cv::Vec3f residual = wanted - cell.value;
        const float error = largest(residual);
        if (error < least) {
            least = error;
            best = device;
        } else {
            device = (device + best) * 0.5f; // too far: half way back
            continue;
        }
        if (error < 1e-4f)
            break;
        device += stepFor(cell.slope, residual);
    }
    return best;
}

void LutModel::toLinear(const cv::Mat& row, cv::Vec3f* linear) const
{
    std::vector<cv::Vec3f> device(std::size_t(row.cols));
    const int channels = row.channels();
    const auto scale = [&]<class T>(const T* from, float full) {
        for (cv::Vec3f& value : device) {
            value = {float(from[0]) / full, float(from[1]) / full, float(from[2]) / full};
            from += channels;
        }
    };
    if (row.depth() == CV_16U)
        scale(row.ptr<std::uint16_t>(), 65535.0f);
    else
        scale(row.ptr<std::uint8_t>(), 255.0f);
    cmsDoTransform(forward_.get(), device.data(), linear, cmsUInt32Number(row.cols));
}

void LutModel::fromLinear(const cv::Vec3f* linear, const cv::Vec3f* start, cv::Vec3f* device,
                          int count) const
{
    std::vector<int> active;
    std::vector<cv::Vec3f> now(std::size_t(std::min(count, batch)));
    std::vector<cv::Vec3f> inside(now.size());
    std::vector<cv::Vec3f> reached(now.size());
    std::vector<cv::Vec3f> wanted(now.size());
    std::vector<float> least(now.size());
    for (int first = 0; first < count; first += batch) {
        const int size = std::min(batch, count - first);
        active.resize(std::size_t(size));
        for (int i = 0; i < size; ++i) {
            const auto k = std::size_t(i);
            active[k] = i;
            wanted[k] = perceptual(linear[first + i]);
            now[k] = nearOnGrid(wanted[k], start[first + i]);
            device[first + i] = now[k];
            least[k] = std::numeric_limits<float>::max();
        }
        for (int step = 0; step < exactSteps && !active.empty(); ++step) {
            for (std::size_t k = 0; k < active.size(); ++k)
                inside[k] = clamped(now[std::size_t(active[k])]);
            cmsDoTransform(forward_.get(), inside.data(), reached.data(),
                           cmsUInt32Number(active.size()));
            std::size_t kept = 0;
            for (std::size_t k = 0; k < active.size(); ++k) {
                const auto i = std::size_t(active[k]);
                const Cell cell = cellOf(now[i]);
                // lcms2 stops at the cube's faces; beyond them the grid's slope goes on.
                const cv::Vec3f value = perceptual(reached[k]) + cell.slope * (now[i] - inside[k]);
                const cv::Vec3f residual = wanted[i] - value;
                const float error = largest(residual);
                cv::Vec3f& best = device[first + int(i)];
                if (error < least[i]) {
                    least[i] = error;
                    best = now[i];
                    now[i] += stepFor(cell.slope, residual);
                } else {
                    now[i] = (now[i] + best) * 0.5f;
                }
                if (least[i] > goodEnough)
                    active[kept++] = int(i);
            }
            active.resize(kept);
        }
        for (int i = first; i < first + size; ++i) {
            for (int c = 0; c < 3; ++c) {
                float& value = device[i][c];
                if (value < 0 && value > -snap)
                    value = 0;
                else if (value > 1 && value < 1 + snap)
                    value = 1;
            }
        }
    }
}

void LutModel::luminance(const cv::Mat& row, float* lightness) const
{
    std::vector<cv::Vec3f> linear(std::size_t(row.cols));
    toLinear(row, linear.data());
    const cv::Vec3f weights = luminanceWeights();
    for (std::size_t x = 0; x < linear.size(); ++x)
        lightness[x] = linear[x].dot(weights);
    lightnessOfRow(lightness, lightness, row.cols);
}

} // namespace autochrome
