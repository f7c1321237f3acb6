#include "core/measure/frechet_distance.h"

#include <algorithm>
#include <cmath>

namespace autochrome::inline measure {
namespace {

// The root of a symmetric positive semi-definite matrix; what rounding made negative is zero.
cv::Mat rootOf(const cv::Mat& matrix)
{
    cv::Mat values, vectors;
    cv::eigen(matrix, values, vectors);
    cv::Mat roots;
    cv::sqrt(cv::max(values, 0.0), roots);
    return vectors.t() * cv::Mat::diag(roots) * vectors;
}

} // namespace

double frechetDistance(const cv::Mat& first, const cv::Mat& second)
{
    CV_Assert(first.rows > 1 && second.rows > 1 && first.cols == second.cols);
    constexpr int how = cv::COVAR_NORMAL | cv::COVAR_ROWS | cv::COVAR_SCALE;
    cv::Mat covariance[2], mean[2];
    cv::calcCovarMatrix(first, covariance[0], mean[0], how, CV_64F);
    cv::calcCovarMatrix(second, covariance[1], mean[1], how, CV_64F);
    // The trace of (S1 S2)^(1/2) is that of the symmetric (S1^(1/2) S2 S1^(1/2))^(1/2).
    const cv::Mat root = rootOf(covariance[0]);
    cv::Mat product = root * covariance[1] * root;
    product = (product + product.t()) / 2;
    cv::Mat values;
    cv::eigen(product, values);
    double cross = 0;
    for (int i = 0; i < values.rows; ++i)
        cross += std::sqrt(std::max(0.0, values.at<double>(i)));
    const cv::Mat difference = mean[0] - mean[1];
    const double distance = difference.dot(difference) + cv::trace(covariance[0])[0] +
                            cv::trace(covariance[1])[0] - 2 * cross;
    return std::max(0.0, distance);
}

} // namespace autochrome::inline measure
