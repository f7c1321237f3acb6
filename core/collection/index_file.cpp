#include "core/collection/index_file.h"

#include "core/base/small_file.h"
#include "core/base/text.h"

#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

namespace autochrome::inline collection {
namespace {

constexpr const char* kind = "autochrome-index";
constexpr int version = 1;

using Bytes = std::vector<std::uint8_t>;

/// Millions of names and numbers as a few blobs: a value for each would take gigabytes.
nlohmann::json toJson(const IndexedRoot& root)
{
    Bytes names;
    std::vector<std::uint64_t> numbers;
    for (const IndexedPhoto& photo : root.photos) {
        names.insert(names.end(), photo.name.begin(), photo.name.end());
        names.push_back(0);
        numbers.push_back(photo.offset);
        numbers.push_back(photo.size);
    }
    Bytes numberBytes(numbers.size() * sizeof(std::uint64_t));
    if (!numbers.empty())
        std::memcpy(numberBytes.data(), numbers.data(), numberBytes.size());
    auto stamps = nlohmann::json::array();
    for (const IndexedRoot::Stamp& stamp : root.stamps)
        stamps.push_back({stamp.path, stamp.modified, stamp.size});
    return {{"path", root.path.string()},
            {"isArchive", root.isArchive},
            {"origin", root.origin.name},
            {"sha256", root.origin.sha256},
            {"stamps", std::move(stamps)},
            {"names", nlohmann::json::binary(std::move(names))},
            {"numbers", nlohmann::json::binary(std::move(numberBytes))}};
}

IndexedRoot fromJson(const nlohmann::json& json)
{
    IndexedRoot root;
    root.path = json.at("path").get<std::string>();
    root.isArchive = json.at("isArchive");
    root.origin.name = json.at("origin");
    root.origin.sha256 = json.at("sha256");
    for (const auto& stamp : json.at("stamps"))
        root.stamps.push_back({stamp.at(0), stamp.at(1), stamp.at(2)});
    const Bytes& names = json.at("names").get_binary();
    const Bytes& numbers = json.at("numbers").get_binary();
    constexpr std::size_t step = 2 * sizeof(std::uint64_t);
    for (std::size_t from = 0, at = 0; from < names.size(); at += step) {
        const auto* start = reinterpret_cast<const char*>(names.data()) + from;
        const std::size_t length = ::strnlen(start, names.size() - from);
        if (from + length == names.size() || at + step > numbers.size())
            throw std::runtime_error("a name without its end or its numbers");
        IndexedPhoto photo;
        photo.name.assign(start, length);
        std::memcpy(&photo.offset, numbers.data() + at, sizeof photo.offset);
        std::memcpy(&photo.size, numbers.data() + at + sizeof photo.offset, sizeof photo.size);
        root.photos.push_back(std::move(photo));
        from += length + 1;
    }
    root.origin.photos = std::int64_t(root.photos.size());
    return root;
}

} // namespace

Result<void> writeIndexFile(const std::filesystem::path& path,
                            const std::vector<IndexedRoot>& roots)
{
    try {
        nlohmann::json json{{"kind", kind}, {"version", version}};
        auto& list = json["roots"] = nlohmann::json::array();
        for (const IndexedRoot& root : roots)
            list.push_back(toJson(root));
        const Bytes bytes = nlohmann::json::to_cbor(json);
        return replaceSmallFile(path, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    } catch (const nlohmann::json::exception& e) { // a name that is no UTF-8
        return failure(ErrorCode::WriteFailed, text("“%1” cannot be written.", {path.string()}),
                       e.what());
    }
}

std::vector<IndexedRoot> readIndexFile(const std::filesystem::path& path)
{
    std::vector<IndexedRoot> roots;
    try {
        std::ifstream file(path, std::ios::binary);
        if (!file)
            return {};
        const auto json = nlohmann::json::from_cbor(file);
        if (json.at("kind") != kind || json.at("version") != version)
            return {};
        for (const auto& root : json.at("roots"))
            roots.push_back(fromJson(root));
    } catch (const std::exception&) {
        return {};
    }
    return roots;
}

} // namespace autochrome::inline collection
