#include "packaging/options/format_texts.h"

#include "core/photo/formats/format_names.h"

namespace autochrome {
namespace {

/// Each type of each format between these.
std::string mimeTypes(const std::string& before, const std::string& after)
{
    std::string all;
    for (const PhotoFormat& format : photoFormats)
        for (const std::string_view type : format.mimeTypes)
            all.append(before).append(type).append(after);
    return all;
}

} // namespace

std::map<std::string, std::string> formatMarkers()
{
    return {{"@formats-read@", namesOf(Formats::Read)},
            {"@formats-lossy@", namesOf(Formats::Lossy)},
            {"@words-read@", wordsOf(Formats::Read, " ")},
            {"@words-written@", wordsOf(Formats::Written, " ")},
            {"@man-written@", wordsOf(Formats::Written, " \", \" ")},
            {"@mime-types@", mimeTypes("", ";")},
            {"@mime-elements@", mimeTypes("<mediatype>", "</mediatype>\n")}};
}

} // namespace autochrome
