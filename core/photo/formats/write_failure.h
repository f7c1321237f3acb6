#pragma once

#include "core/base/error.h"

#include <exception>
#include <filesystem>

namespace autochrome::inline photo {

/// Why a result could not be written. Thrown inside core/photo only.
class WriteFailure : public std::exception
{
public:
    WriteFailure(ErrorCode code, Message message, std::string detail = {})
        : error_{code, std::move(message), std::move(detail)}
    {
    }
    /// The sentence for a failed system call on this file.
    static WriteFailure ofSystem(int error, const std::filesystem::path& target);

    const Error& error() const { return error_; }
    const char* what() const noexcept override { return error_.message.key().c_str(); }

private:
    Error error_;
};

} // namespace autochrome::inline photo
