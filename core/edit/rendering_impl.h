#pragma once

#include "core/edit/finish/finish_stage.h"
#include "core/edit/rendering.h"

#include <mutex>

namespace autochrome::inline edit {

struct Rendering::Impl
{
    std::shared_ptr<const FinishedPhoto> finished;
    Recipe recipe;
    std::vector<StageTime> times;
    bool networkRan = false;
    mutable std::once_flag measured;
    mutable double luminanceError = 0;
    mutable std::mutex savedMutex;
    mutable std::optional<WrittenPhoto> saved;
};

} // namespace autochrome::inline edit
