#include "core/base/message.h"

namespace autochrome::inline base {

Message::Message(std::string key, std::vector<Message> arguments, std::optional<std::int64_t> count)
    : key_(std::move(key)), arguments_(std::move(arguments)), count_(count), isVerbatim_(false)
{
}

bool Message::operator==(const Message& other) const
{
    return key_ == other.key_ && isVerbatim_ == other.isVerbatim_ && count_ == other.count_ &&
           arguments_ == other.arguments_;
}

} // namespace autochrome::inline base
