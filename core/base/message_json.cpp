#include "core/base/message_json.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline base {

using OrderedJson = nlohmann::ordered_json;

OrderedJson messageJson(const Message& message)
{
    if (message.isVerbatim())
        return message.key();
    OrderedJson json{{"key", message.key()}};
    for (const Message& argument : message.arguments())
        json["arguments"].push_back(messageJson(argument));
    if (message.count())
        json["count"] = *message.count();
    return json;
}

namespace {

// A sentence in a sentence in a sentence; deeper is a file that means harm.
constexpr int deepest = 8;

Message messageAt(const OrderedJson& json, int depth)
{
    if (json.is_string())
        return json.get<std::string>();
    if (depth > deepest)
        throw OrderedJson::other_error::create(501, "a message nested too deeply", nullptr);
    std::vector<Message> arguments;
    if (const auto found = json.find("arguments"); found != json.end())
        for (const OrderedJson& argument : *found)
            arguments.push_back(messageAt(argument, depth + 1));
    std::optional<std::int64_t> count;
    if (const auto found = json.find("count"); found != json.end())
        count = found->get<std::int64_t>();
    return {json.at("key").get<std::string>(), std::move(arguments), count};
}

} // namespace

Message messageOf(const OrderedJson& json)
{
    return messageAt(json, 0);
}

std::string storedMessage(const Message& message)
{
    if (message.isEmpty())
        return {};
    return messageJson(message).dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

Message messageStored(const std::string& stored)
{
    const OrderedJson json = OrderedJson::parse(stored, nullptr, false);
    if (json.is_string())
        return messageOf(json);
    if (!json.is_object() || !json.contains("key"))
        return stored;
    try {
        return messageOf(json);
    } catch (const OrderedJson::exception&) {
        return stored;
    }
}

} // namespace autochrome::inline base
