#include "core/edit/recipe_store.h"

#include "core/base/data_folder.h"
#include "core/base/set_aside.h"
#include "core/base/sha256.h"
#include "core/base/small_file.h"
#include "core/base/text.h"
#include "core/photo/metadata/text_file.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace autochrome::inline edit {
namespace {

namespace fs = std::filesystem;
using State = KeptRecipe::State;

constexpr std::string_view extension = ".autochrome.json";

std::string nameOf(const PhotoMark& photo)
{
    return photo.path.filename().string();
}

std::int64_t now()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

// When a file was written that does not tell it itself.
std::int64_t writtenAt(const fs::path& file)
{
    using namespace std::chrono;
    std::error_code error;
    const auto time = fs::last_write_time(file, error);
    if (error)
        return 0;
    return duration_cast<milliseconds>(file_clock::to_sys(time).time_since_epoch()).count();
}

// One of the places where settings of a photo may lie.
struct Found
{
    fs::path file;
    std::string content;          ///< empty: nothing is there, or it cannot be read
    std::optional<Error> problem; ///< why it cannot be used
    std::optional<Sidecar> sidecar;
    bool isOther = false; ///< it is another photo's

    bool isUsable() const { return sidecar && !isOther; }
    bool isThere() const { return sidecar || problem; }
};

bool isOf(const Sidecar& sidecar, const PhotoMark& photo)
{
    if (!sidecar.photo || photo.sha256.empty())
        return true;
    return sidecar.photo->sha256 == photo.sha256 && sidecar.photo->page == photo.page;
}

Found look(const fs::path& file, const PhotoMark& photo)
{
    Found found{file, {}, {}, {}};
    if (file.empty())
        return found;
    Result<std::string> content = readSmallFile(file);
    if (!content) {
        if (content.error().code != ErrorCode::NotFound)
            found.problem = content.error();
        return found;
    }
    found.content = std::move(*content);
    Result<Sidecar> sidecar = Sidecar::fromJson(found.content);
    if (!sidecar) {
        found.problem = sidecar.error();
        return found;
    }
    if (sidecar->saved == 0)
        sidecar->saved = writtenAt(file);
    found.isOther = !isOf(*sidecar, photo);
    found.sidecar = std::move(*sidecar);
    return found;
}

// The name of the photo that a file of settings lies beside; empty: of none with such a page.
fs::path photoBeside(const fs::path& file, int page)
{
    const std::string name = file.filename().string();
    const std::string ending = RecipeStore::fileBeside({}, page).string();
    if (name.size() <= ending.size() || !name.ends_with(ending))
        return {};
    return name.substr(0, name.size() - ending.size());
}

// The settings of this very photo under a name that no photo has any more.
std::optional<Found> lookUnderFormerNames(const PhotoMark& photo)
{
    if (photo.sha256.empty())
        return std::nullopt;
    std::error_code error;
    const fs::path folder = photo.path.parent_path();
    const std::string ending = RecipeStore::fileBeside({}, photo.page).native();
    fs::directory_iterator entries(folder.empty() ? fs::path(".") : folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        if (!entries->path().native().ends_with(ending))
            continue; // all but a few of the thousands in a folder
        const fs::path former = photoBeside(entries->path(), photo.page);
        std::error_code ignored;
        if (former.empty() || !fs::is_regular_file(entries->symlink_status(ignored)) ||
            fs::exists(fs::symlink_status(folder / former, ignored)))
            continue; // what has its photo is that one's, even if both look the same
        Found found = look(entries->path(), photo);
        if (found.isUsable() && found.sidecar->photo)
            return found;
    }
    return std::nullopt;
}

KeptRecipe trouble(const Found& found, const PhotoMark& photo)
{
    KeptRecipe kept;
    kept.file = found.file;
    kept.detail = found.file.string();
    const std::string name = nameOf(photo);
    if (found.isOther) {
        kept.state = State::OtherPhoto;
        kept.recipe = found.sidecar->recipe;
        kept.sentence = text("The settings kept beside “%1” are another photo's, or were made "
                             "before “%1” was changed. They are not used.",
                             {name});
        return kept;
    }
    kept.detail += found.problem->detail.empty() ? std::string() : ": " + found.problem->detail;
    if (found.problem->code == ErrorCode::UnsupportedFormat) {
        kept.state = State::Newer;
        kept.sentence = text("The settings of “%1” were kept by a newer Autochrome. This one "
                             "cannot read them.",
                             {name});
    } else {
        kept.state = State::Unusable;
        kept.sentence = text(
            "The settings kept for “%1” are damaged or cannot be read. They are not used.", {name});
    }
    return kept;
}

bool isRemoved(const fs::path& file)
{
    std::error_code error;
    fs::remove(file, error);
    return !error;
}

// Takes out of the way what this program has not seen, or cannot use. False: it is still there,
// and must not be written over.
bool makeWay(Found& found, const std::string& known, const Recipe& recipe, const PhotoMark& photo,
             std::vector<Message>& notices)
{
    const bool isSeen = found.isUsable() && found.content == known;
    const bool isAgreed = found.isUsable() && found.sidecar->recipe == recipe;
    if (!found.isThere() || isSeen || isAgreed)
        return true;
    const std::optional<fs::path> aside = setAside(found.file);
    if (!aside)
        return false;
    const bool wasUsable = found.isUsable();
    found = Found{found.file, {}, {}, {}};
    if (aside->empty())
        return true;
    notices.push_back(
        wasUsable
            ? text("The settings of “%1” were changed elsewhere in the meantime; those were set "
                   "aside as “%2”.",
                   {nameOf(photo), aside->filename().string()})
            : text("The settings kept for “%1” before were set aside as “%2”.",
                   {nameOf(photo), aside->filename().string()}));
    return true;
}

Result<std::string> write(const fs::path& file, const Sidecar& sidecar)
{
    std::string content = sidecar.toJson();
    if (const auto written = writeTextFile(file, content); !written)
        return tl::make_unexpected(written.error());
    return content;
}

Result<std::string> writeOwn(const fs::path& file, const Sidecar& sidecar)
{
    if (file.empty())
        return failure(ErrorCode::WriteFailed,
                       text("There is no folder for your data: neither $HOME nor $XDG_DATA_HOME "
                            "names one."));
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    if (error)
        return failure(ErrorCode::WriteFailed,
                       text("The folder “%1” cannot be made.", {file.parent_path().string()}),
                       error.message());
    return write(file, sidecar);
}

} // namespace

