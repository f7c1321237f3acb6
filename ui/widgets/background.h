#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>
#include <type_traits>
#include <utility>

namespace autochrome {

/// Runs `work` on a thread of `pool` and hands what it returns to `done` on the thread of
/// `context`. If `context` is gone by then, the result is dropped. `work` must not throw and must
/// own (share) whatever it touches.
template <class Work, class Done>
void runInBackground(QThreadPool* pool, QObject* context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work&>;
    // A watcher that is a child of the context dies with it, and with it the delivery.
    auto* watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         done(watcher->future().takeResult());
                     });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

} // namespace autochrome
