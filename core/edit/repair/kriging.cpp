#include "core/edit/repair/kriging.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace autochrome::inline edit {
namespace {

// Chosen on photos with made cracks and dust: see tests/bench/measure_repair.cpp.
constexpr double range = 16;
constexpr double power = 1.2;
constexpr double longestStretch = 5;
constexpr double leastGrain = 0.004;
constexpr double mostGrain = 30;

double correlation(double distance)
{
    return std::exp(-std::pow(distance / range, power));
}

constexpr int perPixel = 16;
constexpr int farthest = 256;

// The correlation at steps of 1/16 pixel.
const float* correlations()
{
    static const std::vector<float> table = [] {
        std::vector<float> made(std::size_t(perPixel) * farthest + 2);
        for (std::size_t i = 0; i < made.size(); ++i)
            made[i] = float(correlation(double(i) / perPixel));
        return made;
    }();
    return table.data();
}

// U of U^T U, in place, rows of n; the lower half is not looked at. False if there is none.
bool factorise(float* __restrict matrix, int n)
{
    for (int k = 0; k < n; ++k) {
        float* __restrict pivot = matrix + k * n;
        if (!(pivot[k] > 1e-7F))
            return false;
        const float scale = 1 / std::sqrt(pivot[k]);
        for (int j = k; j < n; ++j)
            pivot[j] *= scale;
        for (int i = k + 1; i < n; ++i) {
            float* __restrict row = matrix + i * n;
            const float factor = pivot[i];
            for (int j = i; j < n; ++j)
                row[j] -= factor * pivot[j];
        }
    }
    return true;
}

// Solves U^T x = b in place.
void solveLower(const float* __restrict upper, float* __restrict b, int n)
{
    for (int k = 0; k < n; ++k) {
        const float* __restrict row = upper + k * n;
        b[k] /= row[k];
        const float value = b[k];
        for (int j = k + 1; j < n; ++j)
            b[j] -= value * row[j];
    }
}

// Solves U x = b in place.
void solveUpper(const float* __restrict upper, float* __restrict b, int n)
{
    for (int k = n - 1; k >= 0; --k) {
        const float* __restrict row = upper + k * n;
        float sum = b[k];
        for (int j = k + 1; j < n; ++j)
            sum -= row[j] * b[j];
        b[k] = sum / row[k];
    }
}

float product(const float* a, const float* b, int n)
{
    float sum = 0;
    for (int i = 0; i < n; ++i)
        sum += a[i] * b[i];
    return sum;
}

// Solves a small symmetric system in place, by elimination; false if it has no one solution.
template <std::size_t Most>
bool solveSmall(float (&matrix)[Most][Most], float* b, int n)
{
    double m[Most][Most + 1];
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < n; ++j)
            m[i][j] = matrix[i][j];
        m[i][n] = b[i];
    }
    for (int k = 0; k < n; ++k) {
        if (!(m[k][k] > 1e-9 * matrix[k][k]))
            return false;
        for (int i = k + 1; i < n; ++i) {
            const double factor = m[i][k] / m[k][k];
            for (int j = k; j <= n; ++j)
                m[i][j] -= factor * m[k][j];
        }
    }
    for (int k = n - 1; k >= 0; --k) {
        double sum = m[k][n];
        for (int j = k + 1; j < n; ++j)
            sum -= m[k][j] * double(b[j]);
        b[k] = float(sum / m[k][k]);
    }
    return true;
}

float trendOf(cv::Point place, int which)
{
    return which == 0 ? 1.0F : float(which == 1 ? place.x : place.y);
}

} // namespace

Covariance Covariance::of(double xx, double xy, double yy, double atOne, double atFar)
{
    Covariance made;
    // atOne = grain + picture (1 - c(1)), atFar likewise.
    const double near = 1 - correlation(1);
    const double distant = 1 - correlation(far);
    const double picture = std::max((atFar - atOne) / (distant - near), 0.02 * atFar);
    const double noise = std::max(atOne - picture * near, 0.0);
    made.grain =
        float(picture > 0 ? std::clamp(noise / picture, leastGrain, mostGrain) : mostGrain);

    // Grain has gradients in every direction alike.
    const double middle = (xx + yy) / 2;
    const double spread = std::hypot((xx - yy) / 2, xy);
    const double ofGrain = std::min(noise, std::max(middle - spread, 0.0));
    const double across = middle + spread - ofGrain;
    const double lengthwise = std::max(middle - spread - ofGrain, 0.0);
    if (across > 0)
        made.stretch = float(std::min(
            longestStretch, std::sqrt((across + 0.01 * middle) / (lengthwise + 0.01 * middle))));
    const double angle = std::atan2(2 * xy, xx - yy) / 2; // across the edges
    made.along[0] = float(-std::sin(angle));
    made.along[1] = float(std::cos(angle));
    return made;
}

