#pragma once

#include "core/edit/restoration.h"
#include "core/edit/stage.h"

#include <mutex>
#include <optional>
#include <vector>

namespace autochrome::inline edit {

struct Rendering::Data
{
    StageState state;
    std::vector<StageTime> times;
    mutable std::once_flag measured;
    mutable double luminanceError = 0;
    mutable std::mutex savedMutex;
    mutable std::optional<WrittenPhoto> saved;
};

} // namespace autochrome::inline edit
