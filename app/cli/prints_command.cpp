#include "app/cli/prints_command.h"

#include "app/cli/console.h"
#include "app/cli/exit_status.h"
#include "app/cli/json_line.h"
#include "core/base/error_names.h"
#include "core/base/text.h"
#include "core/edit/colour/caught.h"
#include "core/photo/photo_reader.h"
#include "core/prints/print_finder.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <iostream>
#include <memory>

namespace autochrome::cli {

namespace {

/// What is told of one scan.
struct ScanPrints
{
    cv::Size size; ///< upright
    std::vector<FoundPrint> prints;
    std::vector<Message> warnings;
};

Result<ScanPrints> printsOn(const std::string& name)
{
    try {
        Result<Photo> read = readPhoto(name);
        if (!read)
            return tl::make_unexpected(read.error());
        const Photo photo = uprighted(std::move(*read));
        return ScanPrints{photo.pixels.size(), findPrints(photo.pixels), photo.warnings};
    } catch (...) {
        Error error = caughtError(text("“%1” failed because of a fault in this program.", {name}));
        if (error.code == ErrorCode::OutOfMemory)
            error.message = text("There is not enough memory for “%1”.", {name});
        return tl::make_unexpected(std::move(error));
    }
}

double rounded(double value, double step)
{
    return std::round(value / step) * step + 0.0; // no -0
}

std::string asText(double value)
{
    std::ostringstream stream;
    stream << value;
    return stream.str();
}

void printText(const std::string& name, const ScanPrints& scan)
{
    std::cout << printable(name) << '\n';
    if (scan.prints.empty())
        std::cout << "  no print's edge is seen\n";
    for (std::size_t i = 0; i < scan.prints.size(); ++i) {
        const FoundPrint& print = scan.prints[i];
        const cv::Size size = print.frame.size();
        std::cout << "  " << i + 1 << "  " << printKindName(print.kind) << ", " << size.width
                  << " x " << size.height << " pixels, turned by "
                  << asText(rounded(print.frame.degrees(), 0.01)) << " degrees, certainty "
                  << asText(rounded(print.certainty, 0.01)) << '\n';
    }
}

void printJson(const std::string& name, const ScanPrints& scan)
{
    nlohmann::ordered_json json;
    json["file"] = name;
    json["width"] = scan.size.width;
    json["height"] = scan.size.height;
    json["prints"] = nlohmann::ordered_json::array();
    for (const FoundPrint& print : scan.prints) {
        nlohmann::ordered_json corners = nlohmann::ordered_json::array();
        for (const cv::Point2d& corner : print.frame.corners)
            corners.push_back({rounded(corner.x, 0.01), rounded(corner.y, 0.01)});
        json["prints"].push_back({{"corners", corners},
                                  {"angle", rounded(print.frame.degrees(), 0.001)},
                                  {"certainty", rounded(print.certainty, 0.001)},
                                  {"kind", printKindName(print.kind)}});
    }
    json["warnings"] = inWords(scan.warnings);
    json["error"] = nullptr;
    printLine(json);
}

int showPrints(const std::vector<std::string>& names, bool json)
{
    int status = AllDone;
    for (const std::string& name : names) {
        const Result<ScanPrints> scan = printsOn(name);
        if (!scan) {
            const Error& error = scan.error();
            complain(error.message);
            if (json)
                printLine({{"file", name},
                           {"error",
                            {{"code", errorCodeName(error.code)},
                             {"text", inWords(error.message)},
                             {"detail", error.detail}}}});
            status = SomeFailed;
            continue;
        }
        for (const Message& warning : scan->warnings)
            complain(text("warning: %1", {warning}));
        if (json)
            printJson(name, *scan);
        else
            printText(name, *scan);
    }
    return status;
}

} // namespace

void addPrintsCommand(CLI::App& program, int& exitCode)
{
    struct Options
    {
        std::vector<std::string> scans;
        bool json = false;
    };
    auto options = std::make_shared<Options>();
    CLI::App* command = program.add_subcommand("prints", "Tell which prints are seen on a scan");
    command->add_option("SCAN", options->scans, "Scans")->required()->type_name("");
    command->add_flag("--json", options->json, "Print one JSON object per scan and line");
    command->footer(
        "Examples:\n"
        "  autochrome-cli prints album-page.tif\n"
        "  autochrome-cli prints --json scans/*.tif | jq '.prints | length'\n"
        "\n"
        "Nothing is written. JSON has four corners of each print, clockwise from the\n"
        "top left in pixels of the upright scan, by how many degrees it is turned\n"
        "clockwise, a certainty from 0 to 1 and its kind: loose, mounted, framed or film.");
    command->callback(
        [options, &exitCode] { exitCode = showPrints(options->scans, options->json); });
}

} // namespace autochrome::cli
