#include "core/photo/metadata/text_file.h"

#include "core/photo/formats/write_failure.h"
#include "core/photo/output_file.h"

namespace autochrome::inline photo {

Result<void> writeTextFile(const std::filesystem::path& path, std::string_view content)
try {
    OutputFile file(path);
    file.append(content.data(), content.size());
    file.flush();
    file.publish(path, true);
    return {};
} catch (const WriteFailure& failure) {
    return tl::make_unexpected(failure.error());
}

} // namespace autochrome::inline photo
