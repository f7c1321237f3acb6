#include "core/photo/metadata/metadata_extras.h"

#include "core/base/utf8.h"
#include "core/photo/metadata/photoshop_resources.h"
#include "core/photo/metadata/xmp_structures.h"

#include <algorithm>
#include <ctime>

namespace autochrome::inline photo {
namespace {

constexpr const char* userComment = "Exif.Photo.UserComment";

/// Up to the first of the characters that nest one key in another.
std::string outermost(const std::string& key)
{
    return key.substr(0, key.find_first_of("[/"));
}

bool hasXmp(const Exiv2::XmpData& xmp, const char* key)
{
    // Not by findKey(): Exiv2 throws where no packet has told it the name space yet.
    return std::any_of(xmp.begin(), xmp.end(), [key](const Exiv2::Xmpdatum& field) {
        return field.key() == key && !field.toString().empty();
    });
}

/// The text of Exif's user comment without its note about the encoding.
std::string commentOf(const Exiv2::ExifData& exif)
{
    const auto field = exif.findKey(Exiv2::ExifKey(userComment));
    if (field == exif.end())
        return {};
    std::string text = field->print(&exif);
    if (const auto* comment = dynamic_cast<const Exiv2::CommentValue*>(&field->value()))
        text = comment->comment();
    while (!text.empty() && (text.back() == '\0' || text.back() == ' '))
        text.pop_back();
    return text;
}

/// "1912", "1912-07-04", "1912-07-04T10:11:12+01:00", or "Thu, 04 Jul 1912 10:11:12 GMT" as PNG
/// recommends it, as XMP writes dates; empty if it is none of them.
std::string dateOf(const std::string& text)
{
    std::tm time = {};
    for (const char* pattern : {"%Y", "%Y-%m", "%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"}) {
        time = {};
        const char* end = ::strptime(text.c_str(), pattern, &time);
        const bool isZone =
            end && (*end == 'Z' || *end == '+' || (*end == '-' && text.size() > 16));
        if (end && (*end == '\0' || (isZone && text.size() > 16)) && text[0] != ' ')
            return text;
    }
    const char* end = ::strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S", &time);
    if (!end)
        return {};
    char date[32];
    std::strftime(date, sizeof(date), "%Y-%m-%dT%H:%M:%S", &time);
    const std::string zone(end);
    return date + std::string(zone == " GMT" || zone == " UT" || zone == " +0000" ? "Z" : "");
}

} // namespace

bool decodeSegments(const JpegSegments& segments, Metadata::Data& data)
{
    bool sound = true;
    try {
        Exiv2::ExifParser::decode(data.exif, segments.exif.data(),
                                  std::uint32_t(segments.exif.size()));
        sound = !data.exif.empty();
        const auto resources = photoshopResources(segments.photoshop);
        if (const auto iptc = resources.find(photoshop::iptc); iptc != resources.end())
            sound = Exiv2::IptcParser::decode(data.iptc, iptc->second.data(),
                                              std::uint32_t(iptc->second.size())) == 0 &&
                    sound;
        if (!segments.xmp.empty())
            sound = Exiv2::XmpParser::decode(data.xmp, segments.xmp) == 0 && sound;
    } catch (const std::exception&) {
        sound = false;
    }
    return sound;
}

bool addExtendedXmp(const JpegSegments& segments, Metadata::Data& data)
{
    constexpr const char* reference = "Xmp.xmpNote.HasExtendedXMP";
    if (!hasXmp(data.xmp, reference))
        return true;
    eraseXmp(data.xmp, reference); // a result may need no second packet
    Exiv2::XmpData extended;
    try {
        if (!segments.extendedXmpIsWhole || segments.extendedXmp.empty() ||
            Exiv2::XmpParser::decode(extended, segments.extendedXmp) != 0)
            return false;
    } catch (const std::exception&) {
        return false;
    }
    std::map<std::string, bool> isThere;
    for (const Exiv2::Xmpdatum& field : data.xmp)
        isThere[outermost(field.key())] = true;
    for (const Exiv2::Xmpdatum& field : extended) {
        if (!isThere.contains(outermost(field.key())))
            data.xmp.add(field);
    }
    return true;
}

void addPhotoshopFacts(const std::map<int, std::vector<std::uint8_t>>& resources,
                       std::span<const std::uint8_t> iptc, Metadata::Data& data)
{
    const auto content = [&resources](int id) {
        const auto found = resources.find(id);
        return found == resources.end() ? std::vector<std::uint8_t>() : found->second;
    };
    const std::vector<std::uint8_t> marked = content(photoshop::isCopyrighted);
    if (!marked.empty() && marked[0] != 0 && !hasXmp(data.xmp, "Xmp.xmpRights.Marked"))
        data.xmp["Xmp.xmpRights.Marked"] = std::string("True");
    const std::vector<std::uint8_t> url = content(photoshop::url);
    if (!url.empty() && !hasXmp(data.xmp, "Xmp.xmpRights.WebStatement"))
        data.xmp["Xmp.xmpRights.WebStatement"] = utf8OfUnknown(std::string(url.begin(), url.end()));
    const std::vector<std::uint8_t> own = content(photoshop::iptc);
    data.iptcIsNewer = !data.iptc.empty() &&
                       isChangedSince(content(photoshop::iptcDigest), iptc.empty() ? own : iptc);
}

void addComment(const std::string& comment, Metadata::Data& data)
{
    std::string text = utf8OfUnknown(comment);
    while (!text.empty() && (text.back() == '\0' || text.back() == '\n' || text.back() == ' '))
        text.pop_back();
    if (text.empty())
        return;
    const std::string before = commentOf(data.exif);
    if (before.find(text) != std::string::npos)
        return;
    if (!before.empty())
        text = before + "\n" + text;
    Exiv2::CommentValue value;
    bool ascii = true;
    for (const char c : text)
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    value.read((ascii ? "charset=Ascii " : "charset=Unicode ") + text);
    data.exif[userComment].setValue(&value);
}

void addPngTexts(const std::vector<std::pair<std::string, std::string>>& texts,
                 Metadata::Data& data)
{
    const auto fill = [&data](const char* key, const std::string& text) {
        if (!hasXmp(data.xmp, key))
            data.xmp[key] = text;
    };
    for (const auto& [keyword, text] : texts) {
        if (keyword == "Title")
            fill("Xmp.dc.title", text);
        else if (keyword == "Author")
            fill("Xmp.dc.creator", text);
        else if (keyword == "Description")
            fill("Xmp.dc.description", text);
        else if (keyword == "Copyright")
            fill("Xmp.dc.rights", text);
        else if (keyword == "Disclaimer")
            fill("Xmp.xmpRights.UsageTerms", text);
        else if (keyword == "Software")
            fill("Xmp.xmp.CreatorTool", text);
        else if (const std::string date = dateOf(text); keyword == "Creation Time" && !date.empty())
            fill("Xmp.photoshop.DateCreated", date);
        else
            addComment(keyword == "Comment" ? text : keyword + ": " + text, data);
    }
}

} // namespace autochrome::inline photo
