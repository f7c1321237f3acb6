#include "core/photo/metadata/caption_merge.h"

#include "core/base/utf8.h"
#include "core/photo/metadata/iptc_texts.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

namespace autochrome::inline photo {
namespace {

using Texts = std::vector<std::string>;

/// One thing to tell and where it stands.
struct Place
{
    const char* exif; ///< null: nowhere
    const char* iptc;
    const char* xmp;
    Exiv2::TypeId xmpType;
    std::size_t iptcBytes; ///< that IIM allows
};

constexpr Place description = {"Exif.Image.ImageDescription", "Iptc.Application2.Caption",
                               "Xmp.dc.description", Exiv2::langAlt, 2000};
constexpr Place rights = {"Exif.Image.Copyright", "Iptc.Application2.Copyright", "Xmp.dc.rights",
                          Exiv2::langAlt, 128};
constexpr Place creator = {"Exif.Image.Artist", "Iptc.Application2.Byline", "Xmp.dc.creator",
                           Exiv2::xmpSeq, 32};
constexpr Place keywords = {nullptr, "Iptc.Application2.Keywords", "Xmp.dc.subject", Exiv2::xmpBag,
                            64};

std::string trimmed(std::string text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\0' || c == '\n' || c == '\r'; };
    while (!text.empty() && isBlank(text.back()))
        text.pop_back();
    return std::all_of(text.begin(), text.end(), isBlank) ? std::string() : text;
}

Texts withoutBlanks(Texts texts)
{
    for (std::string& text : texts)
        text = trimmed(std::move(text));
    std::erase(texts, std::string());
    return texts;
}

/// The guidelines' way to write several names as one text: "A; B", in quotes where one of them has
/// a semicolon in it.
std::string joined(const Texts& texts)
{
    std::string all;
    for (const std::string& text : texts) {
        all += all.empty() ? "" : "; ";
        all += text.find(';') == std::string::npos ? text : '"' + text + '"';
    }
    return all;
}

Texts parted(const std::string& text)
{
    Texts parts;
    std::string part;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"' && (quoted || part.find_first_not_of(' ') == std::string::npos)) {
            quoted = !quoted;
        } else if (c == ';' && !quoted) {
            parts.push_back(std::move(part));
            part.clear();
        } else if (c != ' ' || !part.empty()) {
            part += c;
        }
    }
    parts.push_back(std::move(part));
    return withoutBlanks(parts);
}

Texts ofExif(const Exiv2::ExifData& exif, const Place& place)
{
    if (!place.exif)
        return {};
    const auto field = exif.findKey(Exiv2::ExifKey(place.exif));
    if (field == exif.end())
        return {};
    std::string text = trimmed(utf8OfUnknown(field->toString()));
    // Exif's rights of the photographer and of the editor are parted by a zero.
    for (std::size_t zero; (zero = text.find('\0')) != std::string::npos;)
        text.replace(zero, 1, "; ");
    if (text.empty())
        return {};
    return place.xmpType == Exiv2::xmpSeq ? parted(text) : Texts{text};
}

Texts ofXmp(const Exiv2::XmpData& xmp, const Place& place)
{
    const auto field = xmp.findKey(Exiv2::XmpKey(place.xmp));
    if (field == xmp.end())
        return {};
    const Exiv2::Value& value = field->value();
    if (const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(&value)) {
        const auto standard = languages->value_.find("x-default");
        if (standard != languages->value_.end())
            return withoutBlanks({standard->second});
        return languages->value_.empty() ? Texts()
                                         : withoutBlanks({languages->value_.begin()->second});
    }
    Texts texts;
    for (long i = 0; i < long(value.count()); ++i)
        texts.push_back(value.toString(i));
    return withoutBlanks(texts);
}

void setXmp(Exiv2::XmpData& xmp, const Place& place, const Texts& texts)
{
    const Exiv2::XmpKey key(place.xmp);
    const auto before = xmp.findKey(key);
    if (place.xmpType == Exiv2::langAlt) {
        Exiv2::LangAltValue value;
        if (before != xmp.end()) {
            if (const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(&before->value()))
                value = *languages; // the other languages stay
            xmp.erase(before);
        }
        value.value_["x-default"] = texts.front();
        xmp.add(key, &value);
        return;
    }
    Exiv2::XmpArrayValue value(place.xmpType);
    for (const std::string& text : texts)
        value.read(text);
    if (before != xmp.end())
        xmp.erase(before);
    xmp.add(key, &value);
}

/// Whether IPTC's texts are XMP's, cut to what IIM has room for.
bool areCut(const Texts& iptc, const Texts& xmp, std::size_t bytes)
{
    if (iptc.size() > xmp.size())
        return false;
    for (std::size_t i = 0; i < iptc.size(); ++i) {
        if (iptc[i] != xmp[i] && (iptc[i].size() + 4 < bytes || !xmp[i].starts_with(iptc[i])))
            return false;
    }
    return true;
}

bool fits(const Texts& texts, std::size_t bytes)
{
    return std::all_of(texts.begin(), texts.end(),
                       [bytes](const std::string& text) { return text.size() <= bytes; });
}

