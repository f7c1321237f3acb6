#include "ui/document/work.h"
#include "ui/widgets/words.h"

#include <mutex>

namespace autochrome {

struct Work::State
{
    std::mutex mutex;
    double fraction = 0;
    QString activity;
};

Work::Work(const QString& activity) : state_(std::make_shared<State>())
{
    state_->activity = activity;
    progress_ = Progress([state = state_](double fraction, const Message& text) {
        const std::lock_guard lock(state->mutex);
        state->fraction = fraction;
        if (!text.isEmpty())
            state->activity = words(text);
    });
}

double Work::fraction() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->fraction;
}

QString Work::activity() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->activity;
}

} // namespace autochrome
