#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace autochrome::inline photo {

/// A new file in its target's folder that has no name until it is published; unless it is, it
/// vanishes with this object, and with the process, however that ends. On file systems without
/// nameless files (FAT, NFS) it has a hidden temporary name, which a kill leaves behind.
class OutputFile
{
public:
    /// Throws WriteFailure.
    explicit OutputFile(const std::filesystem::path& target);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// Like the system's calls, but whole and never throwing, as image libraries call them from C;
    /// false on failure, of which error() keeps the first.
    bool append(const void* bytes, std::size_t count) noexcept;
    bool writeAt(std::uint64_t offset, const void* bytes, std::size_t count) noexcept;
    std::size_t readAt(std::uint64_t offset, void* to, std::size_t count) noexcept;
    std::uint64_t size() const noexcept { return size_; }

    /// errno of the first failed write, 0 if none.
    int error() const noexcept { return error_; }

    /// Throws WriteFailure if a write has failed.
    void check() const;

    /// Sets the time of modification, in nanoseconds since 1970; nothing may be written afterwards.
    /// 0, or errno.
    int setModified(std::int64_t nanoseconds) noexcept;

    /// Brings everything to the disk. Throws WriteFailure.
    void flush();

    /// Where it can be read until it is published.
    const std::filesystem::path& temporaryPath() const { return temporary_; }
    const std::filesystem::path& targetPath() const { return target_; }

    /// Renames it to `path`. With replace, whatever was there goes; without, false if there was
    /// something. Throws WriteFailure.
    bool publish(const std::filesystem::path& path, bool replace);

private:
    bool openNameless();
    void openNamed();
    int publishNameless(const std::filesystem::path& path, bool replace);

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    bool isNamed_ = false;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    int error_ = 0;
};

} // namespace autochrome::inline photo
