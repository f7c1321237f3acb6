#include "core/photo/text_file.h"

#include "core/photo/output_file.h"
#include "core/photo/write_failure.h"

namespace autochrome {

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

} // namespace autochrome
