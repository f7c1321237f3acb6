#include "core/photo/originals.h"

#include "core/photo/result_finder.h"

#include <optional>
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

std::optional<std::uint64_t> fileKey(const fs::path& path)
{
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return Hash().add(std::uint64_t(status.st_dev)).add(std::uint64_t(status.st_ino)).value();
}

std::uint64_t placeKey(const fs::path& path, bool inSmallLetters)
{
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    Hash hash;
    if (const auto known = fileKey(folder)) {
        hash.add(*known);
    } else {
        std::error_code error;
        fs::path whole = fs::weakly_canonical(folder, error);
        if (error)
            whole = fs::absolute(folder, error).lexically_normal();
        hash.add(whole.native(), inSmallLetters);
    }
    return hash.add(path.filename().native(), inSmallLetters).value();
}

} // namespace

void Originals::add(const fs::path& photo, Kind kind)
{
    const auto enter = [kind](Entries& entries, std::uint64_t key) {
        Kind& known = entries.try_emplace(key, kind).first->second;
        if (kind == Kind::Named)
            known = kind;
    };
    const auto file = fileKey(photo);
    std::error_code error;
    const bool isLink = fs::is_symlink(photo, error);
    const fs::path behind = isLink ? fs::weakly_canonical(photo, error) : fs::path();
    const std::lock_guard lock(mutex_);
    enter(places_, placeKey(photo, false));
    if (file)
        enter(files_, *file);
    else
        enter(gone_, placeKey(photo, true));
    if (!behind.empty())
        enter(places_, placeKey(behind, false));
}

void Originals::assign(const std::vector<fs::path>& photos)
{
    Originals all;
    for (const fs::path& photo : photos)
        all.add(photo);
    const std::lock_guard lock(mutex_);
    files_ = std::move(all.files_);
    places_ = std::move(all.places_);
    gone_ = std::move(all.gone_);
}

// With the mutex held.
const Originals::Kind* Originals::find(const fs::path& path) const
{
    const Kind* found = nullptr;
    const auto look = [&](const Entries& entries, std::uint64_t key) {
        if (const auto entry = entries.find(key); entry != entries.end())
            if (!found || entry->second == Kind::Named)
                found = &entry->second;
    };
    look(places_, placeKey(path, false));
    if (const auto file = fileKey(path))
        look(files_, *file);
    if (!gone_.empty())
        look(gone_, placeKey(path, true));
    return found;
}

bool Originals::contains(const fs::path& path) const
{
    const std::lock_guard lock(mutex_);
    return find(path) != nullptr;
}

bool Originals::protects(const fs::path& target, const std::string& madeFrom) const
{
    {
        const std::lock_guard lock(mutex_);
        const Kind* kind = find(target);
        if (!kind)
            return false;
        if (*kind == Kind::Named)
            return true;
    }
    return madeFrom.empty() || sourceOfResult(target) != madeFrom;
}

} // namespace autochrome::inline photo
