#pragma once

#include <cstddef>
#include <cstdint>

namespace autochrome::inline base {

/// Reads bytes at a place of an open file, going on where the system gives fewer at a time or was
/// interrupted. Fewer than `count` at the end of the file and after an error (errno).
std::size_t readBytes(int descriptor, std::uint64_t offset, void* to, std::size_t count) noexcept;

} // namespace autochrome::inline base
