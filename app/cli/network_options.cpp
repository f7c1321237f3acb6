#include "app/cli/network_options.h"

#include "core/edit/recipe.h"

#include <CLI/CLI.hpp>

namespace autochrome::cli {

namespace {

/// A size that the network takes, or "auto".
std::string checkSize(const std::string& value)
{
    if (value == "auto")
        return {};
    int size = 0;
    if (!CLI::detail::lexical_cast(value, size) || size == 0 || !isNetworkSize(size))
        return "Value " + value + " is neither auto nor a multiple of 32 from 128 to 1024";
    return {};
}

} // namespace

void NetworkOptions::addTo(CLI::App& command)
{
    addDeviceTo(command);
    addLookTo(command);
}

void NetworkOptions::addDeviceTo(CLI::App& command)
{
    command.add_option("-d,--device", device, "auto, cpu or cuda:N")
        ->type_name("DEVICE")
        ->capture_default_str();
}

void NetworkOptions::addLookTo(CLI::App& command)
{
    command
        .add_option("-s,--size", size,
                    "Short side at which the network looks at the photo: a multiple of 32 from "
                    "128 to 1024")
        ->type_name("N|auto")
        ->check(CLI::Validator(checkSize, ""))
        ->capture_default_str();
    command
        .add_option("--effort", effort,
                    "How long the network may look: fast, normal, or best (four looks)")
        ->type_name("EFFORT")
        ->check(CLI::IsMember({"fast", "normal", "best"}).description(""))
        ->capture_default_str();
}

void NetworkOptions::apply(ColourSettings& settings) const
{
    settings.size = size == "auto" ? 0 : std::stoi(size);
    settings.effort = effortOfName(effort).value_or(Effort::Normal);
}

} // namespace autochrome::cli
