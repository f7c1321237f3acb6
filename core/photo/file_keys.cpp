#include "core/photo/file_keys.h"

#include <string>
#include <sys/stat.h>

namespace autochrome::inline photo {
namespace {

namespace fs = std::filesystem;

// FNV-1a (Fowler, Noll and Vo).
class Hash
{
public:
    Hash& add(std::uint64_t number)
    {
        for (int i = 0; i < 8; ++i, number >>= 8)
            addByte(std::uint8_t(number));
        return *this;
    }
    Hash& add(const std::string& text, bool inSmallLetters = false)
    {
        for (const char c : text)
            addByte(std::uint8_t(inSmallLetters && c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
        return *this;
    }
    std::uint64_t value() const { return value_; }

private:
    void addByte(std::uint8_t byte) { value_ = (value_ ^ byte) * 1099511628211u; }

    std::uint64_t value_ = 14695981039346656037u;
};

std::optional<std::uint64_t> keyOfFile(const fs::path& path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return Hash().add(std::uint64_t(status.st_dev)).add(std::uint64_t(status.st_ino)).value();
}

struct Place
{
    std::uint64_t exact;
    std::uint64_t loose;
};

Place placeOf(const fs::path& path)
{
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    Hash exact;
    Hash loose;
    if (const auto known = keyOfFile(folder)) {
        exact.add(*known);
        loose.add(*known);
    } else {
        std::error_code error;
        fs::path whole = fs::weakly_canonical(folder, error);
        if (error)
            whole = fs::absolute(folder, error).lexically_normal();
        exact.add(whole.native());
        loose.add(whole.native(), true);
    }
    const std::string name = path.filename().native();
    return {exact.add(name).value(), loose.add(name, true).value()};
}

} // namespace

FileKeys FileKeys::of(const fs::path& path)
{
    const Place place = placeOf(path);
    FileKeys keys{place.exact, {}, keyOfFile(path), place.loose};
    std::error_code error;
    if (fs::is_symlink(path, error))
        if (const fs::path behind = fs::weakly_canonical(path, error); !behind.empty())
            keys.behind = placeOf(behind).exact;
    return keys;
}

} // namespace autochrome::inline photo
