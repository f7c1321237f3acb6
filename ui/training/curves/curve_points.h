#pragma once

#include <QList>
#include <QPointF>
#include <utility>

namespace autochrome {

/// At most two points for each of `columns` equal steps of x over the curve, plus its first and
/// last: the lowest and the highest of each, in their order, so that no peak is lost. Points whose
/// y is not a number are left out.
/// @param points  x ascending
QList<QPointF> decimated(const QList<QPointF>& points, int columns);

/// A centred moving average over y, one-sided at both ends. Points whose y is not a number count
/// for nothing.
/// @param width  points that are averaged
QList<QPointF> smoothed(const QList<QPointF>& points, int width);

/// Lowest and highest y of what a curve is about: the outermost half per cent at either end is left
/// out, so that a few peaks do not press it flat. (0, 0) without points.
std::pair<double, double> usualRange(const QList<QPointF>& points);

} // namespace autochrome