RecipeStore::RecipeStore(fs::path folder) : folder_(std::move(folder)) {}

RecipeStore RecipeStore::ofPerson()
{
    const fs::path data = personsFolder();
    return RecipeStore(data.empty() ? data : data / "recipes");
}

fs::path RecipeStore::fileBeside(const fs::path& photo, int page)
{
    fs::path file = photo;
    if (page > 0)
        file += ".page" + std::to_string(page);
    return file += extension;
}

// By what is in the photo: a medium that is read-only may be somewhere else next time.
fs::path RecipeStore::ownFile(const PhotoMark& photo) const
{
    if (folder_.empty())
        return {};
    std::string key = photo.sha256;
    if (key.empty()) {
        Sha256 path;
        std::error_code error;
        const std::string whole = fs::absolute(photo.path, error).lexically_normal().string();
        path.add(whole.data(), whole.size());
        key = "path-" + path.hex();
    }
    return fileBeside(folder_ / key, photo.page);
}

KeptRecipe RecipeStore::find(const PhotoMark& photo) const
{
    const Found beside = look(fileBeside(photo.path, photo.page), photo);
    const Found own = look(ownFile(photo), photo);
    KeptRecipe kept;
    const Found* best = nullptr;
    for (const Found* found : {&beside, &own})
        if (found->isUsable() && (!best || found->sidecar->saved > best->sidecar->saved))
            best = found;
    if (best) {
        kept.state = State::Kept;
        kept.recipe = best->sidecar->recipe;
        kept.file = best->file;
    } else if (beside.isThere()) {
        kept = trouble(beside, photo);
    } else if (own.isThere()) {
        kept = trouble(own, photo);
    } else if (const auto former = lookUnderFormerNames(photo)) {
        kept.state = State::Renamed;
        kept.recipe = former->sidecar->recipe;
        kept.file = former->file;
        kept.sentence = text("“%1” was called “%2” before; its settings are taken over.",
                             {nameOf(photo), photoBeside(former->file, photo.page).string()});
        kept.detail = former->file.string();
    }
    kept.besideContent = beside.content;
    kept.ownContent = own.content;
    return kept;
}

Result<SavedRecipe> RecipeStore::save(const PhotoMark& photo, const Recipe& recipe,
                                      const KeptRecipe& known, Place place) const
{
    Found beside = look(fileBeside(photo.path, photo.page), photo);
    Found own = look(ownFile(photo), photo);
    SavedRecipe saved;
    const bool isFree = makeWay(beside, known.besideContent, recipe, photo, saved.notices);
    if (!makeWay(own, known.ownContent, recipe, photo, saved.notices))
        return failure(ErrorCode::WriteFailed,
                       text("The settings of “%1” cannot be kept.", {nameOf(photo)}),
                       own.file.string());

    Sidecar sidecar{recipe, PhotoMark{photo.path.filename(), photo.page, photo.sha256}, now()};
    for (const Found* found : {&beside, &own}) // later than both, whatever the clock says
        if (found->isUsable())
            sidecar.saved = std::max(sidecar.saved, found->sidecar->saved + 1);

    const bool isDefault = recipe == Recipe();
    const bool mayLieBeside = place == Place::Beside && isFree;
    saved.kept.recipe = recipe;
    if (isDefault && (!beside.isUsable() || isRemoved(beside.file))) {
        (void)isRemoved(own.file);
    } else {
        const Result<std::string> written = mayLieBeside && !isDefault
                                                ? write(beside.file, sidecar)
                                                : failure(ErrorCode::WriteFailed, {});
        saved.kept.state = State::Kept;
        if (written) {
            saved.kept.file = beside.file;
            saved.kept.besideContent = *written;
            (void)isRemoved(own.file); // if it stays: it is older
        } else {
            const Result<std::string> kept = writeOwn(own.file, sidecar);
            if (!kept)
                return tl::make_unexpected(kept.error());
            saved.isBeside = false;
            saved.kept.file = own.file;
            saved.kept.ownContent = *kept;
            saved.kept.besideContent = beside.content;
        }
    }
    if (known.state == State::Renamed)
        (void)isRemoved(known.file); // its former name's
    return saved;
}

bool RecipeStore::isChanged(const PhotoMark& photo, const KeptRecipe& known) const
{
    return look(fileBeside(photo.path, photo.page), photo).content != known.besideContent ||
           look(ownFile(photo), photo).content != known.ownContent;
}

} // namespace autochrome::inline edit
