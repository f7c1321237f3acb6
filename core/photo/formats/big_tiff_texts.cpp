#include "core/photo/formats/big_tiff_texts.h"

#include "core/photo/metadata/metadata_exiv2.h"

#include <algorithm>
#include <utility>

namespace autochrome::inline photo {
namespace {

constexpr std::pair<std::uint32_t, const char*> baselineTexts[] = {
    {TIFFTAG_DOCUMENTNAME, "Exif.Image.DocumentName"},
    {TIFFTAG_IMAGEDESCRIPTION, "Exif.Image.ImageDescription"},
    {TIFFTAG_MAKE, "Exif.Image.Make"},
    {TIFFTAG_MODEL, "Exif.Image.Model"},
    {TIFFTAG_PAGENAME, "Exif.Image.PageName"},
    {TIFFTAG_SOFTWARE, "Exif.Image.Software"},
    {TIFFTAG_DATETIME, "Exif.Image.DateTime"},
    {TIFFTAG_ARTIST, "Exif.Image.Artist"},
    {TIFFTAG_HOSTCOMPUTER, "Exif.Image.HostComputer"},
    {TIFFTAG_COPYRIGHT, "Exif.Image.Copyright"}};

/// IPTC of the first directory, as its bytes lie in the file: libtiff and writers do not agree on
/// whether they are bytes or whole words.
std::vector<std::uint8_t> iptcOf(ByteSource& bytes)
{
    constexpr std::uint64_t most = 16 << 20;
    std::uint8_t head[16] = {};
    bytes.read(0, head, sizeof(head));
    const bool little = head[0] == 'I';
    const auto number = [little](const std::uint8_t* from, int count) {
        std::uint64_t value = 0;
        for (int i = 0; i < count; ++i)
            value = value << 8 | from[little ? count - 1 - i : i];
        return value;
    };
    const std::uint64_t directory = number(head + 8, 8);
    std::uint8_t counted[8] = {};
    if (bytes.read(directory, counted, 8) != 8)
        return {};
    const std::uint64_t entries = std::min<std::uint64_t>(number(counted, 8), 4096);
    for (std::uint64_t i = 0; i < entries; ++i) {
        std::uint8_t entry[20];
        if (bytes.read(directory + 8 + 20 * i, entry, sizeof(entry)) != sizeof(entry))
            return {};
        if (number(entry, 2) != TIFFTAG_RICHTIFFIPTC)
            continue;
        const std::uint64_t width = number(entry + 2, 2) == TIFF_LONG ? 4 : 1;
        const std::uint64_t size = std::min(number(entry + 4, 8), most) * width;
        if (size <= 8) // stands in the entry itself
            return {entry + 12, entry + 12 + size};
        std::vector<std::uint8_t> iptc(std::min(size, most));
        iptc.resize(bytes.read(number(entry + 12, 8), iptc.data(), iptc.size()));
        return iptc;
    }
    return {};
}

} // namespace

void addBigTiffTexts(const TiffFile& file, Metadata& metadata)
{
    const Exiv2Session session;
    Metadata::Data& data = metadata.data();
    for (const auto& [tag, key] : baselineTexts) {
        const char* text = nullptr;
        if (TIFFGetField(file.get(), tag, &text) && text && *text)
            data.exif[key] = std::string(text);
    }
    const std::vector<std::uint8_t> iptc = iptcOf(file.bytes());
    if (!iptc.empty())
        Exiv2::IptcParser::decode(data.iptc, iptc.data(), std::uint32_t(iptc.size()));
}

} // namespace autochrome::inline photo
