#include "ui/document/glimpses.h"

#include "core/base/sha256.h"
#include "core/photo/photo_reader.h"
#include "ui/document/photo_document.h"
#include "ui/document/recipe_finder.h"
#include "ui/viewer/thumbnail.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"

#include <algorithm>
#include <optional>

namespace autochrome {

namespace {

constexpr std::size_t checkedAtOnce = 16; // headers; some milliseconds on a slow disk
constexpr double mostMegapixels = 300;    // some seconds of decoding

/// Whether a photo that could not be glimpsed could not be opened either.
bool isProblem(const Error& error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
    case ErrorCode::Unreadable:
    case ErrorCode::UnsupportedFormat:
    case ErrorCode::Corrupt:
        return true;
    default:
        return false; // too large, too little memory: for a small picture, that is
    }
}

/// The upright photo's size, as far as its header and a small picture of it say.
QSize sizeOf(const std::filesystem::path& path, const QImage& upright)
{
    const auto header = readPhotoHeader(path);
    if (!header)
        return upright.size();
    const QSize stored(header->width, header->height);
    const bool isTurned =
        (upright.width() > upright.height()) != (stored.width() > stored.height());
    return isTurned ? stored.transposed() : stored;
}

QImage laid(const std::filesystem::path& path, const QImage& upright,
            const GeometrySettings& geometry)
{
    return turnedThumbnail(upright, geometry.frame ? sizeOf(path, upright) : QSize(), geometry);
}

/// A small picture of a photo that lies as its kept settings say, or else as `geometry`.
Result<QImage> glimpsed(const std::filesystem::path& path, const GeometrySettings& geometry,
                        const RecipeFinder& findRecipe, const Progress& progress)
{
    const auto upright = thumbnailOfFile(path, mostMegapixels, progress);
    if (!upright || !findRecipe)
        return upright.map([&](const QImage& picture) { return laid(path, picture, geometry); });
    const auto sha256 = sha256OfFile(path, progress);
    if (!sha256)
        return tl::make_unexpected(sha256.error());
    const KeptRecipe kept = findRecipe({path, 0, *sha256});
    return laid(path, *upright, kept.isUsable() ? kept.recipe.geometry : geometry);
}

} // namespace

struct Glimpses::Check
{
    Document document;
    std::filesystem::path path;
    std::optional<Error> problem;
};

Glimpses::Glimpses(QObject* parent) : QObject(parent)
{
    pool_.setMaxThreadCount(1);
    pool_.setThreadPriority(QThread::LowPriority);
}

Glimpses::~Glimpses()
{
    progress_.cancel();
    pool_.clear();
}

void Glimpses::add(PhotoDocument* document)
{
    unchecked_.emplace_back(document);
    pending_.emplace_back(document);
    startNext();
}

void Glimpses::prefer(const QVector<PhotoDocument*>& documents)
{
    preferred_ = QVector<Document>(documents.begin(), documents.end());
}

void Glimpses::startNext()
{
    if (busy_)
        return;
    if (!unchecked_.empty())
        startChecks();
    else if (PhotoDocument* document = takeNext())
        startPicture(document);
}

void Glimpses::startChecks()
{
    auto checks = std::make_shared<std::vector<Check>>();
    while (!unchecked_.empty() && checks->size() < checkedAtOnce) {
        if (const Document document = unchecked_.front())
            checks->push_back({document, pathNamed(document->path()), {}});
        unchecked_.pop_front();
    }
    busy_ = true;
    runInBackground(
        &pool_, this,
        [checks] {
            for (Check& check : *checks)
                if (const auto header = readPhotoHeader(check.path); !header)
                    check.problem = header.error();
            return checks;
        },
        [this](const std::shared_ptr<std::vector<Check>>& done) {
            busy_ = false;
            for (const Check& check : *done)
                if (check.document && check.problem && isProblem(*check.problem))
                    check.document->setProblem(*check.problem);
            startNext();
        });
}

PhotoDocument* Glimpses::takeNext()
{
    const auto isWanted = [](const Document& document) {
        return document && !document->isRead() && !document->problem() &&
               document->thumbnail().isNull();
    };
    std::erase_if(pending_, [&](const Document& document) { return !isWanted(document); });
    if (pending_.empty())
        return nullptr;
    auto next = pending_.begin();
    for (const Document& document : preferred_) {
        const auto found = std::find(pending_.begin(), pending_.end(), document);
        if (document && found != pending_.end()) {
            next = found;
            break;
        }
    }
    PhotoDocument* document = *next;
    pending_.erase(next);
    return document;
}

void Glimpses::startPicture(PhotoDocument* document)
{
    busy_ = true;
    progress_ = Progress();
    runInBackground(
        &pool_, this,
        [path = pathNamed(document->path()), geometry = document->recipe().geometry,
         findRecipe = document->recipeFinder(),
         progress = progress_] { return glimpsed(path, geometry, findRecipe, progress); },
        [this, target = Document(document)](const Result<QImage>& picture) {
            busy_ = false;
            if (target && picture) {
                if (target->thumbnail().isNull()) // it may have been read by now
                    target->setThumbnail(*picture);
            } else if (target && isProblem(picture.error())) {
                target->setProblem(picture.error());
            }
            startNext();
        });
}

} // namespace autochrome
