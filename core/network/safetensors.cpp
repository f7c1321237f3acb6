#include "core/network/safetensors.h"

#include "core/base/new_file.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace autochrome::inline network {

namespace {

struct TypeName
{
    TensorType type;
    const char* name;
    std::size_t size;
};

constexpr std::array<TypeName, 8> typeNames{{{TensorType::F16, "F16", 2},
                                             {TensorType::BF16, "BF16", 2},
                                             {TensorType::F32, "F32", 4},
                                             {TensorType::F64, "F64", 8},
                                             {TensorType::I8, "I8", 1},
                                             {TensorType::U8, "U8", 1},
                                             {TensorType::I32, "I32", 4},
                                             {TensorType::I64, "I64", 8}}};

// The format's own limit (safetensors, MAX_HEADER_SIZE).
constexpr std::uint64_t maxHeaderSize = 100'000'000;

const TypeName& nameOf(TensorType type)
{
    return *std::find_if(typeNames.begin(), typeNames.end(),
                         [&](const TypeName& t) { return t.type == type; });
}

tl::unexpected<Error> damaged(const std::string& name, const std::string& detail)
{
    return failure(ErrorCode::ModelInvalid, text("“%1” is not a complete model file.", {name}),
                   detail);
}

/// Product of the dimensions times the element size, or nothing on overflow.
std::optional<std::uint64_t> byteCount(const std::vector<std::int64_t>& shape, std::size_t element)
{
    std::uint64_t bytes = element;
    for (const std::int64_t extent : shape) {
        if (extent < 0 || __builtin_mul_overflow(bytes, std::uint64_t(extent), &bytes))
            return std::nullopt;
    }
    return bytes;
}

struct Span
{
    std::uint64_t begin, end;
};

/// Reads one entry of the header; returns what is wrong with it, or an empty string.
std::string readEntry(const nlohmann::json& entry, std::uint64_t dataSize, TensorView& view,
                      Span& span)
{
    if (!entry.is_object() || !entry.contains("dtype") || !entry.contains("shape") ||
        !entry.contains("data_offsets"))
        return "dtype, shape or data_offsets missing";
    const auto& dtype = entry["dtype"];
    const auto& shape = entry["shape"];
    const auto& offsets = entry["data_offsets"];
    if (!dtype.is_string() || !shape.is_array() || !offsets.is_array() || offsets.size() != 2 ||
        !offsets[0].is_number_unsigned() || !offsets[1].is_number_unsigned())
        return "dtype, shape or data_offsets of the wrong kind";
    const auto known = std::find_if(typeNames.begin(), typeNames.end(), [&](const TypeName& t) {
        return dtype.get_ref<const std::string&>() == t.name;
    });
    if (known == typeNames.end())
        return "unknown dtype " + dtype.get<std::string>();
    view.type = known->type;
    for (const auto& extent : shape) {
        if (!extent.is_number_unsigned() || extent.get<std::uint64_t>() > std::uint64_t(INT64_MAX))
            return "a dimension is not a whole number";
        view.shape.push_back(extent.get<std::int64_t>());
    }
    span = {offsets[0].get<std::uint64_t>(), offsets[1].get<std::uint64_t>()};
    if (span.begin > span.end || span.end > dataSize)
        return "offsets lie outside the file";
    const auto expected = byteCount(view.shape, known->size);
    if (!expected || *expected != span.end - span.begin)
        return "size does not match the shape";
    return {};
}

/// The tensors must tile the data: the format allows neither overlaps nor holes.
std::string checkTiling(std::vector<Span> spans, std::uint64_t dataSize)
{
    std::sort(spans.begin(), spans.end(), [](const Span& l, const Span& r) {
        return l.begin != r.begin ? l.begin < r.begin : l.end < r.end;
    });
    std::uint64_t reached = 0;
    for (const Span& span : spans) {
        if (span.begin != reached)
            return span.begin < reached ? "tensors overlap" : "hole between tensors";
        reached = span.end;
    }
    return reached == dataSize ? "" : "data beyond the last tensor";
}

/// A file descriptor that closes itself.
struct Descriptor
{
    int fd = -1;
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
};

std::string headerOf(const std::map<std::string, TensorView>& tensors,
                     const std::map<std::string, std::string>& metadata)
{
    nlohmann::json header = nlohmann::json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, view] : tensors) {
        header[name] = {{"dtype", nameOf(view.type).name},
                        {"shape", view.shape},
                        {"data_offsets", {offset, offset + view.bytes.size()}}};
        offset += view.bytes.size();
    }
    std::string json = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    json.resize((json.size() + 7) / 8 * 8, ' '); // keeps the data aligned, as the format advises
    return json;
}

} // namespace

std::size_t elementSize(TensorType type)
{
    return nameOf(type).size;
}

