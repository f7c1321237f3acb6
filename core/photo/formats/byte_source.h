#pragma once

#include "core/photo/file_stamp.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>

namespace autochrome::inline photo {

/// Bytes that can be read from any position: a file, or memory. Never written to.
class ByteSource
{
public:
    virtual ~ByteSource() = default;
    virtual std::uint64_t size() const = 0;

    /// Reads up to `count` bytes from `offset` on; returns how many there were. Less than asked
    /// means the end or a fault of the device. Does not throw: image libraries call it from C.
    virtual std::size_t read(std::uint64_t offset, void* to, std::size_t count) noexcept = 0;

    /// The file behind it; empty for memory.
    virtual std::filesystem::path path() const { return {}; }
};

/// A file opened read-only. Plain reads, no mapping: a file that shrinks meanwhile is then an error
/// and not a signal, and large files do not count as memory of this program.
class FileSource : public ByteSource
{
public:
    /// Throws ReadFailure (NotFound, Unreadable).
    explicit FileSource(const std::filesystem::path& path);
    ~FileSource() override;
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::uint64_t size() const override { return size_; }
    std::size_t read(std::uint64_t offset, void* to, std::size_t count) noexcept override;
    std::filesystem::path path() const override { return path_; }

    /// The file as it was when it was opened.
    const FileStamp& stamp() const { return stamp_; }
    /// Whether somebody has written to it since.
    bool hasChanged() const { return FileStamp::of(descriptor_) != stamp_; }

private:
    std::filesystem::path path_;
    int descriptor_ = -1;
    FileStamp stamp_;
    std::uint64_t size_ = 0;
};

/// Bytes in memory, which must outlive it.
class MemorySource : public ByteSource
{
public:
    explicit MemorySource(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}
    std::uint64_t size() const override { return bytes_.size(); }
    std::size_t read(std::uint64_t offset, void* to, std::size_t count) noexcept override;
    std::span<const std::uint8_t> bytes() const { return bytes_; }

private:
    std::span<const std::uint8_t> bytes_;
};

} // namespace autochrome::inline photo
