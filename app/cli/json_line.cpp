#include "app/cli/json_line.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace autochrome::cli {

void printLine(const nlohmann::ordered_json& json)
{
    std::cout << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
              << std::flush;
}

} // namespace autochrome::cli
