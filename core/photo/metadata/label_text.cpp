#include "core/photo/metadata/label_text.h"

#include <nlohmann/json.hpp>

namespace autochrome::inline photo {
namespace {

using Json = nlohmann::json;

/// The text of a JSON object or array with the label in it; empty if it is neither. All that was
/// there stays as it was written.
std::string insideJson(const std::string& text, const std::string& label)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || (text[first] != '{' && text[first] != '['))
        return {};
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_structured())
        return {};
    std::string member = Json(label).dump(-1, ' ', false, Json::error_handler_t::replace);
    if (json.is_object()) {
        std::string key = "autochrome";
        for (int number = 2; json.contains(key); ++number)
            key = "autochrome " + std::to_string(number);
        member = '"' + key + "\": " + member;
    }
    // The last bracket closes the whole; before it there may be line breaks and indentation.
    const std::size_t close = text.find_last_of("}]");
    const std::size_t end = text.find_last_not_of(" \t\r\n", close - 1) + 1;
    return text.substr(0, end) + (json.empty() ? "" : ", ") + member + text.substr(end);
}

} // namespace

std::string labelled(std::string description, const std::string& label)
{
    // Cameras like to fill an empty description with spaces or zeros.
    while (!description.empty() && (description.back() == ' ' || description.back() == '\0'))
        description.pop_back();
    if (description.empty())
        return label;
    if (std::string json = insideJson(description, label); !json.empty())
        return json;
    const char last = description.back();
    const bool closed = last == '.' || last == '!' || last == '?' || last == '\n';
    return description + (closed ? " " : ". ") + label;
}

} // namespace autochrome::inline photo
