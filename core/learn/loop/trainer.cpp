#include "core/learn/loop/trainer.h"

#include "core/base/new_file.h"
#include "core/base/text.h"
#include "core/learn/loop/training_failure.h"
#include "core/learn/loop/training_group.h"
#include "core/learn/loop/training_session.h"

#include <memory>
#include <new>

namespace autochrome::inline learn {
namespace {

namespace fs = std::filesystem;

/// A run that was killed while it wrote leaves a part of a file, as large as a checkpoint.
void removeLeftovers(const fs::path& folder, const std::string& name)
{
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        const std::string file = it->path().filename().string();
        std::error_code ignored;
        // Those of earlier versions had names after their target.
        if (NewFile::isLeftover(file) || file.starts_with(".checkpoint.safetensors.") ||
            file.starts_with("." + name + ".safetensors."))
            fs::remove(it->path(), ignored);
    }
}

/// The checkpoint is written beside the old one before it takes its place.
Error onFullDisk(Error error, const fs::path& folder)
{
    if (error.code != ErrorCode::DiskFull)
        return error;
    std::error_code unknown;
    error.detail = inWords(error.message) + " " + error.detail;
    error.message =
        fs::exists(Trainer::checkpointPath(folder), unknown)
            ? text("The disk is full. The last good checkpoint in “%1” is kept: make room and go "
                   "on from it.",
                   {folder.string()})
            : text("The disk is full; there is no room for a checkpoint in “%1”.",
                   {folder.string()});
    return error;
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
    std::unique_ptr<TrainingSession> session;
    const auto batchNow = [&] { return session ? session->batchSize() : settings_.batchSize; };
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
                               counted("A batch cannot be shared equally among %n process.|A batch "
                                       "cannot be shared equally among %n processes.",
                                       size));
            auto joined = TrainingGroup::join(*plan_.member, *device);
            if (!joined)
                return tl::make_unexpected(joined.error());
            group = *joined;
        }
        session = std::make_unique<TrainingSession>(settings_, plan_, training_, validation_,
                                                    *device, group);
        if (const auto ready = session->prepare(progress); !ready)
            return tl::make_unexpected(onFullDisk(ready.error(), plan_.folder));
        if (const auto done = session->loop(progress, listener); !done)
            return tl::make_unexpected(onFullDisk(done.error(), plan_.folder));
        std::optional<ColourMetrics> metrics;
        auto card = session->finish(metrics, progress);
        if (!card)
            return tl::make_unexpected(onFullDisk(card.error(), plan_.folder));
        if (metrics) {
            TrainingNews news;
            const TrainingState state = session->state();
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
        return tl::make_unexpected(trainingFailure(error, batchNow()));
    } catch (const std::bad_alloc& error) {
        return tl::make_unexpected(trainingFailure(error, batchNow()));
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal, text("Training failed."), error.what());
    }
}

} // namespace autochrome::inline learn
