#include "core/base/path_text.h"

#include "core/base/utf8.h"

#include <cstdio>

namespace autochrome::inline base {
namespace {

// RFC 3986: unreserved, and the slash that parts folders.
bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_' || c == '~' || c == '/';
}

std::string percentEncoded(const std::string& bytes)
{
    std::string encoded;
    for (const char c : bytes) {
        if (isPlain(c)) {
            encoded += c;
        } else {
            char code[4];
            std::snprintf(code, sizeof(code), "%%%02X", static_cast<unsigned char>(c));
            encoded += code;
        }
    }
    return encoded;
}

} // namespace

std::string fileAddress(const std::filesystem::path& path)
{
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::absolute(path, error);
    return "file://" + percentEncoded((error ? path : whole).native());
}

std::string portablePath(const std::filesystem::path& path)
{
    return isUtf8(path.native()) ? path.native() : fileAddress(path);
}

std::string portableName(const std::filesystem::path& path)
{
    const std::string name = path.filename().native();
    return isUtf8(name) ? name : percentEncoded(name);
}

} // namespace autochrome::inline base
