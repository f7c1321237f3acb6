#pragma once

#include "core/base/error.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace autochrome::inline network {

/// Element types of safetensors that we read. Others are refused by name.
enum class TensorType { F16, BF16, F32, F64, I8, U8, I32, I64 };

/// One tensor of a safetensors file: raw little-endian bytes, row-major.
struct TensorView
{
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;
    std::span<const std::uint8_t> bytes; ///< lies inside the file's buffer
};

/// A safetensors file in memory: https://github.com/huggingface/safetensors (format section).
/// Strict: every offset, shape product, overlap and hole is checked before a tensor is handed out.
class SafetensorsFile
{
public:
    /// Reads and checks a whole file. Errors name the file and what is wrong with it.
    static Result<SafetensorsFile> read(const std::filesystem::path& path);

    /// The same without reading the tensors: they stay in the file, which must not change, and come
    /// into memory where they are looked at.
    static Result<SafetensorsFile> map(const std::filesystem::path& path);

    /// The same for bytes in memory; `name` is what errors call them.
    static Result<SafetensorsFile> parse(std::vector<std::uint8_t> bytes, const std::string& name);

    const std::map<std::string, TensorView>& tensors() const { return tensors_; }
    const std::map<std::string, std::string>& metadata() const { return metadata_; }

private:
    static Result<SafetensorsFile> parse(std::span<const std::uint8_t> bytes,
                                         std::shared_ptr<const void> owner,
                                         const std::string& name);

    std::shared_ptr<const void> owner_; // of the bytes that the views point into
    std::map<std::string, TensorView> tensors_;
    std::map<std::string, std::string> metadata_;
};

/// Writes tensors (in name order) and metadata as safetensors: to a temporary file beside `path`,
/// flushed, then renamed over it, so that a reader never sees half a file.
Result<void> writeSafetensors(const std::filesystem::path& path,
                              const std::map<std::string, TensorView>& tensors,
                              const std::map<std::string, std::string>& metadata);

/// Bytes of one element.
std::size_t elementSize(TensorType type);

} // namespace autochrome::inline network