void merge(Metadata::Data& data, const Place& place)
{
    const Texts exif = ofExif(data.exif, place);
    const Texts iptc = withoutBlanks(textsOf(data.iptc, place.iptc));
    const Texts xmp = ofXmp(data.xmp, place);
    const bool newer = data.iptcIsNewer && !iptc.empty() && !areCut(iptc, xmp, place.iptcBytes);
    const Texts& other = newer || xmp.empty() ? iptc : xmp;
    const Texts& wanted = exif.empty() ? other : exif;
    if (wanted.empty())
        return;
    if (xmp.empty() || (newer && exif.empty()))
        setXmp(data.xmp, place, xmp.empty() ? wanted : iptc);
    if (exif.empty())
        data.exif[place.exif] = place.xmpType == Exiv2::xmpSeq ? joined(wanted) : wanted.front();
    if (iptc.empty() && !data.iptc.empty() && fits(wanted, place.iptcBytes))
        setTexts(data.iptc, place.iptc, wanted);
}

void uniteKeywords(Metadata::Data& data)
{
    const auto united = [](Texts first, const Texts& second) {
        for (const std::string& text : second) {
            if (std::find(first.begin(), first.end(), text) == first.end())
                first.push_back(text);
        }
        return first;
    };
    const Texts iptc = withoutBlanks(textsOf(data.iptc, keywords.iptc));
    const Texts xmp = ofXmp(data.xmp, keywords);
    if (const Texts all = united(xmp, iptc); all.size() > xmp.size())
        setXmp(data.xmp, keywords, all);
    Texts own = united(iptc, xmp);
    std::erase_if(own, [](const std::string& text) { return text.size() > keywords.iptcBytes; });
    if (!data.iptc.empty() && own.size() > iptc.size())
        setTexts(data.iptc, keywords.iptc, own);
}

std::string exifDate(const Exiv2::ExifData& exif, const char* key, const char* offsetKey)
{
    const auto text = [&exif](const char* name) {
        const auto field = exif.findKey(Exiv2::ExifKey(name));
        return field == exif.end() ? std::string() : trimmed(field->toString());
    };
    std::string date = text(key); // "1912:07:04 10:11:12"
    if (date.size() != 19 || date[4] != ':' || date[7] != ':' || date[10] != ' ' ||
        date.find_first_not_of("0123456789: ") != std::string::npos || date < "0001")
        return {};
    date[4] = date[7] = '-';
    date[10] = 'T';
    const std::string offset = text(offsetKey);
    return date + (offset.size() == 6 ? offset : std::string());
}

/// IIM's unknown month or day is "00"; XMP leaves it out, and the time with it.
std::string iptcDate(const Exiv2::IptcData& iptc, const char* dateKey, const char* timeKey)
{
    const auto text = [&iptc](const char* key) {
        const auto field = iptc.findKey(Exiv2::IptcKey(key));
        return field == iptc.end() ? std::string() : field->toString();
    };
    const std::string date = text(dateKey); // "1912-07-04"
    if (date.size() != 10 || date.starts_with("0000"))
        return {};
    if (date.substr(5, 2) == "00")
        return date.substr(0, 4);
    if (date.substr(8, 2) == "00")
        return date.substr(0, 7);
    const std::string time = text(timeKey); // "10:11:12+01:00"
    return time.size() == 14 ? date + "T" + time : date;
}

void fillDate(Metadata::Data& data, const char* xmpKey, const std::string& exif,
              const std::string& iptc)
{
    const auto field = data.xmp.findKey(Exiv2::XmpKey(xmpKey));
    if (field != data.xmp.end() && !trimmed(field->toString()).empty())
        return;
    if (const std::string& date = exif.empty() ? iptc : exif; !date.empty())
        data.xmp[xmpKey] = date;
}

} // namespace

void mergeCaptions(Metadata::Data& data)
{
    makeUtf8(data.iptc);
    for (const Place& place : {description, rights, creator})
        merge(data, place);
    uniteKeywords(data);
    fillDate(data, "Xmp.photoshop.DateCreated",
             exifDate(data.exif, "Exif.Photo.DateTimeOriginal", "Exif.Photo.OffsetTimeOriginal"),
             iptcDate(data.iptc, "Iptc.Application2.DateCreated", "Iptc.Application2.TimeCreated"));
    fillDate(data, "Xmp.xmp.CreateDate",
             exifDate(data.exif, "Exif.Photo.DateTimeDigitized", "Exif.Photo.OffsetTimeDigitized"),
             iptcDate(data.iptc, "Iptc.Application2.DigitizationDate",
                      "Iptc.Application2.DigitizationTime"));
    // It says of what IPTC was in another file.
    const auto digest = data.xmp.findKey(Exiv2::XmpKey("Xmp.photoshop.LegacyIPTCDigest"));
    if (digest != data.xmp.end())
        data.xmp.erase(digest);
    data.iptcIsNewer = false;
}

} // namespace autochrome::inline photo
