#include "core/base/path_json.h"

#include <nlohmann/json.hpp>
#include <string>

namespace autochrome::inline base {

using OrderedJson = nlohmann::ordered_json;

OrderedJson pathJson(const std::filesystem::path& path)
{
    OrderedJson name = path.string();
    try {
        (void)name.dump();
        return name;
    } catch (const OrderedJson::type_error&) {
        OrderedJson bytes = OrderedJson::array();
        for (const char byte : path.string())
            bytes.push_back(int(static_cast<unsigned char>(byte)));
        return bytes;
    }
}

std::filesystem::path pathOf(const OrderedJson& json)
{
    if (json.is_string())
        return json.get<std::string>();
    std::string bytes;
    for (const OrderedJson& byte : json.get_ref<const OrderedJson::array_t&>())
        bytes += char(byte.get<int>());
    return bytes;
}

} // namespace autochrome::inline base
