#include "ui/document/laid_photo.h"

#include "core/edit/restoration.h"
#include "ui/viewer/thumbnail.h"

namespace autochrome {

Result<LaidPhoto> layPhoto(Restoration& restoration, const Recipe& recipe, const Progress& progress)
{
    const auto prepared = restoration.prepare(recipe, progress);
    if (!prepared)
        return tl::make_unexpected(prepared.error());
    const std::shared_ptr<const Photo>& photo = (*prepared)->photo;
    return LaidPhoto{photo,
                     (*prepared)->map,
                     shrunkToThumbnail(photo->pixels),
                     ToneFigures::of(**prepared),
                     *prepared,
                     recipe.geometry,
                     recipe.repair};
}

} // namespace autochrome
