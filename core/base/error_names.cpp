#include "core/base/error_names.h"

namespace autochrome::inline base {

const char* errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
        return "usage";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::Unreadable:
        return "unreadable";
    case ErrorCode::UnsupportedFormat:
        return "unsupported-format";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::TooLarge:
        return "too-large";
    case ErrorCode::WriteFailed:
        return "write-failed";
    case ErrorCode::DiskFull:
        return "disk-full";
    case ErrorCode::SameAsSource:
        return "same-as-source";
    case ErrorCode::TargetExists:
        return "target-exists";
    case ErrorCode::ModelMissing:
        return "model-missing";
    case ErrorCode::ModelInvalid:
        return "model-invalid";
    case ErrorCode::OutOfMemory:
        return "out-of-memory";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        break;
    }
    return "internal";
}

ErrorCode errorCodeNamed(std::string_view name)
{
    for (int code = 0; code < int(ErrorCode::Internal); ++code)
        if (name == errorCodeName(ErrorCode(code)))
            return ErrorCode(code);
    return ErrorCode::Internal;
}

} // namespace autochrome::inline base
