#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>

namespace autochrome {

/// How long the event loop was kept from its work, at most, since this was made.
struct Heartbeat
{
    qint64 longest = 0; ///< ms
    QElapsedTimer since;
    QTimer beat;

    Heartbeat()
    {
        QObject::connect(&beat, &QTimer::timeout, &beat,
                         [this] { longest = std::max(longest, since.restart()); });
        beat.start(5);
        since.start();
    }
};

} // namespace autochrome
