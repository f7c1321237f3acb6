#include "core/photo/metadata/history_note.h"

#include "core/photo/metadata/metadata_exiv2.h"
#include "core/photo/metadata/provenance.h"
#include "core/photo/metadata/xmp_structures.h"

#include <cstdio>
#include <cstdlib>
#include <random>

namespace autochrome::inline photo {
namespace {

constexpr const char* history = "Xmp.xmpMM.History";
constexpr const char* greatestName = "luminance-error";
constexpr const char* mostName = "luminance-error-p99.9";
constexpr const char* meanName = "luminance-error-mean";

/// Six characters, as exact as they allow.
std::string sixCharacters(double value)
{
    char digits[32] = {};
    for (int decimals = 4; decimals >= 0; --decimals) {
        if (std::snprintf(digits, sizeof(digits), "%.*f", decimals, value) <= 6)
            break;
    }
    return digits;
}

} // namespace

std::string lightnessNote(const LightnessError& error)
{
    return std::string(greatestName) + "=" + sixCharacters(error.greatest) + "; " + mostName + "=" +
           sixCharacters(error.most) + "; " + meanName + "=" + sixCharacters(error.mean);
}

std::string notePlaceholder()
{
    std::random_device random;
    std::string letters = lightnessNote({});
    for (char& letter : letters)
        letter = char('a' + random() % 26);
    return letters;
}

bool addToHistory(Metadata& metadata, const std::string& parameters)
{
    const Exiv2Session session;
    Exiv2::XmpData& xmp = metadata.data().xmp;
    const int newest = arraySize(xmp, history);
    if (newest == 0)
        return false;
    const std::string key =
        std::string(history) + "[" + std::to_string(newest) + "]/stEvt:parameters";
    const std::string before = fieldText(metadata.data(), key);
    xmp[key] = before.empty() ? parameters : before + "; " + parameters;
    return true;
}

std::optional<LightnessError> notedLightness(const Metadata& metadata)
{
    const Provenance provenance = provenanceOf(metadata);
    const auto number = [&provenance](const char* name) -> std::optional<double> {
        const auto found = provenance.parameters.find(name);
        if (found == provenance.parameters.end())
            return std::nullopt;
        return std::atof(found->second.c_str());
    };
    const auto greatest = number(greatestName);
    if (!greatest)
        return std::nullopt;
    return LightnessError{*greatest, number(mostName).value_or(0), number(meanName).value_or(0)};
}

} // namespace autochrome::inline photo
