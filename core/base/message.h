#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace autochrome::inline base {

/// A sentence for a person, or a part of one, as data. It is kept, written into files and handed
/// on as it is, and put into words by inWords() where somebody reads it, in their language.
class Message
{
public:
    Message() = default;
    /// Words that are shown as they are in every language: a path, a number, what a library or an
    /// older version said.
    Message(std::string words) : key_(std::move(words)) {}
    Message(std::string_view words) : key_(words) {}
    Message(const char* words) : key_(words) {}
    /// See text() and counted(), which lupdate collects.
    Message(std::string key, std::vector<Message> arguments, std::optional<std::int64_t> count);

    bool isEmpty() const { return key_.empty(); }
    /// Whether the key is shown as it is.
    bool isVerbatim() const { return isVerbatim_; }
    /// The English source text with %1, %2, … for the arguments; of a counted one "%n photo|%n
    /// photos".
    const std::string& key() const { return key_; }
    const std::vector<Message>& arguments() const { return arguments_; }
    const std::optional<std::int64_t>& count() const { return count_; }

    bool operator==(const Message& other) const;

private:
    std::string key_;
    std::vector<Message> arguments_;
    std::optional<std::int64_t> count_;
    bool isVerbatim_ = true;
};

} // namespace autochrome::inline base
