#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QPointF>

namespace autochrome {

/// What fingers on the photo mean: one moves it, two move and zoom it, a tap or two taps act like
/// clicks. Positions are logical, in the view.
class TouchTracker
{
public:
    struct Change
    {
        QPointF move;
        double factor = 1; ///< of the distance between two fingers
        QPointF middle;
    };
    enum class Tap { None, Single, Double };

    void begin(const QList<QPointF>& fingers);
    /// How the fingers have moved since last time; nothing when one was added or lifted.
    Change update(const QList<QPointF>& fingers);
    /// @param interval  milliseconds within which a second tap makes a double tap
    Tap end(int interval);
    void cancel() { isTap_ = false; }

private:
    static constexpr double tapRadius = 12;

    QList<QPointF> fingers_;
    QPointF start_;
    bool isTap_ = false;
    QElapsedTimer sinceTap_;
    QPointF lastTap_;
};

} // namespace autochrome
