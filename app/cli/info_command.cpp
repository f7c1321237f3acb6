#include "app/cli/info_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/json_line.h"
#include "core/base/error_names.h"
#include "core/base/text.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/photo_reader.h"
#include "core/photo/profile/colour_space.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <iomanip>
#include <iostream>
#include <new>

namespace autochrome::cli {

namespace {

/// Everything that is told about one file.
struct PhotoInfo
{
    PhotoHeader header;
    Photo photo;
    std::string profileName;
    Provenance provenance;
};

Result<PhotoInfo> infoOf(const std::string& name)
{
    try {
        PhotoInfo info;
        const Result<PhotoHeader> header = readPhotoHeader(name);
        if (!header)
            return tl::make_unexpected(header.error());
        Result<Photo> photo = readPhoto(name);
        if (!photo)
            return tl::make_unexpected(photo.error());
        info.header = *header;
        info.photo = std::move(*photo);
        info.profileName = ColourSpace::of(info.photo).name();
        info.provenance = provenanceOf(info.photo.metadata);
        return info;
    } catch (const std::bad_alloc& error) {
        return failure(ErrorCode::OutOfMemory, text("There is not enough memory for “%1”.", {name}),
                       error.what());
    } catch (const std::exception& error) {
        return failure(ErrorCode::Internal,
                       text("“%1” failed because of a fault in this program.", {name}),
                       error.what());
    }
}

const char* channelsName(int channels)
{
    return channels == 1 ? "grey" : channels == 3 ? "RGB" : "RGB with alpha";
}

std::string resolutionText(const Resolution& resolution)
{
    std::ostringstream stream;
    stream << resolution.x;
    if (resolution.y != resolution.x)
        stream << " x " << resolution.y;
    switch (resolution.unit) {
    case Resolution::Unit::Inch:
        stream << " pixels per inch";
        break;
    case Resolution::Unit::Centimetre:
        stream << " pixels per centimetre";
        break;
    case Resolution::Unit::None:
        stream << " (aspect only)";
        break;
    }
    return stream.str();
}

nlohmann::ordered_json resolutionJson(const Resolution& resolution)
{
    if (resolution.x <= 0)
        return nullptr;
    const char* unit = resolution.unit == Resolution::Unit::Inch         ? "inch"
                       : resolution.unit == Resolution::Unit::Centimetre ? "centimetre"
                                                                         : "none";
    return {{"x", resolution.x}, {"y", resolution.y}, {"unit", unit}};
}

void row(const std::string& name, const std::string& value)
{
    std::cout << "  " << std::left << std::setw(14) << name << printable(value) << '\n';
}

using Fields = std::vector<std::pair<std::string, std::string>>;

/// Lines of their own below a row, the values in a column.
void printFields(const Fields& fields)
{
    std::size_t width = 0;
    for (const auto& [key, value] : fields)
        width = std::max(width, key.size());
    for (const auto& [key, value] : fields)
        std::cout << "    " << std::left << std::setw(int(width) + 2) << printable(key)
                  << printable(value) << '\n';
}

void printText(const std::string& name, const PhotoInfo& info)
{
    const Photo& photo = info.photo;
    std::cout << printable(name) << '\n';
    row("format", formatName(photo.format));
    row("pixels", std::to_string(info.header.width) + " x " + std::to_string(info.header.height));
    row("depth",
        std::to_string(info.header.bitDepth) + " bit, " + channelsName(photo.pixels.channels()));
    row("profile",
        photo.icc.empty() ? info.profileName + " (assumed; none is embedded)" : info.profileName);
    if (photo.resolution.x > 0)
        row("resolution", resolutionText(photo.resolution));
    if (photo.orientation != 1)
        row("orientation", std::to_string(photo.orientation) + " (shown turned)");
    row("sha256", photo.sourceSha256);
    const Fields fields = photo.metadata.fields();
    if (!fields.empty()) {
        std::cout << "  metadata\n";
        printFields(fields);
    }
    if (!info.provenance.isKnown()) {
        row("done to it", "nothing by this program");
    } else {
        row("done to it", info.provenance.isRestored ? "restored, not colourised"
                                                     : "colourised by AI, colours simulated");
        Fields made;
        if (!info.provenance.isRestored)
            made = {{"model", info.provenance.modelName}, {"sha256", info.provenance.modelSha256}};
        const auto& parameters = info.provenance.parameters;
        made.insert(made.end(), parameters.begin(), parameters.end());
        printFields(made);
    }
}

void printJson(const std::string& name, const PhotoInfo& info)
{
    const Photo& photo = info.photo;
    nlohmann::ordered_json json;
    json["file"] = name;
    json["format"] = formatName(photo.format);
    json["width"] = info.header.width;
    json["height"] = info.header.height;
    json["bit_depth"] = info.header.bitDepth;
    json["channels"] = photo.pixels.channels();
    json["profile"] = {{"name", info.profileName}, {"embedded", !photo.icc.empty()}};
    json["resolution"] = resolutionJson(photo.resolution);
    json["orientation"] = photo.orientation;
    json["sha256"] = photo.sourceSha256;
    json["metadata"] = nlohmann::ordered_json::array();
    for (const auto& [key, value] : photo.metadata.fields())
        json["metadata"].push_back({{"key", key}, {"value", value}});
    json["colourised"] = nullptr;
    if (!info.provenance.modelName.empty())
        json["colourised"] = {{"model", info.provenance.modelName},
                              {"model_sha256", info.provenance.modelSha256},
                              {"parameters", info.provenance.parameters}};
    json["restored"] = nullptr;
    if (info.provenance.isRestored)
        json["restored"] = {{"parameters", info.provenance.parameters}};
    json["filled_share"] = info.provenance.filledShare();
    json["warnings"] = inWords(photo.warnings);
    json["error"] = nullptr;
    printLine(json);
}

void printJson(const std::string& name, const Error& error)
{
    const nlohmann::ordered_json json = {{"file", name},
                                         {"error",
                                          {{"code", errorCodeName(error.code)},
                                           {"text", inWords(error.message)},
                                           {"detail", error.detail}}}};
    printLine(json);
}

int showInfo(const std::vector<std::string>& names, bool json)
{
    int status = AllDone;
    for (const std::string& name : names) {
        const Result<PhotoInfo> info = infoOf(name);
        if (!info) {
            complain(info.error().message);
            if (json)
                printJson(name, info.error());
            status = SomeFailed;
            continue;
        }
        for (const Message& warning : info->photo.warnings)
            complain(text("warning: %1", {warning}));
        if (json)
            printJson(name, *info);
        else
            printText(name, *info);
    }
    return status;
}

} // namespace

void addInfoCommand(CLI::App& program, int& exitCode)
{
    struct Options
    {
        std::vector<std::string> files;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command =
        program.add_subcommand("info", "Show what a photo's file holds and what was done to it");
    command->add_option("FILE", options->files, "Photos")->required()->type_name("");
    command->add_flag("--json", options->json, "Print one JSON object per file and line");
    command->footer("Pixels, depth, colour profile, resolution and metadata; for a result of this\n"
                    "program also the model and the settings that made it.");
    command->callback([options, &exitCode] { exitCode = showInfo(options->files, options->json); });
}

} // namespace autochrome::cli
