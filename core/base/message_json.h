#pragma once

#include "core/base/message.h"

#include <nlohmann/json_fwd.hpp>

namespace autochrome::inline base {

/// A message for a file: words that are shown as they are become a string, any other an object
/// {"key": "%1 …", "arguments": […], "count": 3}.
nlohmann::ordered_json messageJson(const Message& message);

/// The message that messageJson() wrote; a string, as older versions wrote their sentences, is
/// shown as it is. Throws nlohmann::json::exception for anything else.
Message messageOf(const nlohmann::ordered_json& json);

/// messageJson() in one line, for where there is room for a text only.
std::string storedMessage(const Message& message);

/// The message of storedMessage(). Whatever else stands there, as the plain sentences of older
/// versions, is shown as it is.
Message messageStored(const std::string& stored);

} // namespace autochrome::inline base
