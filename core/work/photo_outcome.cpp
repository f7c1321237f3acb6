#include "core/work/photo_outcome.h"

#include "core/base/text.h"

namespace autochrome::inline work {

Message PhotoOutcome::sentence() const
{
    if (!error)
        return reason;
    const bool isNamed =
        inWords(error->message).find(source.path.stem().native()) != std::string::npos;
    return isNamed ? error->message : text("“%1”: %2", {source.place(), error->message});
}

const char* statusName(PhotoOutcome::Status status)
{
    switch (status) {
    case PhotoOutcome::Status::Done:
        return "done";
    case PhotoOutcome::Status::Skipped:
        return "skipped";
    case PhotoOutcome::Status::Cancelled:
        return "cancelled";
    case PhotoOutcome::Status::Failed:
        break;
    }
    return "failed";
}

} // namespace autochrome::inline work
