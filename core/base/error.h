#pragma once

#include "core/base/message.h"

#include <string>
#include <tl/expected.hpp>

namespace autochrome::inline base {

/// What went wrong, coarse enough to decide on (retry, skip, ask), not to explain.
enum class ErrorCode {
    Usage,             ///< the caller asked for something that makes no sense
    NotFound,          ///< a file or device that was named does not exist
    Unreadable,        ///< exists, but cannot be opened or read (permissions, I/O)
    UnsupportedFormat, ///< readable, but not a picture or model of a kind we know
    Corrupt,           ///< of a known kind, but damaged
    TooLarge,          ///< larger than this machine, or the format, can hold
    WriteFailed,       ///< the result could not be written (folder, permissions, format)
    DiskFull,          ///< no room left on the device
    SameAsSource,      ///< the result would overwrite the original
    TargetExists,      ///< the result's file exists and may not be replaced
    ModelMissing,      ///< no model file at all
    ModelInvalid,      ///< a model file that is damaged or of another architecture
    OutOfMemory,       ///< neither the device nor the machine has the memory
    Cancelled,         ///< the person stopped it
    Internal           ///< a fault of ours; detail says which
};

/// An error as a value: one sentence for the person, one detail for the log.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    Message message;    ///< a whole sentence that names the file and the cause
    std::string detail; ///< UTF-8, for the log: what the library said; may be empty
};

template <class T>
using Result = tl::expected<T, Error>;

/// Shorthand for returning an error from a function that returns Result<T>.
inline tl::unexpected<Error> failure(ErrorCode code, Message message, std::string detail = {})
{
    return tl::make_unexpected(Error{code, std::move(message), std::move(detail)});
}

} // namespace autochrome::inline base
