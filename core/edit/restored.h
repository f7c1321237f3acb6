#pragma once

#include "core/edit/rendering.h"
#include "core/edit/tone/tone_stage.h"

namespace autochrome::inline edit {

/// One photo as a recipe restores it, without any colour that was not in it: what the stages before
/// colour make. Immutable, thread-safe.
class Restored
{
public:
    Restored(std::shared_ptr<const Prepared> prepared, Recipe recipe, std::vector<StageTime> times);

    std::shared_ptr<const Photo> photo() const { return prepared_->photo; }
    const GeometryMap& map() const { return prepared_->map; }
    const Repair& repair() const { return prepared_->repair; }
    const FoundTones& tones() const { return prepared_->tones; }
    const std::vector<Message>& notices() const { return prepared_->notices; } ///< sentences
    const Recipe& recipe() const { return recipe_; }
    const std::vector<StageTime>& times() const { return times_; }

    /// The space of the pixels as they are written in a format: the photo's own, if they are
    /// taken as they are.
    std::vector<std::uint8_t> profile(FileFormat format) const;

    /// Rows of the result at full size. Grey photos, and the others if the recipe keeps their tint,
    /// are taken pixel by pixel as they are; else each pixel becomes the grey of its L*.
    std::unique_ptr<RowSource> rows(FileFormat format) const;

private:
    bool isAsItIs(FileFormat format) const;

    std::shared_ptr<const Prepared> prepared_;
    Recipe recipe_;
    std::vector<StageTime> times_;
};

/// Writes it as a result that is labelled as restored.
Result<WrittenPhoto> exportRestored(const Restored& restored, const std::filesystem::path& target,
                                    const WriteOptions& options,
                                    const Progress& progress = Progress());

} // namespace autochrome::inline edit
