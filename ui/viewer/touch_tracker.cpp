#include "ui/viewer/touch_tracker.h"

#include <QLineF>

namespace autochrome {

void TouchTracker::begin(const QList<QPointF>& fingers)
{
    fingers_ = fingers;
    isTap_ = fingers.size() == 1;
    if (isTap_)
        start_ = fingers.first();
}

TouchTracker::Change TouchTracker::update(const QList<QPointF>& fingers)
{
    Change change;
    if (fingers.size() == fingers_.size() && !fingers.isEmpty()) {
        const auto middle = [](const QList<QPointF>& points) {
            return points.size() == 1 ? points[0] : (points[0] + points[1]) / 2;
        };
        change.middle = middle(fingers);
        change.move = change.middle - middle(fingers_);
        if (fingers.size() >= 2) {
            const double before = QLineF(fingers_[0], fingers_[1]).length();
            const double now = QLineF(fingers[0], fingers[1]).length();
            if (before > 1 && now > 1)
                change.factor = now / before;
        }
    }
    if (fingers.size() > 1 ||
        (!fingers.isEmpty() && QLineF(fingers.first(), start_).length() > tapRadius))
        isTap_ = false;
    if (isTap_)
        return {}; // a finger that trembles does not move the photo
    fingers_ = fingers;
    return change;
}

TouchTracker::Tap TouchTracker::end(int interval)
{
    fingers_.clear();
    if (!isTap_)
        return Tap::None;
    isTap_ = false;
    if (sinceTap_.isValid() && sinceTap_.elapsed() < interval &&
        QLineF(lastTap_, start_).length() < 3 * tapRadius) {
        sinceTap_.invalidate();
        return Tap::Double;
    }
    sinceTap_.start();
    lastTap_ = start_;
    return Tap::Single;
}

} // namespace autochrome
