#include "core/collection/tar_index.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <optional>
#include <string_view>

namespace autochrome::inline collection {
namespace {

// POSIX.1-1988 ustar: 512-byte header blocks.
constexpr std::uint64_t blockSize = 512;
constexpr std::uint64_t longestName = 64 * 1024;
using Block = std::array<char, blockSize>;

std::string_view field(const Block& block, std::size_t from, std::size_t length)
{
    const std::string_view all(block.data() + from, length);
    return all.substr(0, std::min(all.find('\0'), length));
}

/// Octal digits, or GNU's base-256 for sizes over 8 GiB.
std::optional<std::uint64_t> number(const Block& block, std::size_t from, std::size_t length)
{
    const auto* bytes = reinterpret_cast<const unsigned char*>(block.data() + from);
    std::uint64_t value = 0;
    if (bytes[0] & 0x80) {
        for (std::size_t i = length - 8; i < length; ++i)
            value = value << 8 | bytes[i];
        return value;
    }
    for (char digit : field(block, from, length)) {
        if (digit == ' ')
            continue;
        if (digit < '0' || digit > '7')
            return std::nullopt;
        value = value << 3 | std::uint64_t(digit - '0');
    }
    return value;
}

bool checksumHolds(const Block& block)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < blockSize; ++i)
        sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(block[i]);
    return number(block, 148, 8) == sum;
}

/// Value of a key in a pax header ("<length> <key>=<value>\n" records); empty if absent.
std::string paxValue(std::string_view records, std::string_view key)
{
    std::string found;
    while (!records.empty()) {
        std::size_t length = 0;
        const auto [end, error] =
            std::from_chars(records.data(), records.data() + records.size(), length);
        const auto digits = std::size_t(end - records.data());
        if (error != std::errc() || length <= digits + 1 || length > records.size())
            break;
        const std::string_view record = records.substr(digits + 1, length - digits - 2);
        const std::size_t equals = record.find('=');
        if (equals != std::string_view::npos && record.substr(0, equals) == key)
            found = record.substr(equals + 1);
        records.remove_prefix(length);
    }
    return found;
}

} // namespace

Result<std::vector<TarMember>> readTarIndex(const std::filesystem::path& path)
{
    const std::string name = path.string();
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return failure(ErrorCode::Unreadable, text("The archive “%1” cannot be opened.", {name}));
    std::error_code sizeError;
    const std::uint64_t fileSize = std::filesystem::file_size(path, sizeError);
    if (sizeError)
        return failure(ErrorCode::Unreadable, text("The archive “%1” cannot be read.", {name}),
                       sizeError.message());
    const auto damaged = [&](const char* why) {
        return failure(ErrorCode::Corrupt, text("The archive “%1” is damaged.", {name}), why);
    };

    std::vector<TarMember> members;
    std::string longName;
    std::string paxRecords;
    Block block;
    std::uint64_t position = 0;
    while (position + blockSize <= fileSize) {
        file.seekg(std::streamoff(position));
        if (!file.read(block.data(), blockSize))
            return damaged("short read");
        if (std::all_of(block.begin(), block.end(), [](char c) { return c == 0; }))
            return members;
        if (!checksumHolds(block)) {
            if (position == 0)
                return failure(ErrorCode::UnsupportedFormat,
                               text("“%1” is not an uncompressed tar archive.", {name}));
            return damaged("header checksum");
        }
        std::optional<std::uint64_t> size = number(block, 124, 12);
        if (const std::string paxSize = paxValue(paxRecords, "size"); !paxSize.empty()) {
            std::uint64_t value = 0;
            std::from_chars(paxSize.data(), paxSize.data() + paxSize.size(), value);
            size = value;
        }
        const std::uint64_t offset = position + blockSize;
        if (!size || *size > fileSize - offset)
            return damaged("member beyond the end");

        const char type = block[156];
        if (type == 'L' || type == 'x') {
            if (*size > longestName)
                return damaged("name too long");
            std::string content(*size, '\0');
            if (!file.read(content.data(), std::streamsize(*size)))
                return damaged("short read");
            (type == 'L' ? longName : paxRecords) = content;
        } else if (type != 'g') {
            if (type == '0' || type == '\0') {
                std::string member = paxValue(paxRecords, "path");
                if (member.empty())
                    member = longName.substr(0, longName.find('\0'));
                if (member.empty()) {
                    const std::string_view prefix =
                        field(block, 257, 5) == "ustar" ? field(block, 345, 155) : "";
                    member = std::string(prefix) + (prefix.empty() ? "" : "/") +
                             std::string(field(block, 0, 100));
                }
                members.push_back({std::move(member), offset, *size});
            }
            longName.clear();
            paxRecords.clear();
        }
        position = offset + (*size + blockSize - 1) / blockSize * blockSize;
    }
    return members;
}

} // namespace autochrome::inline collection
