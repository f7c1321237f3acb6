#include "core/learn/loop/training_group.h"

#include "core/base/text.h"

#if AUTOCHROME_WITH_GLOO || AUTOCHROME_WITH_NCCL
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>
#endif
#if AUTOCHROME_WITH_GLOO
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#endif
#if AUTOCHROME_WITH_NCCL
#include <torch/csrc/distributed/c10d/ProcessGroupNCCL.hpp>
#endif

#include <chrono>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <vector>

namespace autochrome::inline learn {

/// c10d's collectives, whichever library carries them out: its classes have no common base that
/// LibTorch 1.13 and 2.x agree on.
struct TrainingGroup::Backend
{
    using Collective = std::function<void(std::vector<torch::Tensor>&)>;

    torch::Device device = torch::kCPU; ///< where tensors have to be
    Collective sum;
    Collective broadcast;

    void run(const Collective& collective, torch::Tensor& tensor) const;
};

namespace {

std::string reasonOf(const std::exception& error)
{
    const auto* torchError = dynamic_cast<const c10::Error*>(&error);
    return torchError ? torchError->what_without_backtrace() : error.what();
}

#if AUTOCHROME_WITH_GLOO || AUTOCHROME_WITH_NCCL

constexpr std::chrono::minutes joining{10};
// The others wait while the first validates and writes.
constexpr std::chrono::hours answering{2};

// LibTorch 2.x serves the store with libuv unless told otherwise, and Debian builds it without.
template <class Options>
void serveWithoutLibuv(Options& options)
{
    if constexpr (requires { options.useLibUV; })
        options.useLibUV = false;
}

c10::intrusive_ptr<c10d::Store> meetingPlace(const GroupMember& member)
{
    c10d::TCPStoreOptions options;
    options.port = std::uint16_t(member.port);
    options.isServer = member.rank == 0 && !member.hasAgent;
    options.numWorkers = std::size_t(member.size);
    options.waitWorkers = false;
    options.timeout = joining;
    serveWithoutLibuv(options);
    // torchrun keeps keys of its own in the same store.
    return c10::make_intrusive<c10d::PrefixStore>(
        "autochrome", c10::make_intrusive<c10d::TCPStore>(member.address, options));
}

template <class Library>
void use(TrainingGroup::Backend& backend, const c10::intrusive_ptr<Library>& library)
{
    backend.sum = [library](auto& tensors) { library->allreduce(tensors)->wait(); };
    backend.broadcast = [library](auto& tensors) { library->broadcast(tensors)->wait(); };
}

#endif

} // namespace

void TrainingGroup::Backend::run(const Collective& collective, torch::Tensor& tensor) const
{
    try {
        std::vector<torch::Tensor> list{tensor.to(device).contiguous()};
        collective(list);
        if (!list[0].is_same(tensor))
            tensor.copy_(list[0]);
    } catch (const std::exception& error) {
        throw GroupBroken(reasonOf(error));
    }
}

Result<std::shared_ptr<TrainingGroup>> TrainingGroup::join(const GroupMember& member,
                                                           const torch::Device& device)
{
    try {
        auto backend = std::make_unique<Backend>();
#if AUTOCHROME_WITH_NCCL
        if (device.is_cuda()) {
            auto options = c10d::ProcessGroupNCCL::Options::create();
            options->timeout = answering;
            use(*backend, c10::make_intrusive<c10d::ProcessGroupNCCL>(
                              meetingPlace(member), member.rank, member.size, options));
            backend->device = device;
        }
#endif
#if AUTOCHROME_WITH_GLOO
        if (!backend->sum) {
            auto options = c10d::ProcessGroupGloo::Options::create(answering);
            const char* interface = std::getenv("GLOO_SOCKET_IFNAME");
            options->devices.push_back(
                interface && *interface ? c10d::ProcessGroupGloo::createDeviceForInterface(
                                              interface)
                                        : c10d::ProcessGroupGloo::createDefaultDevice());
            use(*backend, c10::make_intrusive<c10d::ProcessGroupGloo>(
                              meetingPlace(member), member.rank, member.size, options));
        }
#endif
        if (!backend->sum)
            return failure(
                ErrorCode::Usage,
                text("This program was built to train in one process on %1.", {device.str()}));
        return std::shared_ptr<TrainingGroup>(new TrainingGroup(member, std::move(backend)));
    } catch (const std::exception& error) {
        return failure(ErrorCode::NotFound,
                       text("The other processes of the training were not found at “%1”.",
                            {member.address + ":" + std::to_string(member.port)}),
                       reasonOf(error));
    }
}

void TrainingGroup::sum(torch::Tensor& tensor) const
{
    backend_->run(backend_->sum, tensor);
}

void TrainingGroup::average(const std::vector<torch::Tensor>& tensors) const
{
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> flat;
    flat.reserve(tensors.size());
    for (const torch::Tensor& tensor : tensors)
        flat.push_back(tensor.flatten());
    torch::Tensor all = torch::cat(flat);
    sum(all);
    all /= size();
    std::int64_t from = 0;
    for (const torch::Tensor& tensor : tensors) {
        tensor.copy_(all.narrow(0, from, tensor.numel()).view(tensor.sizes()));
        from += tensor.numel();
    }
}

void TrainingGroup::broadcast(torch::Tensor& tensor) const
{
    backend_->run(backend_->broadcast, tensor);
}

TrainingGroup::TrainingGroup(GroupMember member, std::unique_ptr<Backend> backend)
    : member_(std::move(member)), backend_(std::move(backend))
{
}

TrainingGroup::~TrainingGroup() = default;

std::string TrainingGroup::broadcast(const std::string& text) const
{
    torch::Tensor length = torch::tensor({std::int64_t(text.size())}, torch::kLong);
    broadcast(length);
    torch::Tensor bytes = torch::zeros({length.item<std::int64_t>()}, torch::kByte);
    if (isFirst())
        std::memcpy(bytes.data_ptr(), text.data(), text.size());
    broadcast(bytes);
    return {reinterpret_cast<const char*>(bytes.data_ptr<std::uint8_t>()),
            std::size_t(bytes.numel())};
}

} // namespace autochrome::inline learn
