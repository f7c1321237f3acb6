#pragma once

#include "core/base/error.h"

#include <exception>

namespace autochrome::inline photo {

/// Why a photo could not be read. Thrown inside core/photo only; the public functions turn it into
/// an Error.
class ReadFailure : public std::exception
{
public:
    ReadFailure(ErrorCode code, Message message, std::string detail = {})
        : error_{code, std::move(message), std::move(detail)}
    {
    }
    const Error& error() const { return error_; }
    const char* what() const noexcept override { return error_.message.key().c_str(); }

private:
    Error error_;
};

} // namespace autochrome::inline photo
