#include "core/edit/tone/unevenness.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>
#include <utility>
#include <vector>

namespace autochrome::inline edit {
namespace {

constexpr int surfaceShortSide = 48; // pixels, at which the surface is looked for
constexpr int surfaceLongSide = 144;
constexpr int mixedOrder = 3;  // of both directions together
constexpr int plainOrder = 16; // of one alone
constexpr int fitRounds = 6;
constexpr float leastResidual = 0.002f; // of the logarithm; less counts as that
constexpr float untoldWeight = 0.3f;
// Holds back what the differences hardly tell: a slope over the whole photo.
constexpr double ridge = 0.03;
constexpr double darkest = 3; // L*; beyond these a scan tells nothing of light
constexpr double lightest = 98;
const double mostLogarithm = std::log(1.6);

using CosineOrder = std::array<int, 2>; // of the cosines across and down

std::vector<CosineOrder> ordersOfCosines()
{
    std::vector<CosineOrder> all;
    for (int across = 0; across <= plainOrder; ++across)
        for (int down = 0; down <= plainOrder; ++down)
            if (across + down > 0 && (across + down <= mixedOrder || across == 0 || down == 0))
                all.push_back({across, down});
    return all;
}

// Cosines of every order at `count` places.
cv::Mat cosines(int count)
{
    cv::Mat table(plainOrder + 1, count, CV_32F);
    for (int order = 0; order <= plainOrder; ++order)
        for (int i = 0; i < count; ++i)
            table.at<float>(order, i) =
                float(std::cos(order * std::numbers::pi * (i + 0.5) / count));
    return table;
}

// The differences of neighbours, and what every cosine has for each of them.
struct Differences
{
    std::vector<float> found;
    std::vector<float> weights;
    std::size_t told = 0;    // by the photo; what it says nothing of is taken for even
    std::vector<float> rows; // as many in a row as there are cosines

    Differences(const cv::Mat& logarithm, const cv::Mat& usable,
                const std::vector<CosineOrder>& orders)
    {
        const cv::Mat across = cosines(logarithm.cols);
        const cv::Mat down = cosines(logarithm.rows);
        const auto add = [&](int y, int x, int nextY, int nextX) {
            if (nextY >= logarithm.rows || nextX >= logarithm.cols)
                return;
            const bool isTold = usable.at<std::uint8_t>(y, x) != 0;
            if (isTold != (usable.at<std::uint8_t>(nextY, nextX) != 0))
                return;
            found.push_back(isTold ? logarithm.at<float>(nextY, nextX) - logarithm.at<float>(y, x)
                                   : 0.0f);
            weights.push_back(isTold ? 1.0f : untoldWeight);
            told += isTold;
            for (const CosineOrder& o : orders)
                rows.push_back(across.at<float>(o[0], nextX) * down.at<float>(o[1], nextY) -
                               across.at<float>(o[0], x) * down.at<float>(o[1], y));
        };
        for (int y = 0; y < logarithm.rows; ++y)
            for (int x = 0; x < logarithm.cols; ++x) {
                add(y, x, y, x + 1);
                add(y, x, y + 1, x);
            }
    }
};

// The factors of the cosines, by least squares that are weighted anew until they are least
// absolute values.
cv::Mat fitted(const Differences& differences, std::size_t count)
{
    const int size = int(count);
    cv::Mat factors = cv::Mat::zeros(size, 1, CV_64F);
    std::vector<float> product(count * count);
    std::vector<float> right(count);
    std::vector<float> scaled(count);
    for (int round = 0; round < fitRounds; ++round) {
        std::fill(product.begin(), product.end(), 0.0f);
        std::fill(right.begin(), right.end(), 0.0f);
        const float* row = differences.rows.data();
        for (std::size_t d = 0; d < differences.found.size(); ++d) {
            const float found = differences.found[d];
            float residual = found;
            for (std::size_t i = 0; i < count; ++i)
                residual -= row[i] * float(factors.at<double>(int(i)));
            const float weight =
                differences.weights[d] / std::max(std::abs(residual), leastResidual);
            for (std::size_t i = 0; i < count; ++i)
                scaled[i] = weight * row[i];
            for (std::size_t i = 0; i < count; ++i) {
                right[i] += scaled[i] * found;
                float* to = product.data() + i * count;
                for (std::size_t k = i; k < count; ++k) // the rest mirrors it
                    to[k] += scaled[i] * row[k];
            }
            row += count;
        }
        const cv::Mat left(size, size, CV_32F, product.data());
        cv::Mat system, wanted;
        left.convertTo(system, CV_64F);
        cv::completeSymm(system);
        cv::Mat(size, 1, CV_32F, right.data()).convertTo(wanted, CV_64F);
        double least = system.at<double>(0, 0);
        for (int i = 0; i < size; ++i)
            least = std::min(least, system.at<double>(i, i));
        for (int i = 0; i < size; ++i)
            system.at<double>(i, i) += ridge * least + 1e-9;
        cv::solve(system, wanted, factors, cv::DECOMP_CHOLESKY);
    }
    return factors;
}

float medianOf(const cv::Mat& values, const cv::Mat& usable)
{
    std::vector<float> some;
    for (int y = 0; y < values.rows; ++y)
        for (int x = 0; x < values.cols; ++x)
            if (usable.at<std::uint8_t>(y, x) != 0)
                some.push_back(values.at<float>(y, x));
    const auto middle = some.begin() + std::ptrdiff_t(some.size() / 2);
    std::nth_element(some.begin(), middle, some.end());
    return *middle;
}

} // namespace

cv::Mat unevenness(const cv::Mat& lightness, const cv::Mat& area)
{
    const double scale =
        std::min(double(surfaceShortSide) / std::min(lightness.cols, lightness.rows),
                 double(surfaceLongSide) / std::max(lightness.cols, lightness.rows));
    const auto side = [scale](int pixels) {
        return std::clamp(int(std::lround(pixels * scale)), 1, pixels);
    };
    const cv::Size size(side(lightness.cols), side(lightness.rows));
    cv::Mat small, usable, logarithm;
    cv::resize(lightness, small, size, 0, 0, cv::INTER_AREA);
    cv::resize(area, usable, size, 0, 0, cv::INTER_AREA);
    usable = (usable == 255) & (small > darkest) & (small < lightest);
    cv::log(small + 16.0, logarithm);

    static const std::vector<CosineOrder> orders = ordersOfCosines();
    const Differences differences(logarithm, usable, orders);
    cv::Mat surface = cv::Mat::zeros(size, CV_32F);
    if (differences.told < 8 * orders.size()) // too little to tell anything by
        return surface;
    const cv::Mat factors = fitted(differences, orders.size());
    const cv::Mat across = cosines(size.width);
    const cv::Mat down = cosines(size.height);
    for (std::size_t k = 0; k < orders.size(); ++k)
        surface +=
            factors.at<double>(int(k)) * down.row(orders[k][1]).t() * across.row(orders[k][0]);
    surface -= cv::Scalar(medianOf(surface, usable));
    return cv::min(cv::max(surface, -mostLogarithm), mostLogarithm);
}

} // namespace autochrome::inline edit
