#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace autochrome::inline photo {

/// Exif, IPTC and XMP of a photo, as a value. Exiv2 stays behind this header
/// (core/photo/metadata_exiv2.h opens it for the files that need it).
class Metadata
{
public:
    Metadata();
    ~Metadata();
    Metadata(const Metadata& other);
    Metadata(Metadata&& other) noexcept;
    Metadata& operator=(const Metadata& other);
    Metadata& operator=(Metadata&& other) noexcept;

    bool isEmpty() const;

    /// The text of a field by its Exiv2 key ("Exif.Image.Software", "Iptc.Application2.Caption",
    /// "Xmp.dc.description"); empty if absent.
    std::string value(const std::string& key) const;

    /// All fields, as (key, interpreted text), Exif first, then IPTC, then XMP. Long binary values
    /// are shortened.
    std::vector<std::pair<std::string, std::string>> fields() const;

    struct Data; ///< Exiv2's containers, see metadata_exiv2.h
    Data& data() { return *data_; }
    const Data& data() const { return *data_; }

private:
    std::unique_ptr<Data> data_;
};

} // namespace autochrome::inline photo
