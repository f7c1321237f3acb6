#include "core/base/path_json.h"

#include <nlohmann/json.hpp>
#include <string>

namespace autochrome::inline base {

using Json = nlohmann::ordered_json;

Json pathJson(const std::filesystem::path& path)
{
    Json name = path.string();
    try {
        (void)name.dump();
        return name;
    } catch (const Json::type_error&) {
        Json bytes = Json::array();
        for (const char byte : path.string())
            bytes.push_back(int(static_cast<unsigned char>(byte)));
        return bytes;
    }
}

std::filesystem::path pathOf(const Json& json)
{
    if (json.is_string())
        return json.get<std::string>();
    std::string bytes;
    for (const Json& byte : json.get_ref<const Json::array_t&>())
        bytes += char(byte.get<int>());
    return bytes;
}

} // namespace autochrome::inline base
