#include "core/train/trainer.h"

#include "core/base/text.h"
#include "core/train/training_group.h"
#include "core/train/training_session.h"

namespace autochrome {
namespace {

namespace fs = std::filesystem;

/// A run that was killed while it wrote leaves a part of a file, as large as a checkpoint.
void removeLeftovers(const fs::path& folder, const std::string& name)
{
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string file = it->path().filename().string();
        std::error_code ignored;
        if (file.starts_with(".checkpoint.safetensors.") ||
            file.starts_with("." + name + ".safetensors."))
            fs::remove(it->path(), ignored);
    }
}

} // namespace

Trainer::Trainer(TrainingSettings settings, TrainingPlan plan, SampleSource& training,
                 SampleSource* validation)
    : settings_(std::move(settings)),
      plan_(std::move(plan)),
      training_(training),
      validation_(validation)
{
}

Result<torch::Device> Trainer::deviceFor(const std::string& wanted, int localRank)
{
    if (wanted == "cpu" || (wanted == "auto" && !torch::cuda::is_available()))
        return torch::Device(torch::kCPU);
    const std::string name = wanted == "auto" ? "cuda:" + std::to_string(localRank) : wanted;
    try {
        const torch::Device device(name);
        if (device.is_cuda() && torch::cuda::is_available() &&
            device.index() < int(torch::cuda::device_count()))
            return device;
    } catch (const c10::Error&) {
        return failure(ErrorCode::Usage, text("There is no device called “%1”.", {wanted}));
    }
    return failure(ErrorCode::NotFound, text("This machine has no device “%1”.", {wanted}));
}

fs::path Trainer::checkpointPath(const fs::path& folder)
{
    return folder / "checkpoint.safetensors";
}

Result<ModelCard> Trainer::run(const Progress& progress, const Listener& listener)
{
    try {
        if (!plan_.member || plan_.member->rank == 0) {
            std::error_code error;
            fs::create_directories(plan_.folder, error);
            if (error)
                return failure(ErrorCode::WriteFailed,
                               text("The folder “%1” cannot be made.", {plan_.folder.string()}),
                               error.message());
            removeLeftovers(plan_.folder, plan_.name);
        }
        if (plan_.threads > 0)
            torch::set_num_threads(plan_.threads);
        const auto device = deviceFor(plan_.device, plan_.member ? plan_.member->localRank : 0);
        if (!device)
            return tl::make_unexpected(device.error());
        std::shared_ptr<TrainingGroup> group;
        if (plan_.member) {
            const int size = plan_.member->size;
            if (settings_.batchSize % size != 0 || settings_.lateBatchSize % size != 0)
                return failure(ErrorCode::Usage,
                               text("A batch cannot be shared out equally to %1 processes.",
                                    {std::to_string(size)}));
            auto joined = TrainingGroup::join(*plan_.member, *device);
            if (!joined)
                return tl::make_unexpected(joined.error());
            group = *joined;
        }
        TrainingSession session(settings_, plan_, training_, validation_, *device, group);
        if (const auto ready = session.prepare(progress); !ready)
            return tl::make_unexpected(ready.error());
        if (const auto done = session.loop(progress, listener); !done)
            return tl::make_unexpected(done.error());
        std::optional<ColourMetrics> metrics;
        auto card = session.finish(metrics, progress);
        if (card && metrics) {
            TrainingNews news;
            const TrainingState state = session.state();
            news.step = state.step;
            news.samples = state.samples;
            news.fraction = 1;
            news.secondsSpent = state.secondsSpent;
            news.validation = metrics;
            listener(news);
        }
        return card;
    } catch (const GroupBroken& error) {
        return failure(ErrorCode::Internal,
                       text("Another process of the training stopped or does not answer."),
                       error.what());
    } catch (const c10::Error& error) {
        return failure(ErrorCode::Internal, text("Training failed."),
                       error.what_without_backtrace());
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::OutOfMemory,
                       text("There is not enough memory to train; take smaller batches."));
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, text("Training failed."), error.what());
    }
}

} // namespace autochrome
