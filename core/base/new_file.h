#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace autochrome::inline base {

/// A new file in its target's folder that has no name until it is published; unless it is, it
/// vanishes with this object, and with the process, however that ends. On file systems without
/// nameless files (FAT, NFS) it has a hidden temporary name, which a kill leaves behind.
///
/// Whoever looks at the target sees the old file or the whole new one, never a half. Every file of
/// the program that is not only added to is written through this.
class NewFile
{
public:
    /// error() tells whether it could be made.
    explicit NewFile(std::filesystem::path target);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    /// Like the system's calls, but whole and never throwing; false on failure.
    bool append(const void* bytes, std::size_t count) noexcept;
    bool writeAt(std::uint64_t offset, const void* bytes, std::size_t count) noexcept;
    std::size_t readAt(std::uint64_t offset, void* to, std::size_t count) noexcept;
    std::uint64_t size() const noexcept { return size_; }

    /// Whether a file of this name is what a kill left behind. Nobody may be writing there.
    static bool isLeftover(const std::filesystem::path& file);

    /// errno of the first call that failed, 0 if none.
    int error() const noexcept { return error_; }

    /// Sets the time of modification, in nanoseconds since 1970; nothing may be written afterwards.
    /// 0, or errno.
    int setModified(std::int64_t nanoseconds) noexcept;

    /// Brings everything to the disk. 0, or error().
    int flush() noexcept;

    /// Where it can be read until it is published.
    const std::filesystem::path& temporaryPath() const { return temporary_; }
    const std::filesystem::path& targetPath() const { return target_; }

    /// What was there under the name of the file.
    enum class Existing { Replace, Keep };

    /// Renames it to `path`, in the target's folder. 0, or errno; EEXIST if something is there that
    /// is to be kept.
    int publish(const std::filesystem::path& path, Existing existing);
    int publish(Existing existing) { return publish(target_, existing); }

private:
    bool openNameless();
    void openNamed();
    int publishNameless(const std::filesystem::path& path, Existing existing);

    std::filesystem::path target_;
    std::filesystem::path temporary_;
    bool isNamed_ = false;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
    int error_ = 0;
};

/// The folder that a path names a file of; "." for a mere name.
std::filesystem::path folderOf(const std::filesystem::path& path);

} // namespace autochrome::inline base
