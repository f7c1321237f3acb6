#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace autochrome::inline base {

/// SHA-256 over bytes that arrive in pieces.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void add(std::span<const std::byte> bytes);
    void add(const void* data, std::size_t size);

    /// The digest so far as 64 lower-case hex digits. Nothing may be added afterwards.
    std::string hex();

private:
    struct Context;
    std::unique_ptr<Context> context_;
};

/// SHA-256 of a file's content, read once in pieces. Nothing is reported to `progress`, it only
/// stops. Errors: NotFound, Unreadable, Cancelled.
Result<std::string> sha256OfFile(const std::filesystem::path& path, const Progress& progress = {});

} // namespace autochrome::inline base
