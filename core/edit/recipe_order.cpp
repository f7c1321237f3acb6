#include "core/edit/recipe_order.h"

#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/edit/recipe_parameters.h"

namespace autochrome::inline edit {

Message dropStrayFrame(Recipe& recipe, const std::string& name, cv::Size photo)
{
    std::optional<Frame>& frame = recipe.geometry.frame;
    if (!frame || frame->isValidFor(photo))
        return {};
    frame.reset();
    return text("The crop that is kept for “%1” does not lie within it; the whole photo is shown.",
                {name});
}

Recipe withNamed(const Recipe& recipe, const Recipe& other, const std::vector<std::string>& keys)
{
    Recipe mixed = recipe;
    for (const std::string& key : keys)
        if (const RecipeParameter* row = findParameter(recipeParameters(), key))
            row->set(mixed, row->of(other));
        else if (key == maskKey)
            mixed.repair.mask = other.repair.mask;
    return mixed;
}

Result<OrderedRecipe> recipeFor(const PhotoMark& photo, const RecipeOrder& order,
                                const RecipeStore& store)
{
    using State = KeptRecipe::State;
    OrderedRecipe ordered{order.recipe, {}};
    if (!order.keptFirst)
        return ordered;
    const KeptRecipe kept = store.find(photo);
    if (kept.state == State::Newer)
        return failure(ErrorCode::UnsupportedFormat,
                       text("The settings kept for this photo, “%1”, were written by a newer "
                            "Autochrome.",
                            {kept.file.string()}),
                       kept.detail);
    if (kept.state == State::Unusable)
        return failure(
            ErrorCode::Corrupt,
            text("The settings kept for this photo, “%1”, cannot be used.", {kept.file.string()}),
            kept.detail);
    if (kept.isUsable())
        ordered.recipe = withNamed(kept.recipe, order.recipe, order.named);
    if (!kept.sentence.isEmpty())
        ordered.warnings.push_back(kept.sentence);
    return ordered;
}

Result<Recipe> recipeInFile(const std::filesystem::path& file)
{
    const Result<std::string> content = readSmallFile(file);
    if (!content)
        return tl::make_unexpected(content.error());
    const Result<Sidecar> sidecar = Sidecar::fromJson(*content);
    if (!sidecar)
        return failure(
            sidecar.error().code,
            sidecar.error().code == ErrorCode::UnsupportedFormat
                ? text("The recipe “%1” was written by a newer Autochrome.", {file.string()})
                : text("The recipe “%1” cannot be used.", {file.string()}),
            sidecar.error().detail);
    return sidecar->recipe;
}

} // namespace autochrome::inline edit
