#include "core/learn/loop/training_failure.h"

#include "core/base/text.h"

#include <new>
#include <string>
#include <torch/torch.h>

namespace autochrome::inline learn {
namespace {

/// Allocators say it in words of their own, the device's and the machine's.
bool isOutOfMemory(const std::exception& thrown, const std::string& what)
{
    if (dynamic_cast<const std::bad_alloc*>(&thrown))
        return true;
    for (const char* sign : {"out of memory", "not enough memory", "an't allocate memory"})
        if (what.find(sign) != std::string::npos)
            return true;
    return false;
}

// Of the sentence and of its key alike; older versions kept the sentence.
constexpr std::string_view notFiniteEnd =
    "its numbers are no longer finite. The last good state is kept; go on from it with a lower "
    "learning rate.";

} // namespace

Error trainingFailure(const std::exception& thrown, int batchSize)
{
    const auto* ofTorch = dynamic_cast<const c10::Error*>(&thrown);
    std::string what = ofTorch ? ofTorch->what_without_backtrace() : thrown.what();
    if (!isOutOfMemory(thrown, what))
        return {ErrorCode::Internal, text("Training failed."), std::move(what)};
    if (batchSize <= 1)
        return {ErrorCode::OutOfMemory,
                text("There is not enough memory to train, not even on one photo at a time; take "
                     "smaller crops."),
                std::move(what)};
    return {ErrorCode::OutOfMemory,
            counted("There is not enough memory to train on %n photo at a time; try %1.|There is "
                    "not enough memory to train on %n photos at a time; try %1.",
                    batchSize, {std::to_string(batchSize / 2)}),
            std::move(what)};
}

Error notFiniteFailure(std::int64_t step, std::int64_t samples, int batchSize, std::string detail)
{
    return {ErrorCode::Internal,
            text("Training stopped at step %1, batch of photos %2 to %3: its numbers are no "
                 "longer finite. The last good state is kept; go on from it with a lower learning "
                 "rate.",
                 {std::to_string(step), std::to_string(samples + 1),
                  std::to_string(samples + batchSize)}),
            std::move(detail)};
}

bool isNotFinite(const Error& error)
{
    return error.code == ErrorCode::Internal && error.message.key().ends_with(notFiniteEnd);
}

} // namespace autochrome::inline learn
