#include "core/edit/finish/finish_stage.h"

namespace autochrome::inline edit {
namespace {

Result<FinishedPhoto> finished(const std::shared_ptr<const ColouredPhoto>& coloured,
                               const FinishSettings& settings, const Progress&)
{
    return FinishedPhoto{coloured,
                         Recombiner(coloured->prepared->space, coloured->field, settings)};
}

} // namespace

const Stage<ColouredPhoto, FinishSettings, FinishedPhoto> finishStage{"finish", 0.05, finished};

} // namespace autochrome::inline edit
