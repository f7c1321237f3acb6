#include "app/cli/photo_inputs.h"

#include "app/cli/output_plan.h"
#include "core/base/text.h"
#include "core/photo/photo_reader.h"

#include <algorithm>

namespace autochrome::cli {

namespace fs = std::filesystem;

namespace {

bool isHidden(const fs::path& path)
{
    return path.filename().native().starts_with('.');
}

bool isPhoto(const fs::directory_entry& entry)
{
    std::error_code error;
    if (isHidden(entry.path()) || !entry.is_regular_file(error))
        return false;
    // A damaged file with a photo's name is one that the person should hear about.
    return formatOfExtension(entry.path()) || readPhotoHeader(entry.path());
}

template <class Iterator>
std::error_code collect(Iterator entry, std::vector<fs::path>& photos)
{
    std::error_code error;
    for (; entry != Iterator(); entry.increment(error)) {
        if constexpr (requires { entry.disable_recursion_pending(); }) {
            if (isHidden(entry->path()))
                entry.disable_recursion_pending();
        }
        if (isPhoto(*entry))
            photos.push_back(entry->path());
    }
    return error;
}

std::vector<PhotoInput> photosIn(const fs::path& folder, bool recursive)
{
    std::vector<fs::path> photos;
    std::error_code error;
    const auto options = fs::directory_options::skip_permission_denied;
    if (fs::directory_iterator plain(folder, error); !error) {
        if (recursive)
            error = collect(fs::recursive_directory_iterator(folder, options, error), photos);
        else
            error = collect(std::move(plain), photos);
    }
    std::vector<PhotoInput> inputs;
    if (error) {
        inputs.push_back(
            {folder, true,
             Error{ErrorCode::Unreadable,
                   text("The folder “%1” cannot be read: %2.", {folder.native(), error.message()}),
                   error.message()}});
    } else if (photos.empty()) {
        inputs.push_back({folder, true,
                          Error{ErrorCode::NotFound,
                                text("The folder “%1” holds no photos.", {folder.native()}),
                                {}}});
    }
    std::ranges::sort(photos);
    for (fs::path& photo : photos)
        inputs.push_back({std::move(photo), true, std::nullopt});
    return inputs;
}

} // namespace

std::vector<PhotoInput> expandInputs(const std::vector<std::string>& names, bool recursive)
{
    std::vector<PhotoInput> inputs;
    for (const std::string& name : names) {
        std::error_code error;
        if (fs::is_directory(name, error))
            std::ranges::move(photosIn(name, recursive), std::back_inserter(inputs));
        else
            inputs.push_back({name, false, std::nullopt});
    }
    return inputs;
}

} // namespace autochrome::cli
