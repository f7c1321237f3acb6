#include "core/network/model_check.h"

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/network/model_io.h"
#include "core/network/model_metadata.h"
#include "core/network/safetensors.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <fstream>
#include <string_view>

namespace autochrome::inline network {
namespace {

namespace fs = std::filesystem;

/// Names of torchvision's efficientnet_b0 at its beginning and its end.
bool isEncoder(const SafetensorsFile& file)
{
    return !file.metadata().contains("architecture") &&
           file.tensors().contains("features.0.0.weight") &&
           file.tensors().contains("features.7.0.block.0.0.weight");
}

/// What else of ours it may be; empty for a model, or for what nobody knows.
Message otherKind(const SafetensorsFile& file, const std::string& name)
{
    if (isEncoder(file))
        return text("“%1” is a pretrained encoder, EfficientNet-B0, not a model: a training can "
                    "start from it.",
                    {name});
    if (file.metadata().contains("checkpoint"))
        return text("“%1” is the checkpoint of a training, not a model.", {name});
    if (const auto kind = file.metadata().find("kind");
        kind != file.metadata().end() && kind->second == "autochrome-photos")
        return text("“%1” holds photos to train on, not a model.", {name});
    return {};
}

/// What PyTorch itself writes is a zip archive of pickled objects, which can hold any program.
Message pickledKind(const fs::path& path)
{
    char begin[4] = {};
    std::ifstream(path, std::ios::binary).read(begin, sizeof begin);
    if (std::string_view(begin, sizeof begin) != std::string_view("PK\3\4", 4))
        return {};
    return text(
        "“%1” is a PyTorch file, which can contain a program; only safetensors files are accepted.",
        {path.string()});
}

/// An exponent of ones alone is an infinity or no number at all.
template <class Bits>
bool areFinite(std::span<const std::uint8_t> bytes, Bits exponent)
{
    for (std::size_t at = 0; at + sizeof(Bits) <= bytes.size(); at += sizeof(Bits)) {
        Bits bits;
        std::memcpy(&bits, bytes.data() + at, sizeof bits);
        if ((bits & exponent) == exponent)
            return false;
    }
    return true;
}

bool isFinite(const TensorView& tensor)
{
    switch (tensor.type) {
    case TensorType::F16:
        return areFinite<std::uint16_t>(tensor.bytes, 0x7C00);
    case TensorType::BF16:
        return areFinite<std::uint16_t>(tensor.bytes, 0x7F80);
    case TensorType::F32:
        return areFinite<std::uint32_t>(tensor.bytes, 0x7F800000);
    case TensorType::F64:
        return areFinite<std::uint64_t>(tensor.bytes, 0x7FF0000000000000);
    case TensorType::I8:
    case TensorType::U8:
    case TensorType::I32:
    case TensorType::I64:
        break;
    }
    return true;
}

Result<void> checkFinite(const SafetensorsFile& file, const fs::path& path)
{
    for (const auto& [name, tensor] : file.tensors())
        if (!isFinite(tensor))
            return failure(ErrorCode::ModelInvalid,
                           text("The weights in “%1” are not all finite numbers.", {path.string()}),
                           name);
    return {};
}

/// As sha256sum writes it: the digest first.
Result<void> compareWithSidecar(const fs::path& path)
{
    std::ifstream sidecar(fs::path(path) += ".sha256");
    std::string expected;
    if (!(sidecar >> expected))
        return {};
    std::transform(expected.begin(), expected.end(), expected.begin(),
                   [](unsigned char letter) { return char(std::tolower(letter)); });
    const auto digest = sha256OfFile(path);
    if (!digest)
        return tl::make_unexpected(digest.error());
    if (*digest == expected)
        return {};
    return failure(ErrorCode::ModelInvalid,
                   text("“%1” is not the file that the checksum in “%2” was made from.",
                        {path.string(), path.filename().string() + ".sha256"}),
                   *digest);
}

} // namespace

Result<ModelCard> checkModel(const fs::path& path)
{
    if (Message other = pickledKind(path); !other.isEmpty())
        return failure(ErrorCode::ModelInvalid, std::move(other));
    const auto file = SafetensorsFile::map(path);
    if (!file)
        return tl::make_unexpected(file.error());
    if (Message other = otherKind(*file, path.string()); !other.isEmpty())
        return failure(ErrorCode::ModelInvalid, std::move(other));
    auto model = loadModel(path); // names, shapes and checksum of the weights
    if (!model)
        return tl::make_unexpected(model.error());
    if (const auto finite = checkFinite(*file, path); !finite)
        return tl::make_unexpected(finite.error());
    if (const auto same = compareWithSidecar(path); !same)
        return tl::make_unexpected(same.error());
    return std::move(model->card);
}

bool isEncoderFile(const fs::path& path)
{
    const auto file = SafetensorsFile::map(path);
    return file && isEncoder(*file);
}

Result<void> checkEncoder(const fs::path& path)
{
    if (Message other = pickledKind(path); !other.isEmpty())
        return failure(ErrorCode::ModelInvalid, std::move(other));
    const auto file = SafetensorsFile::map(path);
    if (!file)
        return tl::make_unexpected(file.error());
    if (file->metadata().contains("architecture"))
        return failure(ErrorCode::ModelInvalid,
                       text("“%1” is a whole model, not an encoder.", {path.string()}));
    if (auto loaded = loadEncoder(path); !loaded)
        return loaded;
    if (auto finite = checkFinite(*file, path); !finite)
        return finite;
    return compareWithSidecar(path);
}

} // namespace autochrome::inline network
