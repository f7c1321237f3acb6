#include "app/cli/result_options.h"

#include "core/base/text.h"
#include "core/edit/repair/damage_picture.h"
#include "core/edit/shipped_presets.h"
#include "core/photo/formats/format_names.h"
#include "core/queue/batch_settings.h"

#include <CLI/CLI.hpp>

#include <cmath>

namespace autochrome::cli {

namespace {

std::string checkFormat(const std::string& value)
{
    const auto format = formatOfName(value);
    if (format && factsOf(*format).writer)
        return {};
    return format ? inWords(onlyRead(*format))
                  : "Value " + value + " is none of " + wordsOf(Formats::Written);
}

constexpr const char* printWord = "print";

std::string checkCrop(const std::string& value)
{
    return value == printWord || FrameOrder::cropOfText(value)
               ? std::string()
               : "Value " + value +
                     " is neither “print” nor X,Y,W,H in pixels or, with %, in percent of the "
                     "photo: 10%,0,80%,600";
}

// CLI::Range lets through what is no number.
std::string checkStraighten(const std::string& value)
{
    double degrees = 0;
    const bool isNumber = CLI::detail::lexical_cast(value, degrees);
    return isNumber && std::abs(degrees) <= FrameOrder::steepest
               ? std::string()
               : "Value " + value + " is not a number of degrees from -45 to 45";
}

void addFrameOptions(CLI::App& command, FrameOrder& frame)
{
    command
        .add_option_function<std::string>(
            "--crop",
            [&frame](const std::string& value) {
                frame.toPrint = value == printWord;
                frame.crop = FrameOrder::cropOfText(value);
            },
            "Keep a part of the upright photo, before it is turned: left, top, width and height "
            "in pixels or, with %, in percent; or, with “print”, what lies within the edge of the "
            "one print on a scan, if that is seen for certain")
        ->type_name("X,Y,W,H|print")
        ->check(CLI::Validator(checkCrop, ""));
    CLI::Option* straighten =
        command
            .add_option_function<double>(
                "--straighten", [&frame](double degrees) { frame.straighten = degrees; },
                "Turn the picture clockwise by a few degrees, -45 to 45, and keep what has no "
                "empty corners then; what --crop keeps is turned about its own centre")
            ->type_name("DEGREES")
            ->check(CLI::Validator(checkStraighten, ""));
    command
        .add_flag("--deskew", frame.deskew,
                  "Straighten by the edge of the print on a scan or by the picture's own verticals "
                  "and horizontals, if these are seen for certain")
        ->excludes(straighten);
}

} // namespace

void ResultOptions::addTo(CLI::App& command, For what)
{
    if (what != For::Restoring)
        command
            .add_option("-m,--model", model,
                        "A model file, or a name from `autochrome-cli models` [the best one found]")
            ->type_name("MODEL");
    if (what == For::Colour)
        addDeviceOption(command, device);
    std::string names;
    for (const ShippedPreset& shipped : shippedPresets())
        names += std::string("\"") + shipped.name + "\", ";
    command
        .add_option("--preset", preset,
                    "Settings for one kind of original: " + names +
                        "or one of your own presets; other settings stay, and options given here "
                        "override it")
        ->type_name("NAME");
    command
        .add_option("--recipe", recipeFile,
                    "A recipe for all photos, such as the sidecar of one, in place of their own "
                    "settings; options given here override it")
        ->type_name("FILE");
    command.add_flag("--no-sidecars", noSidecars,
                     "Ignore settings kept for photos (PHOTO.autochrome.json), which are used "
                     "otherwise unless options given here override them");
    look.addTo(command, what == For::Restoring ? RecipeOptions::Rows::WithoutColour
                                               : RecipeOptions::Rows::All);
    addFrameOptions(command, frame);
    command
        .add_option("--mask", mask,
                    "What is damaged and is to be filled in: a PNG or TIFF of the upright photo's "
                    "size, in which everything but black is")
        ->type_name("FILE");
    command
        .add_option("-f,--format", format,
                    wordsOf(Formats::Written) + " [that of -o FILE, else lossless]")
        ->type_name("FORMAT")
        ->check(CLI::Validator(checkFormat, ""));
    command.add_option("-q,--quality", quality, "Of " + namesOf(Formats::Lossy) + ", 1 to 100")
        ->type_name("Q")
        ->check(CLI::Range(1, 100).description(""))
        ->capture_default_str();
    command
        .add_option(
            "--overwrite", overwrite,
            "What to do if the result's file exists: skip (pass over what was done before), "
            "replace or rename; an original is never replaced")
        ->type_name("MODE")
        ->check(CLI::IsMember({"skip", "replace", "rename"}).description(""))
        ->capture_default_str();
    command.add_flag("--keep-times", keepTimes,
                     "Give the result's file its source's time of modification");
}

Result<RecipeOrder> ResultOptions::order() const
{
    RecipeOrder order;
    order.frame = frame;
    order.keptFirst = !noSidecars && recipeFile.empty();
    if (!preset.empty()) {
        const Result<NamedPreset> named = presetNamed(preset, RecipePresets::ofPerson());
        if (!named)
            return failure(ErrorCode::Usage, named.error().message, named.error().detail);
        order.recipe = withNamed(order.recipe, named->recipe, named->keys);
        order.named = named->keys;
    }
    const std::vector<std::string> given = look.keys();
    order.recipe = withNamed(order.recipe, look.recipe(), given);
    order.named.insert(order.named.end(), given.begin(), given.end());
    if (!mask.empty()) {
        const Result<DamageMask> made = maskOfFile(mask);
        if (!made)
            return failure(ErrorCode::Usage, made.error().message, made.error().detail);
        order.recipe.repair.mask = *made;
        order.named.emplace_back(maskKey);
    }
    if (recipeFile.empty())
        return order;
    const Result<Recipe> recipe = recipeInFile(recipeFile);
    if (!recipe)
        return failure(ErrorCode::Usage, recipe.error().message, recipe.error().detail);
    order.recipe = withNamed(*recipe, order.recipe, order.named);
    return order;
}

Overwrite ResultOptions::collision() const
{
    return overwriteOfName(overwrite).value_or(Overwrite::Rename);
}

} // namespace autochrome::cli
