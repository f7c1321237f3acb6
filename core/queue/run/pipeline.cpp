#include "core/queue/run/pipeline.h"

#include "core/base/text.h"
#include "core/queue/run/bounded_queue.h"
#include "core/queue/run/signal_stack.h"

#include <map>
#include <thread>

namespace autochrome::inline queue {
namespace {

using Clock = std::chrono::steady_clock;

// Enough that every worker has one and finds the next, and no more: what is on its way when the
// program ends is begun anew.
std::size_t mostOnTheWay(const Pipeline::Sizes& sizes)
{
    return std::size_t(sizes.readers + sizes.writers) + sizes.devices + 2;
}

// One photo and where it is.
struct Entry
{
    std::shared_ptr<PhotoTask> task;
    std::size_t device = 0;
    JobStage stage = JobStage::None;
    Clock::time_point since;
    bool givenUp = false;
};

} // namespace

// Workers share it and keep it alive: one that was given up may come back after everything else is
// gone.
struct Pipeline::State : std::enable_shared_from_this<State>
{
    using Ticket = std::shared_ptr<Entry>;

    State(std::shared_ptr<JournalThread> queue, Sizes how,
          std::function<void(JobId, JobStage)> tells)
        : journal(std::move(queue)),
          sizes(how),
          listener(std::move(tells)),
          memory(how.memory),
          toRead(mostOnTheWay(how)),
          toWrite(std::size_t(how.writers))
    {
        for (std::size_t i = 0; i < sizes.devices; ++i)
            toColour.push_back(std::make_unique<BoundedQueue<Ticket>>(1));
    }

    void enter(const Ticket& ticket, JobStage stage)
    {
        if (listener) {
            // One at a time, and without keeping the run from its state meanwhile. The time that it
            // takes is not the stage's: a worker is never given up while somebody listens to it.
            const std::lock_guard telling(listenerMutex);
            listener(ticket->task->job().id, stage);
        }
        const std::lock_guard lock(mutex);
        ticket->stage = stage;
        ticket->since = Clock::now();
    }

    // Whether the worker is still wanted: not if it was given up meanwhile.
    bool leave(const Ticket& ticket, bool ended)
    {
        const std::lock_guard lock(mutex);
        if (ticket->givenUp) {
            --givenUpWorkers;
            return false;
        }
        ticket->stage = JobStage::None;
        if (ended)
            end(ticket, ticket->task->outcome());
        return true;
    }

    // With the mutex held.
    void end(const Ticket& ticket, PhotoOutcome outcome)
    {
        const JobId id = ticket->task->job().id;
        ends.push_back({ticket->task->job(), std::move(outcome)});
        entries.erase(id);
        changed.notify_all();
    }

    void readPhotos()
    {
        while (const auto ticket = toRead.pop()) {
            enter(*ticket, JobStage::Read);
            const bool goesOn = (*ticket)->task->read(*journal, memory);
            if (!leave(*ticket, !goesOn))
                return;
            if (goesOn)
                toColour[(*ticket)->device]->push(*ticket);
        }
    }

    void colourPhotos(std::size_t device)
    {
        while (const auto ticket = toColour[device]->pop()) {
            enter(*ticket, JobStage::Colour);
            const bool goesOn = (*ticket)->task->colour();
            if (!leave(*ticket, !goesOn))
                return;
            if (goesOn)
                toWrite.push(*ticket);
        }
    }

    void writeResults()
    {
        while (const auto ticket = toWrite.pop()) {
            enter(*ticket, JobStage::Write);
            (*ticket)->task->write(*journal);
            if (!leave(*ticket, true))
                return;
        }
    }

    template <class Work>
    void employ(Work work)
    {
        const std::lock_guard lock(mutex);
        ++workers;
        std::thread([state = shared_from_this(), work] {
            const SignalStack handlersRoom;
            work(*state);
            const std::lock_guard leaving(state->mutex);
            --state->workers;
            state->changed.notify_all();
        }).detach();
    }

    const std::shared_ptr<JournalThread> journal;
    const Sizes sizes;
    const std::function<void(JobId, JobStage)> listener;
    const MemoryBudget memory;
    BoundedQueue<Ticket> toRead;
    std::vector<std::unique_ptr<BoundedQueue<Ticket>>> toColour;
    BoundedQueue<Ticket> toWrite;

