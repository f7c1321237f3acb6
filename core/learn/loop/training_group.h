#pragma once

#include "core/base/error.h"
#include "core/learn/loop/group_member.h"

#include <torch/torch.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace autochrome::inline learn {

/// Another process of the group is gone or does not answer.
class GroupBroken : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The processes that train one model together, over LibTorch's c10d: NCCL between GPUs where this
/// build has it, else Gloo. Every process makes the same calls in the same order. Calls throw
/// GroupBroken. What travels between the machines is not encrypted.
class TrainingGroup
{
public:
    /// Waits until all have come, ten minutes at most. GLOO_SOCKET_IFNAME names the network
    /// interface where the host's own name does not lead to it.
    static Result<std::shared_ptr<TrainingGroup>> join(const GroupMember& member,
                                                       const torch::Device& device);
    ~TrainingGroup();
    TrainingGroup(const TrainingGroup&) = delete;
    TrainingGroup& operator=(const TrainingGroup&) = delete;

    int rank() const { return member_.rank; }
    int size() const { return member_.size; }
    bool isFirst() const { return member_.rank == 0; }

    /// Adds up a tensor over the processes, in place.
    void sum(torch::Tensor& tensor) const;

    /// Replaces tensors by their means over the processes, in one message.
    void average(const std::vector<torch::Tensor>& tensors) const;

    /// Every process gets the first one's tensor, in place; shapes are the same everywhere.
    void broadcast(torch::Tensor& tensor) const;

    /// The first process's text.
    std::string broadcast(const std::string& text) const;

    struct Backend;

private:
    TrainingGroup(GroupMember member, std::unique_ptr<Backend> backend);

    GroupMember member_;
    std::unique_ptr<Backend> backend_;
};

} // namespace autochrome::inline learn