float Covariance::at(float x, float y) const
{
    const float lengthwise = x * along[0] + y * along[1];
    const float across = x * along[1] - y * along[0];
    const float squared = lengthwise * lengthwise / stretch + across * across * stretch;
    const float place = std::min(std::sqrt(squared) * perPixel, float(perPixel * farthest));
    const int step = int(place);
    const float* entry = correlations() + step;
    return entry[0] + (entry[1] - entry[0]) * (place - float(step));
}

void Kriging::clear(int values)
{
    values_ = values;
    places_.clear();
    samples_.clear();
}

void Kriging::add(cv::Point place, const float* values)
{
    places_.push_back(place);
    samples_.insert(samples_.end(), values, values + values_);
}

bool Kriging::prepare(const Covariance& covariance)
{
    const int n = size();
    if (n == 0)
        return false;
    covariance_ = covariance;
    upper_.resize(std::size_t(n) * std::size_t(n));
    for (int i = 0; i < n; ++i) {
        float* row = upper_.data() + i * n;
        row[i] = 1 + covariance.grain;
        for (int j = i + 1; j < n; ++j) {
            const cv::Point between = places_[std::size_t(j)] - places_[std::size_t(i)];
            row[j] = covariance.at(float(between.x), float(between.y));
        }
    }
    if (!factorise(upper_.data(), n))
        return false;

    columns_.resize(std::size_t(mostTrend + values_) * std::size_t(n));
    between_.resize(std::size_t(n));
    for (int c = 0; c < values_; ++c) {
        float* column = columns_.data() + (mostTrend + c) * n;
        double sum = 0;
        least_[c] = most_[c] = samples_[std::size_t(c)];
        for (int i = 0; i < n; ++i) {
            const float sample = samples_[std::size_t(i) * std::size_t(values_) + std::size_t(c)];
            sum += sample;
            least_[c] = std::min(least_[c], sample);
            most_[c] = std::max(most_[c], sample);
        }
        mean_[c] = float(sum / n);
        for (int i = 0; i < n; ++i)
            column[i] = samples_[std::size_t(i) * std::size_t(values_) + std::size_t(c)] - mean_[c];
        solveLower(upper_.data(), column, n);
    }
    for (int t = 0; t < mostTrend; ++t) {
        float* column = columns_.data() + t * n;
        for (int i = 0; i < n; ++i)
            column[i] = trendOf(places_[std::size_t(i)], t);
        solveLower(upper_.data(), column, n);
    }
    for (int s = 0; s < mostTrend; ++s)
        for (int t = 0; t < mostTrend; ++t)
            gram_[s][t] = product(columns_.data() + s * n, columns_.data() + t * n, n);
    // Samples in a row, or a few, have no slope across it.
    for (trend_ = n >= 8 ? mostTrend : 1;; trend_ = 1) {
        bool solved = true;
        for (int c = 0; c < values_; ++c) {
            const float* column = columns_.data() + (mostTrend + c) * n;
            for (int t = 0; t < trend_; ++t)
                slope_[c][t] = product(columns_.data() + t * n, column, n);
            solved = solved && solveSmall(gram_, slope_[c], trend_);
        }
        if (solved)
            break;
        if (trend_ == 1)
            return false;
    }
    for (int c = 0; c < values_; ++c) {
        float* column = columns_.data() + (mostTrend + c) * n;
        for (int t = 0; t < trend_; ++t) {
            const float* of = columns_.data() + t * n;
            for (int i = 0; i < n; ++i)
                column[i] -= slope_[c][t] * of[i];
        }
        solveUpper(upper_.data(), column, n);
    }
    return true;
}

void Kriging::covarianceTo(cv::Point place)
{
    for (int i = 0; i < size(); ++i) {
        const cv::Point between = places_[std::size_t(i)] - place;
        between_[std::size_t(i)] = covariance_.at(float(between.x), float(between.y));
    }
}

void Kriging::estimate(cv::Point place, float* values)
{
    const int n = size();
    covarianceTo(place);
    for (int c = 0; c < values_; ++c) {
        float value = mean_[c] + product(between_.data(), columns_.data() + (mostTrend + c) * n, n);
        for (int t = 0; t < trend_; ++t)
            value += slope_[c][t] * trendOf(place, t);
        const float beyond = (most_[c] - least_[c]) / 2;
        values[c] = std::clamp(value, least_[c] - beyond, most_[c] + beyond);
    }
}

float Kriging::squaredWeights(cv::Point place)
{
    const int n = size();
    covarianceTo(place);
    solveLower(upper_.data(), between_.data(), n);
    float lacking[mostTrend] = {};
    for (int t = 0; t < trend_; ++t)
        lacking[t] = trendOf(place, t) - product(columns_.data() + t * n, between_.data(), n);
    if (solveSmall(gram_, lacking, trend_))
        for (int t = 0; t < trend_; ++t) {
            const float* of = columns_.data() + t * n;
            for (int i = 0; i < n; ++i)
                between_[std::size_t(i)] += lacking[t] * of[i];
        }
    solveUpper(upper_.data(), between_.data(), n);
    return product(between_.data(), between_.data(), n);
}

} // namespace autochrome::inline edit