    std::mutex listenerMutex; // never together with the other one
    mutable std::mutex mutex;
    std::condition_variable changed;
    std::map<JobId, Ticket> entries;
    std::deque<Ended> ends;
    int workers = 0;
    int givenUpWorkers = 0;
};

Pipeline::Pipeline(std::shared_ptr<JournalThread> journal, Sizes sizes,
                   std::function<void(JobId, JobStage)> listener)
    : state_(std::make_shared<State>(std::move(journal), sizes, std::move(listener)))
{
    for (int i = 0; i < sizes.readers; ++i)
        state_->employ([](State& state) { state.readPhotos(); });
    for (std::size_t i = 0; i < sizes.devices; ++i)
        state_->employ([i](State& state) { state.colourPhotos(i); });
    for (int i = 0; i < sizes.writers; ++i)
        state_->employ([](State& state) { state.writeResults(); });
}

Pipeline::~Pipeline()
{
    cancelAll();
    state_->toRead.close();
    for (const auto& queue : state_->toColour)
        queue->close();
    state_->toWrite.close();
    std::unique_lock lock(state_->mutex);
    while (state_->workers > state_->givenUpWorkers) {
        state_->changed.wait_for(lock, std::chrono::milliseconds(200));
        lock.unlock();
        giveUpStalled();
        lock.lock();
    }
}

bool Pipeline::hasRoom() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->entries.size() < mostOnTheWay(state_->sizes);
}

void Pipeline::start(std::shared_ptr<PhotoTask> task, std::size_t device)
{
    auto ticket = std::make_shared<Entry>();
    ticket->task = std::move(task);
    ticket->device = device;
    {
        const std::lock_guard lock(state_->mutex);
        state_->entries[ticket->task->job().id] = ticket;
    }
    state_->toRead.push(std::move(ticket));
}

std::size_t Pipeline::count() const
{
    const std::lock_guard lock(state_->mutex);
    return state_->entries.size() + state_->ends.size();
}

std::vector<JobId> Pipeline::running() const
{
    const std::lock_guard lock(state_->mutex);
    std::vector<JobId> ids;
    for (const auto& [id, ticket] : state_->entries)
        ids.push_back(id);
    return ids;
}

void Pipeline::cancel(JobId job)
{
    const std::lock_guard lock(state_->mutex);
    if (const auto found = state_->entries.find(job); found != state_->entries.end())
        found->second->task->cancel();
}

void Pipeline::cancelAll()
{
    const std::lock_guard lock(state_->mutex);
    for (const auto& [id, ticket] : state_->entries)
        ticket->task->cancel();
}

void Pipeline::giveUpStalled()
{
    if (state_->sizes.stageSeconds <= 0)
        return;
    std::vector<JobStage> replaced;
    {
        const std::lock_guard lock(state_->mutex);
        const auto entries = state_->entries; // end() changes them
        for (const auto& [id, ticket] : entries) {
            const std::chrono::duration<double> spent = Clock::now() - ticket->since;
            // The network never stalls: it is slow at most.
            if ((ticket->stage != JobStage::Read && ticket->stage != JobStage::Write) ||
                spent.count() < state_->sizes.stageSeconds)
                continue;
            ticket->givenUp = true;
            ticket->task->cancel();
            ++state_->givenUpWorkers;
            replaced.push_back(ticket->stage);
            PhotoOutcome outcome;
            const bool reading = ticket->stage == JobStage::Read;
            const auto seconds = std::int64_t(spent.count());
            const std::string name = ticket->task->job().source.place();
            outcome.source = ticket->task->job().source;
            outcome.error = Error{
                reading ? ErrorCode::Unreadable : ErrorCode::WriteFailed,
                reading ? counted("“%1” could not be read within %n second.|“%1” could not be read "
                                  "within %n seconds.",
                                  seconds, {name})
                        : counted("The result of “%1” could not be written within %n "
                                  "second.|The result of “%1” could not be written within "
                                  "%n seconds.",
                                  seconds, {name}),
                {}};
            state_->end(ticket, std::move(outcome));
        }
    }
    for (const JobStage stage : replaced) {
        if (stage == JobStage::Read)
            state_->employ([](State& state) { state.readPhotos(); });
        else
            state_->employ([](State& state) { state.writeResults(); });
    }
}

std::optional<Pipeline::Ended> Pipeline::waitForEnd(std::chrono::milliseconds limit)
{
    giveUpStalled();
    std::unique_lock lock(state_->mutex);
    state_->changed.wait_for(lock, limit, [this] { return !state_->ends.empty(); });
    if (state_->ends.empty())
        return std::nullopt;
    Ended ended = std::move(state_->ends.front());
    state_->ends.pop_front();
    return ended;
}

} // namespace autochrome::inline queue
