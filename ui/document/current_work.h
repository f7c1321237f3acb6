#pragma once

#include "ui/document/work.h"
#include "ui/widgets/background.h"

#include <QObject>
#include <optional>

namespace autochrome {

/// What is done for somebody in the background: one job at a time. No answer comes after its end.
class CurrentWork : public QObject
{
    Q_OBJECT

public:
    explicit CurrentWork(QThreadPool* pool, QObject* parent = nullptr);
    ~CurrentWork() override; ///< stops what runs, and does not wait for it

    const std::optional<Work>& work() const { return work_; } ///< what runs now
    bool isRunning() const { return work_.has_value(); }
    /// The file that what runs was begun for, if it was for one; empty if nothing runs.
    QString file() const { return work_ ? file_ : QString(); }

    /// Begins a job; nothing may be running.
    /// @param file  for file(); may be empty
    /// @param job   on a thread of the pool, with a Progress; owns what it touches
    /// @param done  here, with what the job returned; nothing runs any more by then. May delete
    ///              this.
    template <class Job, class Done>
    void begin(const QString& activity, const QString& file, Job job, Done done)
    {
        file_ = file;
        set(Work(activity));
        runInBackground(
            pool_, this,
            [job = std::move(job), progress = work_->progress()] { return job(progress); },
            [this, done = std::move(done)](auto result) {
                set(std::nullopt);
                done(std::move(result));
            });
    }

    void cancel(); ///< stops what runs, if anything does; done() is told

Q_SIGNALS:
    void changed(); ///< work()

private:
    void set(std::optional<Work> work);

    QThreadPool* pool_;
    std::optional<Work> work_;
    QString file_;
};

} // namespace autochrome
