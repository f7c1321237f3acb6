#include "core/edit/colour/colour_settings.h"

namespace autochrome::inline edit {

const char* effortName(Effort effort)
{
    switch (effort) {
    case Effort::Fast:
        return "fast";
    case Effort::Normal:
        break;
    case Effort::Best:
        return "best";
    }
    return "normal";
}

std::optional<Effort> effortOfName(std::string_view name)
{
    for (const Effort effort : {Effort::Fast, Effort::Normal, Effort::Best})
        if (name == effortName(effort))
            return effort;
    return std::nullopt;
}

} // namespace autochrome::inline edit
