#include "core/network/inference_failure.h"

#include "core/base/text.h"

namespace autochrome::inline network {

namespace {

/// LibTorch reports lack of memory as c10::OutOfMemoryError in 2.x, as plain text in 1.13.
bool isOutOfMemory(const std::string& what)
{
    for (const char* phrase : {"out of memory", "can't allocate memory", "not enough memory"}) {
        if (what.find(phrase) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

tl::unexpected<Error> inferenceFailure(const std::string& what, const std::string& device)
{
    if (isOutOfMemory(what))
        return failure(ErrorCode::OutOfMemory, text("There is not enough memory on %1.", {device}),
                       what);
    return failure(ErrorCode::Internal, text("The network failed on %1.", {device}), what);
}

} // namespace autochrome::inline network
