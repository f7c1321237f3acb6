#include "core/photo/metadata/xmp_structures.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <locale>
#include <sstream>

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

void eraseElement(Exiv2::XmpData& xmp, const std::string& arrayKey, int index)
{
    const auto elementKey = [&](int i) { return arrayKey + "[" + std::to_string(i) + "]"; };
    const int size = arraySize(xmp, arrayKey);
    eraseXmp(xmp, elementKey(index));
    for (int i = index + 1; i <= size; ++i) {
        const std::string from = elementKey(i);
        std::vector<std::pair<std::string, Exiv2::Xmpdatum>> fields;
        for (const Exiv2::Xmpdatum& field : xmp)
            if (const std::string name = field.key();
                name.starts_with(from) && (name.size() == from.size() || name[from.size()] == '/' ||
                                           name[from.size()] == '['))
                fields.emplace_back(elementKey(i - 1) + name.substr(from.size()), field);
        eraseXmp(xmp, from);
        for (const auto& [name, field] : fields)
            xmp.add(Exiv2::XmpKey(name), &field.value());
    }
}

std::optional<double> numberAt(const Exiv2::XmpData& xmp, const std::string& key)
{
    const auto field = xmp.findKey(Exiv2::XmpKey(key));
    if (field == xmp.end())
        return std::nullopt;
    const std::string text = field->toString();
    double number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc() && read.ptr == end ? std::optional(number) : std::nullopt;
}

std::string textOfNumber(double number)
{
    char digits[32];
    const auto end =
        std::to_chars(digits, digits + sizeof digits, number, std::chars_format::general, 6);
    return {digits, end.ptr};
}

std::optional<cv::Rect2d> rectangleOf(const std::string& text)
{
    std::istringstream stream(text);
    stream.imbue(std::locale::classic());
    cv::Rect2d read;
    char comma[3];
    if (stream >> read.x >> comma[0] >> read.y >> comma[1] >> read.width >> comma[2] >> read.height)
        return read;
    return std::nullopt;
}

std::string textOfRectangle(const cv::Rect2d& rectangle)
{
    return textOfNumber(rectangle.x) + ", " + textOfNumber(rectangle.y) + ", " +
           textOfNumber(rectangle.width) + ", " + textOfNumber(rectangle.height);
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