Result<SafetensorsFile> SafetensorsFile::read(const std::filesystem::path& path)
{
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    std::ifstream stream(path, std::ios::binary);
    if (error || !stream) {
        const bool exists = std::filesystem::exists(path, error);
        return failure(exists ? ErrorCode::Unreadable : ErrorCode::NotFound,
                       exists ? text("The model file “%1” cannot be read.", {path.string()})
                              : text("There is no model file “%1”.", {path.string()}),
                       std::strerror(errno));
    }
    std::vector<std::uint8_t> bytes(size);
    stream.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(size));
    if (std::uint64_t(stream.gcount()) != size)
        return failure(ErrorCode::Unreadable,
                       text("The model file “%1” cannot be read to its end.", {path.string()}));
    return parse(std::move(bytes), path.string());
}

Result<SafetensorsFile> SafetensorsFile::map(const std::filesystem::path& path)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat status
    {
    };
    if (file.fd < 0 || ::fstat(file.fd, &status) != 0)
        return failure(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Unreadable,
                       text("“%1” cannot be read.", {path.string()}), std::strerror(errno));
    const auto size = std::size_t(status.st_size);
    if (size == 0)
        return damaged(path.string(), "shorter than the header's length");
    void* address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd, 0);
    if (address == MAP_FAILED)
        return failure(ErrorCode::Unreadable, text("“%1” cannot be read.", {path.string()}),
                       std::strerror(errno));
    std::shared_ptr<const void> owner(
        address, [size](const void* mapped) { ::munmap(const_cast<void*>(mapped), size); });
    return parse({static_cast<const std::uint8_t*>(address), size}, std::move(owner),
                 path.string());
}

Result<SafetensorsFile> SafetensorsFile::parse(std::vector<std::uint8_t> bytes,
                                               const std::string& name)
{
    auto owner = std::make_shared<const std::vector<std::uint8_t>>(std::move(bytes));
    const std::span<const std::uint8_t> view(*owner);
    return parse(view, std::move(owner), name);
}

Result<SafetensorsFile> SafetensorsFile::parse(std::span<const std::uint8_t> bytes,
                                               std::shared_ptr<const void> owner,
                                               const std::string& name)
{
    if (bytes.size() < 8)
        return damaged(name, "shorter than the header's length");
    std::uint64_t headerSize = 0;
    for (int i = 7; i >= 0; --i)
        headerSize = headerSize << 8 | bytes[std::size_t(i)];
    if (headerSize > maxHeaderSize || headerSize > bytes.size() - 8)
        return damaged(name, "header longer than the file");

    const auto* json = reinterpret_cast<const char*>(bytes.data()) + 8;
    // Depth is bounded before parsing: the header is two levels deep, its arrays three.
    const auto tooDeep = [](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
        if (depth > 4)
            throw std::runtime_error("nested too deeply");
        return true;
    };
    nlohmann::json header;
    try {
        header = nlohmann::json::parse(json, json + headerSize, tooDeep);
    } catch (const std::exception& e) {
        return damaged(name, e.what());
    }
    if (!header.is_object())
        return damaged(name, "header is not an object");

    SafetensorsFile file;
    file.owner_ = std::move(owner);
    const std::span<const std::uint8_t> data = bytes.subspan(8 + headerSize);
    std::vector<Span> spans;
    for (const auto& [key, entry] : header.items()) {
        if (key == "__metadata__") {
            if (!entry.is_object())
                return damaged(name, "metadata is not an object");
            for (const auto& [field, value] : entry.items()) {
                if (!value.is_string())
                    return damaged(name, "metadata " + field + " is not a string");
                file.metadata_[field] = value.get<std::string>();
            }
            continue;
        }
        TensorView view;
        Span span{};
        if (const std::string fault = readEntry(entry, data.size(), view, span); !fault.empty())
            return damaged(name, key + ": " + fault);
        view.bytes = data.subspan(span.begin, span.end - span.begin);
        spans.push_back(span);
        file.tensors_.emplace(key, std::move(view));
    }
    if (const std::string fault = checkTiling(std::move(spans), data.size()); !fault.empty())
        return damaged(name, fault);
    return file;
}

Result<void> writeSafetensors(const std::filesystem::path& path,
                              const std::map<std::string, TensorView>& tensors,
                              const std::map<std::string, std::string>& metadata)
{
    const std::string header = headerOf(tensors, metadata);
    std::array<std::uint8_t, 8> length{};
    for (std::size_t i = 0; i < 8; ++i)
        length[i] = std::uint8_t(std::uint64_t(header.size()) >> (8 * i));
    NewFile file(path);
    bool good =
        file.append(length.data(), length.size()) && file.append(header.data(), header.size());
    for (const auto& [name, view] : tensors)
        good = good && file.append(view.bytes.data(), view.bytes.size());
    const int error =
        good && file.flush() == 0 ? file.publish(NewFile::Existing::Replace) : file.error();
    if (error == 0)
        return {};
    return failure(
        error == ENOSPC || error == EDQUOT ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
        text("The model file “%1” cannot be written.", {path.string()}), std::strerror(error));
}

} // namespace autochrome::inline network
