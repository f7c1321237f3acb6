#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/edit/colour/chroma_map.h"
#include "core/edit/colour/recombiner.h"
#include "core/edit/geometry/geometry_map.h"
#include "core/edit/recipe.h"
#include "core/edit/repair/repair_stage.h"
#include "core/photo/photo.h"
#include "core/photo/photo_writer.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace autochrome::inline edit {

struct FoundTones;
struct Prepared;

/// Seconds that one stage took, and whether its result came from the cache.
struct StageTime
{
    std::string stage; ///< "geometry", "detection", "repair", "detail", "inspection", "tone",
                       ///< "lightness", "colour" (the network), "vividness", "finish"
    double seconds = 0;
    bool cached = false;
};

/// The model that gave a photo its colour.
struct UsedModel
{
    std::string name;
    std::string sha256;
};

/// One photo as a recipe makes it, with all that it was made from: immutable, thread-safe, ready to
/// be looked at region by region or written strip by strip.
class Rendering
{
public:
    cv::Size size() const; ///< of before() and of the result, pixels

    /// The photo with its geometry and repaired, uncoloured: what the result's L* is that of.
    std::shared_ptr<const Photo> before() const;
    const GeometryMap& map() const;              ///< from the upright source to before()
    const Repair& repair() const;                ///< that before() has behind it
    const FoundTones& tones() const;             ///< likewise
    const std::vector<Message>& notices() const; ///< sentences of the stages up to before()
    const Recombiner& recombiner() const;        ///< makes any part of "after" of that of before()
    const ChromaMap& chroma() const;

    const Recipe& recipe() const;
    UsedModel model() const;
    const std::filesystem::path& source() const; ///< the photo's file

    const std::vector<StageTime>& times() const;
    bool networkRan() const; ///< for this rendering, and not for one before it

    /// The same colours over the same photo with other tones: to be seen until the network has
    /// looked again. @param prepared  of the same size and geometry; any other is refused
    Rendering over(std::shared_ptr<const Prepared> prepared) const;

    /// Greatest |L*(result) - L*(before)| over a regular sample of the pixels, in the depth of the
    /// source: of what is looked at. What a written file has is in WrittenPhoto.
    double luminanceError() const;

    /// The file that it was written to last, and what was measured there; nothing before.
    std::optional<WrittenPhoto> lastWritten() const;

    /// Rows of the result ("after") at full size, for writePhoto(); 8 bit on demand.
    std::unique_ptr<RowSource> rows(int bitDepth) const;

private:
    friend class Restoration;
    friend Result<WrittenPhoto> exportRendering(const Rendering&, const std::filesystem::path&,
                                                const WriteOptions&, const Progress&);
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

/// Writes a rendering as a labelled result (metadata, ICC, history). 8-bit formats get 8-bit rows.
Result<WrittenPhoto> exportRendering(const Rendering& rendering,
                                     const std::filesystem::path& target,
                                     const WriteOptions& options,
                                     const Progress& progress = Progress());

/// The metadata that exportRendering() would write, to be shown before saving.
Metadata exportMetadata(const Rendering& rendering);

} // namespace autochrome::inline edit
