#include "app/cli/progress_lines.h"

#include "core/base/error_names.h"
#include "core/base/text.h"

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

namespace autochrome::cli {

namespace {

void print(const nlohmann::ordered_json& json)
{
    std::cerr << json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n"
              << std::flush;
}

} // namespace

void ProgressLines::show(double fraction, const Message& text)
{
    using namespace std::chrono_literals;
    const std::lock_guard lock(mutex_);
    const auto now = std::chrono::steady_clock::now();
    if (now - last_ < 100ms)
        return;
    last_ = now;
    print({{"progress", fraction}, {"text", inWords(text)}});
}

void ProgressLines::fail(const Error& error)
{
    const std::lock_guard lock(mutex_);
    print({{"error", errorCodeName(error.code)}, {"text", inWords(error.message)}});
}

} // namespace autochrome::cli
