#pragma once

#include <QObject>
#include <QTimer>
#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace autochrome {

/// Watches the event loop of the thread it is made on, from another thread: a timer beats in the
/// loop, and when it does not for too long, that is a stall, with where the loop hangs. Time in
/// which the system gave this thread no processor is taken off: that is the machine's fault.
class StallWatch : public QObject
{
public:
    struct Stall
    {
        double seconds = 0; ///< of the thread's own, without waiting for a processor
        double waited = 0;  ///< for a processor, seconds
        std::string last;   ///< what was noted last
        std::string stack;  ///< where it was when half of the time had gone
    };

    /// @param limit  ms that the event loop may take
    explicit StallWatch(int limit);
    ~StallWatch() override;

    /// Begins anew: what took time until now does not count.
    void restart();
    /// What is being done now, to be told with a stall.
    void note(const std::string& action);
    std::string lastNote() const;

    std::vector<Stall> stalls() const;
    /// The longest time between two beats so far, without waiting for a processor, seconds.
    double longest() const { return longest_; }

private:
    void beat();
    void watch();

    const int limit_;
    QTimer timer_;
    std::atomic<qint64> lastBeat_;    ///< ns of the steady clock
    std::atomic<qint64> waitedAt_{0}; ///< ns, of the thread's waiting at that beat
    std::atomic<double> longest_{0};
    std::atomic<bool> ends_{false};
    mutable std::mutex mutex_;
    std::string note_;
    std::string stack_; ///< of the pause that lasts now
    std::string stackNote_;
    std::vector<Stall> stalls_;
    std::thread thread_;
};

/// Where a crash was, and what was being done, on stderr; then the signal as without this.
void tellOfCrashes(const StallWatch* watch);

} // namespace autochrome
