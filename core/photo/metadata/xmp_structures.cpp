#include "core/photo/metadata/xmp_structures.h"

#include <algorithm>
#include <cstdlib>

namespace autochrome::inline photo {

void eraseXmp(Exiv2::XmpData& xmp, const std::string& key)
{
    for (auto field = xmp.begin(); field != xmp.end();) {
        const std::string name = field->key();
        const bool nested =
            name.starts_with(key) &&
            (name.size() == key.size() || name[key.size()] == '/' || name[key.size()] == '[');
        field = nested ? xmp.erase(field) : std::next(field);
    }
}

int arraySize(const Exiv2::XmpData& xmp, const std::string& key)
{
    int largest = 0;
    for (const Exiv2::Xmpdatum& field : xmp) {
        const std::string name = field.key();
        if (name.starts_with(key + "["))
            largest = std::max(largest, std::atoi(name.c_str() + key.size() + 1));
    }
    return largest;
}

void appendStructure(Exiv2::XmpData& xmp, const std::string& arrayKey, const XmpFields& fields)
{
    if (xmp.findKey(Exiv2::XmpKey(arrayKey)) == xmp.end()) {
        Exiv2::XmpTextValue array;
        array.setXmpArrayType(Exiv2::XmpValue::xaSeq);
        xmp.add(Exiv2::XmpKey(arrayKey), &array);
    }
    const std::string element = arrayKey + "[" + std::to_string(arraySize(xmp, arrayKey) + 1) + "]";
    for (const auto& [name, value] : fields)
        xmp[element + "/" + name] = value;
}

void setStructure(Exiv2::XmpData& xmp, const std::string& key, const XmpFields& fields)
{
    eraseXmp(xmp, key);
    Exiv2::XmpTextValue structure;
    structure.setXmpStruct();
    xmp.add(Exiv2::XmpKey(key), &structure);
    for (const auto& [name, value] : fields)
        xmp[key + "/" + name] = value;
}

} // namespace autochrome::inline photo
