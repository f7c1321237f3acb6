#include "core/base/text.h"
#include "core/edit/colour/caught.h"
#include "core/edit/recipe_parameters.h"
#include "core/edit/rendering_impl.h"
#include "core/edit/result_file.h"
#include "core/edit/tone/tone_stage.h"
#include "core/photo/metadata/provenance.h"

namespace autochrome::inline edit {
namespace {

// A coloured result always says what its numbers mean.
std::vector<std::uint8_t> profileOf(const ColourSpace& space)
{
    return space.profile().empty() ? srgbProfile() : space.profile();
}

} // namespace

Metadata exportMetadata(const Rendering& rendering)
{
    Provenance provenance;
    provenance.modelName = rendering.model().name;
    provenance.modelSha256 = rendering.model().sha256;
    provenance.parameters = toldParameters(rendering.recipe());
    // What "auto" became.
    provenance.parameters["size"] = std::to_string(rendering.chroma().networkSize);
    provenance.parameters.merge(rendering.tones().told());
    if (const Repair& repair = rendering.repair(); repair.filled > 0 || repair.left > 0)
        provenance.tell(repair.share, repair.left);
    return resultMetadata(*rendering.before(), provenance, rendering.size(),
                          rendering.recombiner().resultSpace().isSrgb());
}

Result<WrittenPhoto> exportRendering(const Rendering& rendering,
                                     const std::filesystem::path& target,
                                     const WriteOptions& options, const Progress& progress)
try {
    const std::shared_ptr<const Photo> before = rendering.before();
    const int depth = std::min(before->bitDepth(), factsOf(options.format).depth);
    const std::unique_ptr<RowSource> rows = rendering.rows(depth);
    Result<WrittenPhoto> written =
        writeResult(*before, *rows, profileOf(rendering.recombiner().resultSpace()),
                    exportMetadata(rendering), target, options, progress);
    if (written) {
        const std::lock_guard lock(rendering.impl_->savedMutex);
        rendering.impl_->saved = *written;
    }
    return written;
} catch (...) {
    return tl::make_unexpected(
        caughtError(text("“%1” could not be written.", {target.filename().string()})));
}

} // namespace autochrome::inline edit
