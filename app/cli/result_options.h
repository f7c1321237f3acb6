#pragma once

#include "app/cli/network_options.h"
#include "core/edit/recipe.h"
#include "core/photo/photo_writer.h"

#include <string>

namespace autochrome::cli {

/// The options by which several commands say what results are to look like and how they are filed.
struct ResultOptions
{
    std::string model;
    NetworkOptions network;
    double strength = 1;
    bool keepTint = false;
    std::string format;
    int quality = 92;
    std::string overwrite = "rename";
    bool keepTimes = false;

    /// Adds --model, --device (only `withDevice`), --size, --effort, --strength, --keep-tint,
    /// --format, --quality, --overwrite and --keep-times; the options must outlive the command.
    void addTo(CLI::App& command, bool withDevice);

    // To be called after parsing.
    Recipe recipe() const;
    Overwrite collision() const;
};

} // namespace autochrome::cli
