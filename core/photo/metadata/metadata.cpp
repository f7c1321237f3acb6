#include "core/photo/metadata/metadata.h"

#include "core/photo/metadata/metadata_exiv2.h"

namespace autochrome::inline photo {
namespace {

/// XMP's text in several languages reads `lang="x-default" …`; people want the default one.
std::string textOf(const Exiv2::Value& value)
{
    if (const auto* languages = dynamic_cast<const Exiv2::LangAltValue*>(&value)) {
        const auto standard = languages->value_.find("x-default");
        if (standard != languages->value_.end())
            return standard->second;
        return languages->value_.empty() ? std::string() : languages->value_.begin()->second;
    }
    return value.toString();
}

template <class Container, class Key>
std::string find(const Container& container, const std::string& key)
{
    const auto field = container.findKey(Key(key));
    return field == container.end() ? std::string() : textOf(field->value());
}

std::string shortened(std::string text)
{
    constexpr std::size_t most = 2000;
    if (text.size() <= most)
        return text;
    std::size_t end = most;
    while (end > 0 && (text[end] & 0xC0) == 0x80) // not inside a UTF-8 character
        --end;
    return text.substr(0, end) + "…";
}

} // namespace

std::string fieldText(const Metadata::Data& data, const std::string& key)
{
    try {
        if (key.starts_with("Exif."))
            return find<Exiv2::ExifData, Exiv2::ExifKey>(data.exif, key);
        if (key.starts_with("Iptc."))
            return find<Exiv2::IptcData, Exiv2::IptcKey>(data.iptc, key);
        if (key.starts_with("Xmp."))
            return find<Exiv2::XmpData, Exiv2::XmpKey>(data.xmp, key);
    } catch (const Exiv2::Error&) {
        // Not a key that Exiv2 knows, so no such field either.
    }
    return {};
}

Metadata::Metadata() : data_(std::make_unique<Data>()) {}
Metadata::~Metadata() = default;
Metadata::Metadata(const Metadata& other) : data_(std::make_unique<Data>(*other.data_)) {}
Metadata::Metadata(Metadata&& other) noexcept = default;
Metadata& Metadata::operator=(const Metadata& other)
{
    if (this != &other)
        data_ = std::make_unique<Data>(*other.data_);
    return *this;
}
Metadata& Metadata::operator=(Metadata&& other) noexcept = default;

bool Metadata::isEmpty() const
{
    return !data_ || (data_->exif.empty() && data_->iptc.empty() && data_->xmp.empty());
}

std::string Metadata::value(const std::string& key) const
{
    const Exiv2Session session;
    return data_ ? fieldText(*data_, key) : std::string();
}

std::vector<std::pair<std::string, std::string>> Metadata::fields() const
{
    const Exiv2Session session;
    std::vector<std::pair<std::string, std::string>> all;
    if (!data_)
        return all;
    const auto add = [&all](const std::string& key, const std::string& text) {
        all.emplace_back(key, shortened(text));
    };
    for (const auto& field : data_->exif) {
        if (field.typeId() == Exiv2::undefined && field.size() > 256)
            add(field.key(), std::to_string(field.size()) + " bytes");
        else
            add(field.key(), field.print(&data_->exif));
    }
    for (const auto& field : data_->iptc)
        add(field.key(), field.print(&data_->exif));
    for (const auto& field : data_->xmp)
        add(field.key(), textOf(field.value()));
    return all;
}

} // namespace autochrome::inline photo
