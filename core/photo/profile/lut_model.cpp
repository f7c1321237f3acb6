// Profiles that only lcms2 can follow. Going back from a colour to device values is a search:
// Newton's method on a coarse grid of the profile first (cheap), then against lcms2 itself (exact).
// Both work on "perceptual values", the L* / 100 of each channel of linear sRGB, in which profiles
// are nearly linear. What resists (a few pixels in a thousand) is followed alone, slope by slope.
#include "core/colour/lab.h"
#include "core/photo/lightness_rows.h"
#include "core/photo/profile/colour_model.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline photo {
namespace {

constexpr int gridSize = 33;
constexpr int batch = 4096;
constexpr int gridSteps = 10;
constexpr int exactSteps = 8;
constexpr int stubbornSteps = 25;
/// Perceptual values; 0.002 in L*, less than half of what may be lost.
constexpr float goodEnough = 2e-5f;
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

cv::Matx33f invertedOrZero(const cv::Matx33f& m)
{
    const float c00 = m(1, 1) * m(2, 2) - m(1, 2) * m(2, 1);
    const float c01 = m(1, 2) * m(2, 0) - m(1, 0) * m(2, 2);
    const float c02 = m(1, 0) * m(2, 1) - m(1, 1) * m(2, 0);
    const float determinant = m(0, 0) * c00 + m(0, 1) * c01 + m(0, 2) * c02;
    if (!(std::abs(determinant) > 1e-12f))
        return cv::Matx33f::zeros();
    const float d = 1 / determinant;
    return {c00 * d,
            (m(0, 2) * m(2, 1) - m(0, 1) * m(2, 2)) * d,
            (m(0, 1) * m(1, 2) - m(0, 2) * m(1, 1)) * d,
            c01 * d,
            (m(0, 0) * m(2, 2) - m(0, 2) * m(2, 0)) * d,
            (m(0, 2) * m(1, 0) - m(0, 0) * m(1, 2)) * d,
            c02 * d,
            (m(0, 1) * m(2, 0) - m(0, 0) * m(2, 1)) * d,
            (m(0, 0) * m(1, 1) - m(0, 1) * m(1, 0)) * d};
}

/// The step that takes a residual away, damped where the profile hardly responds, and never further
/// than the linear picture can be trusted.
cv::Vec3f stepFor(const cv::Matx33f& slope, const cv::Vec3f& residual)
{
    constexpr float furthest = 0.25f;
    cv::Vec3f step = invertedOrZero(slope) * residual;
    float length = largest(step);
    if (!(length > 0 && length <= furthest)) {
        const cv::Matx33f transposed = slope.t();
        cv::Matx33f normal = transposed * slope;
        const float damping = 1e-6f + 1e-3f * (normal(0, 0) + normal(1, 1) + normal(2, 2));
        for (int i = 0; i < 3; ++i)
            normal(i, i) += damping;
        step = invertedOrZero(normal) * (transposed * residual);
        length = largest(step);
    }
    if (!std::isfinite(length))
        return {};
    return length > furthest ? step * (furthest / length) : step;
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
    const cv::Vec3f* node = grid_.data() + (at[0] * gridSize + at[1]) * gridSize + at[2];
    constexpr int stepR = gridSize * gridSize;
    constexpr int stepG = gridSize;
    Cell cell;
    for (int row = 0; row < 3; ++row) {
        const auto along = [&](int offset, float& rise) {
            rise = node[offset + 1][row] - node[offset][row];
            return node[offset][row] + part[2] * rise;
        };
        float rise[4];
        const float near0 = along(0, rise[0]);
        const float near1 = along(stepG, rise[1]);
        const float far0 = along(stepR, rise[2]);
        const float far1 = along(stepR + stepG, rise[3]);
        const float near = near0 + part[1] * (near1 - near0);
        const float far = far0 + part[1] * (far1 - far0);
        const float riseNear = rise[0] + part[1] * (rise[1] - rise[0]);
        const float riseFar = rise[2] + part[1] * (rise[3] - rise[2]);
        cell.value[row] = near + part[0] * (far - near);
        cell.slope(row, 0) = (far - near) * (gridSize - 1);
        cell.slope(row, 1) =
            ((near1 - near0) + part[0] * ((far1 - far0) - (near1 - near0))) * (gridSize - 1);
        cell.slope(row, 2) = (riseNear + part[0] * (riseFar - riseNear)) * (gridSize - 1);
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
        if (error < 2e-4f)
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

cv::Vec3f LutModel::exact(const cv::Vec3f& device) const
{
    const cv::Vec3f inside = clamped(device);
    cv::Vec3f linear;
    cmsDoTransform(forward_.get(), &inside, &linear, 1);
    return perceptual(linear) + cellOf(device).slope * (device - inside);
}

cv::Vec3f LutModel::searchedHard(const cv::Vec3f& wanted, cv::Vec3f device) const
{
    float error = largest(wanted - exact(device));
    for (int step = 0; step < stubbornSteps && error > goodEnough; ++step) {
        const cv::Vec3f value = exact(device);
        cv::Matx33f slope;
        for (int c = 0; c < 3; ++c) {
            cv::Vec3f beside = device;
            const float delta = device[c] > 0.5f ? -0.002f : 0.002f;
            beside[c] += delta;
            const cv::Vec3f rise = (exact(beside) - value) * (1 / delta);
            for (int row = 0; row < 3; ++row)
                slope(row, c) = rise[row];
        }
        cv::Vec3f move = stepFor(slope, wanted - value);
        bool better = false;
        for (int half = 0; half < 8 && !better; ++half, move *= 0.5f) {
            const float tried = largest(wanted - exact(device + move));
            if (tried < error) {
                error = tried;
                device += move;
                better = true;
            }
        }
        if (!better)
            break;
    }
    return device;
}

void LutModel::fromLinear(const cv::Vec3f* linear, const cv::Vec3f* start, cv::Vec3f* device,
                          int count) const
{
    // One pixel of a batch on its way.
    struct Search
    {
        cv::Vec3f wanted;
        cv::Vec3f now;
        cv::Vec3f move;    ///< that led to `now`
        cv::Vec3f value;   ///< where `move` began
        cv::Matx33f slope; ///< corrected by every move (Broyden 1965)
        float least = std::numeric_limits<float>::max();
    };
    std::vector<Search> searches;
    std::vector<std::size_t> active;
    std::vector<cv::Vec3f> inside(std::size_t(std::min(count, batch)));
    std::vector<cv::Vec3f> reached(inside.size());
    for (int first = 0; first < count; first += batch) {
        const auto size = std::size_t(std::min(batch, count - first));
        searches.assign(size, {});
        active.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            active[i] = i;
            Search& search = searches[i];
            search.wanted = perceptual(linear[std::size_t(first) + i]);
            search.now = nearOnGrid(search.wanted, start[std::size_t(first) + i]);
        }
        for (int step = 0; step < exactSteps && !active.empty(); ++step) {
            for (std::size_t k = 0; k < active.size(); ++k)
                inside[k] = clamped(searches[active[k]].now);
            cmsDoTransform(forward_.get(), inside.data(), reached.data(),
                           cmsUInt32Number(active.size()));
            std::size_t kept = 0;
            for (std::size_t k = 0; k < active.size(); ++k) {
                Search& search = searches[active[k]];
                const Cell cell = cellOf(search.now);
                // lcms2 stops at the cube's faces; beyond them the grid's slope goes on.
                const cv::Vec3f value =
                    perceptual(reached[k]) + cell.slope * (search.now - inside[k]);
                if (step == 0) {
                    search.slope = cell.slope;
                } else if (const float length = search.move.dot(search.move); length > 1e-12f) {
                    const cv::Vec3f missed =
                        (value - search.value - search.slope * search.move) * (1 / length);
                    search.slope += missed * search.move.t();
                }
                const cv::Vec3f residual = search.wanted - value;
                const float error = largest(residual);
                if (error < search.least) {
                    search.least = error;
                    device[std::size_t(first) + active[k]] = search.now;
                }
                if (error <= goodEnough)
                    continue;
                search.value = value;
                search.move = stepFor(search.slope, residual);
                search.now += search.move;
                active[kept++] = active[k];
            }
            active.resize(kept);
        }
        for (const std::size_t i : active) {
            cv::Vec3f& found = device[std::size_t(first) + i];
            found = searchedHard(searches[i].wanted, found);
        }
        for (std::size_t i = 0; i < size; ++i) {
            for (int c = 0; c < 3; ++c) {
                float& value = device[std::size_t(first) + i][c];
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

} // namespace autochrome::inline photo
