#include "core/photo/metadata/iptc_texts.h"

#include "core/base/utf8.h"

#include <algorithm>

namespace autochrome::inline photo {
namespace {

constexpr const char* characterSet = "Iptc.Envelope.CharacterSet";
constexpr const char* utf8Escape = "\x1b%G"; // ISO 2022, as IIM wants it

} // namespace

void makeUtf8(Exiv2::IptcData& iptc)
{
    bool ascii = true;
    for (Exiv2::Iptcdatum& field : iptc) {
        if (field.typeId() != Exiv2::string || field.key() == characterSet)
            continue;
        const std::string text = field.toString();
        ascii = ascii && std::all_of(text.begin(), text.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        // Who declares UTF-8 and writes something else is not believed either.
        if (std::string decoded = utf8OfUnknown(text); decoded != text)
            field.setValue(decoded);
    }
    if (!ascii)
        setTexts(iptc, characterSet, {utf8Escape});
}

std::vector<std::string> textsOf(const Exiv2::IptcData& iptc, const std::string& key)
{
    std::vector<std::string> texts;
    for (const Exiv2::Iptcdatum& field : iptc) {
        if (field.key() == key)
            texts.push_back(field.toString());
    }
    return texts;
}

void setTexts(Exiv2::IptcData& iptc, const std::string& key, const std::vector<std::string>& texts)
{
    for (auto field = iptc.begin(); field != iptc.end();)
        field = field->key() == key ? iptc.erase(field) : std::next(field);
    for (const std::string& text : texts) {
        Exiv2::StringValue value(text);
        iptc.add(Exiv2::IptcKey(key), &value);
    }
}

} // namespace autochrome::inline photo
