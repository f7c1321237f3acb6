#include "core/models/encoder_store.h"

#include "core/base/sha256.h"
#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/models/library_files.h"
#include "core/models/model_library.h"
#include "core/network/model_check.h"

#include <algorithm>

namespace autochrome::inline models {
namespace {

namespace fs = std::filesystem;

fs::path checksumFile(const fs::path& encoder)
{
    return fs::path(encoder) += ".sha256";
}

/// What was written beside the file when it was added, so that a list need not read all of it.
std::optional<std::string> sha256Of(const fs::path& encoder)
{
    constexpr std::size_t digits = 64;
    if (const auto beside = readSmallFile(checksumFile(encoder));
        beside && beside->size() >= digits &&
        beside->find_first_not_of("0123456789abcdef") >= digits)
        return beside->substr(0, digits);
    const auto sha256 = sha256OfFile(encoder);
    return sha256 ? std::optional(*sha256) : std::nullopt;
}

tl::unexpected<Error> missing(const std::string& name)
{
    return failure(ErrorCode::ModelMissing, text("There is no encoder named “%1”.", {name}));
}

/// The file of the name, or of the first of name-2, name-3, … that is free.
fs::path freeFile(const std::string& name)
{
    const fs::path folder = personsEncoderFolder();
    fs::path file = folder / libraryFileName(name);
    std::error_code error;
    for (int number = 2; fs::exists(file, error); ++number)
        file =
            folder / libraryFileName(std::string(name).append("-").append(std::to_string(number)));
    return file;
}

} // namespace

fs::path personsEncoderFolder()
{
    const fs::path models = personsModelFolder();
    return models.empty() ? models : models.parent_path() / "encoders";
}

std::vector<EncoderEntry> availableEncoders()
{
    std::vector<EncoderEntry> encoders;
    std::error_code error;
    for (fs::directory_iterator it(personsEncoderFolder(), error), end; !error && it != end;
         it.increment(error)) {
        const fs::path& file = it->path();
        if (file.extension() != libraryExtension || !isEncoderFile(file))
            continue;
        if (const auto sha256 = sha256Of(file))
            encoders.push_back({file, file.stem().string(), *sha256});
    }
    std::sort(encoders.begin(), encoders.end(),
              [](const EncoderEntry& a, const EncoderEntry& b) { return a.name < b.name; });
    return encoders;
}

std::optional<EncoderEntry> namedEncoder(const std::string& name)
{
    for (EncoderEntry& encoder : availableEncoders())
        if (encoder.name == name)
            return std::move(encoder);
    return {};
}

Result<EncoderEntry> addEncoder(const fs::path& file, const std::string& name)
{
    if (const auto good = verifyEncoder(file); !good)
        return tl::make_unexpected(good.error());
    const auto sha256 = sha256OfFile(file);
    if (!sha256)
        return tl::make_unexpected(sha256.error());
    for (EncoderEntry& known : availableEncoders())
        if (known.sha256 == *sha256)
            return std::move(known);
    if (const auto made = makeLibraryFolder(personsEncoderFolder()); !made)
        return tl::make_unexpected(made.error());
    const fs::path target = freeFile(name.empty() ? file.stem().string() : name);
    if (const auto copied = copyLibraryFile(file, target, *sha256); !copied)
        return tl::make_unexpected(copied.error());
    // As sha256sum writes it. A list reckons it anew should it be missing.
    (void)replaceSmallFile(checksumFile(target),
                           std::string(*sha256) + "  " + target.filename().string() + "\n");
    return EncoderEntry{target, target.stem().string(), *sha256};
}

Result<fs::path> exportEncoder(const std::string& name, const fs::path& target)
{
    const auto encoder = namedEncoder(name);
    if (!encoder)
        return missing(name);
    std::error_code error;
    const fs::path path =
        fs::is_directory(target, error) ? target / encoder->path.filename() : target;
    if (fs::exists(path, error))
        return failure(ErrorCode::TargetExists, text("“%1” exists already.", {path.string()}));
    if (const auto copied = copyLibraryFile(encoder->path, path, encoder->sha256); !copied)
        return tl::make_unexpected(copied.error());
    return path;
}

Result<void> verifyEncoder(const fs::path& file)
{
    std::error_code error;
    if (!fs::exists(file, error))
        return failure(ErrorCode::NotFound,
                       text("There is no encoder file “%1”.", {file.string()}));
    return checkEncoder(file);
}

Result<void> removeEncoder(const std::string& name)
{
    const auto encoder = namedEncoder(name);
    return encoder ? removeLibraryFile(encoder->path) : missing(name);
}

} // namespace autochrome::inline models
