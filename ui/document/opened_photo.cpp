#include "ui/document/opened_photo.h"

#include "core/edit/recipe_order.h"
#include "core/photo/profile/colour_space.h"
#include "core/work/photo_work.h"

namespace autochrome {

namespace {

// A mask that is gone, or fits no more, is no reason not to show the photo. Says whether there was
// one that may be the cause.
bool dropMaskFile(KeptRecipe& kept, const Error& error)
{
    DamageMask& mask = kept.recipe.repair.mask;
    const bool isOther = error.code == ErrorCode::Cancelled || error.code == ErrorCode::OutOfMemory;
    if (mask.file.empty() || isOther)
        return false;
    mask.file.clear();
    mask.sha256.clear();
    if (kept.sentence.isEmpty())
        kept.sentence = error.message;
    return true;
}

} // namespace

Result<OpenedPhoto> openPhoto(const PhotoToOpen& wanted, const Progress& progress)
{
    const double half = wanted.result.isEmpty() ? 1 : 0.5;
    const Progress reading = progress.part(0, half);
    PhotoWork work(wanted.path);
    if (!work.guarded(reading, [&] { return work.read(reading); }))
        return tl::make_unexpected(*work.outcome().error);
    OpenedPhoto opened;
    opened.restoration = work.takeRestoration();
    const auto upright = opened.restoration->upright();
    opened.mark = {wanted.path, upright->source.page, upright->sourceSha256};
    if (wanted.findRecipe)
        opened.kept = wanted.findRecipe(opened.mark);

    if (opened.kept) {
        Message stray =
            dropStrayFrame(opened.kept->recipe, upright->source.name(), upright->pixels.size());
        if (opened.kept->sentence.isEmpty())
            opened.kept->sentence = std::move(stray);
    }

    const bool hasOwn = opened.kept && opened.kept->isUsable();
    auto laid =
        layPhoto(*opened.restoration, hasOwn ? opened.kept->recipe : wanted.recipe, progress);
    if (!laid && hasOwn && dropMaskFile(*opened.kept, laid.error()))
        laid = layPhoto(*opened.restoration, opened.kept->recipe, progress);
    if (!laid)
        return tl::make_unexpected(laid.error());
    opened.laid = std::move(*laid);
    const Photo& before = *opened.laid.photo;
    opened.profileName = QString::fromStdString(ColourSpace::of(before).name());

    if (wanted.result.isEmpty())
        return opened;
    opened.result = readResultPicture(wanted.result, before, progress.part(half, 1));
    // Stopped is the whole reading; another time both are read.
    if (!*opened.result && opened.result->error().code == ErrorCode::Cancelled)
        return tl::make_unexpected(opened.result->error());
    return opened;
}

} // namespace autochrome
