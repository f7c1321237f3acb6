#include "ui/document/recipe_keeper.h"

#include "core/base/sha256.h"
#include "ui/document/photo_document.h"
#include "ui/document/photo_session.h"
#include "ui/settings/sample_photo.h"
#include "ui/widgets/background.h"
#include "ui/widgets/path_names.h"
#include "ui/widgets/words.h"

#include <QDir>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QMap>
#include <QPointer>
#include <future>
#include <mutex>

namespace autochrome {

namespace {

using State = KeptRecipe::State;

constexpr int saveDelay = 700;
constexpr int otherDelay = 300;

QString folderOf(const QString& photo)
{
    return QFileInfo(photo).absolutePath();
}

Recipe recipeOf(const KeptRecipe& kept)
{
    return kept.isUsable() ? kept.recipe : Recipe();
}

} // namespace

/// What is known of the kept settings of one open photo.
struct RecipeKeeper::Shelf
{
    PhotoMark photo;
    RecipeStore::Place place = RecipeStore::Place::Beside;
    KeptRecipe known; ///< touched by the pool's thread only

    Recipe wanted; ///< what is kept, or on its way to be
    std::optional<Error> failure;
    std::string toldContent; ///< of another window's, that was told of already
};

/// What could not be kept so far, by photo.
struct RecipeKeeper::Losses
{
    std::mutex mutex;
    QMap<QString, QString> sentences;

    void note(const QString& photo, const Result<SavedRecipe>& saved)
    {
        const std::lock_guard lock(mutex);
        if (saved)
            sentences.remove(photo);
        else
            sentences.insert(photo, words(saved.error().message));
    }
};

/// What became of a photo that was never looked at.
struct RecipeKeeper::Change
{
    std::optional<Error> error; ///< the photo cannot be read
    PhotoMark photo;
    KeptRecipe before;
    Recipe after;
    Result<SavedRecipe> saved = failure(ErrorCode::Internal, {});
};

RecipeKeeper::RecipeKeeper(PhotoSession* session, QObject* parent)
    : QObject(parent),
      store_(RecipeStore::ofPerson()),
      session_(session),
      pool_(std::make_shared<QThreadPool>()),
      losses_(std::make_shared<Losses>()),
      watcher_(new QFileSystemWatcher(this))
{
    pool_->setMaxThreadCount(1); // one after the other, in the order of asking
    pool_->setExpiryTimeout(-1);
    delay_.setSingleShot(true);
    delay_.setInterval(saveDelay);
    connect(&delay_, &QTimer::timeout, this, &RecipeKeeper::saveNow);
    otherDelay_.setSingleShot(true);
    otherDelay_.setInterval(otherDelay);
    connect(&otherDelay_, &QTimer::timeout, this, &RecipeKeeper::lookForOthers);
    connect(watcher_, &QFileSystemWatcher::directoryChanged, &otherDelay_,
            qOverload<>(&QTimer::start));
    watchDelay_.setSingleShot(true);
    watchDelay_.setInterval(0);
    connect(&watchDelay_, &QTimer::timeout, this, &RecipeKeeper::watchFolders);
    connect(session, &PhotoSession::added, this, &RecipeKeeper::follow);
    connect(session, &PhotoSession::removed, this, &RecipeKeeper::leave);
}

RecipeKeeper::~RecipeKeeper()
{
    finish();
}

void RecipeKeeper::follow(PhotoDocument* document)
{
    // Through the pool: what is being saved for a photo that was closed a moment ago comes first.
    document->setRecipeFinder([pool = pool_, store = store_](const PhotoMark& photo) {
        // Shared: who waits may go on while it is still being kept.
        const auto promise = std::make_shared<std::promise<KeptRecipe>>();
        std::future<KeptRecipe> kept = promise->get_future();
        pool->start([promise, store, photo] { promise->set_value(store.find(photo)); });
        return kept.get();
    });
    connect(document, &PhotoDocument::recipeLookedUp, this,
            [this, document](const PhotoMark& photo, const KeptRecipe& kept) {
                take(document, photo, kept);
            });
    connect(document, &PhotoDocument::recipeChanged, this, [this, document] {
        const SharedShelf shelf = shelves_.value(document);
        if (!shelf || (shelf->wanted == document->recipe() && !shelf->failure))
            return;
        changed_.insert(document);
        delay_.start();
    });
    watchDelay_.start();
}

void RecipeKeeper::leave(PhotoDocument* document)
{
    save(document);
    document->disconnect(this);
    shelves_.remove(document);
    changed_.remove(document);
    watchDelay_.start();
}

void RecipeKeeper::take(PhotoDocument* document, const PhotoMark& photo, const KeptRecipe& kept)
{
    if (shelves_.contains(document))
        return; // it was changed before it was looked at
    auto shelf = std::make_shared<Shelf>();
    shelf->photo = photo;
    if (isSamplePhoto(document->path()))
        shelf->place = RecipeStore::Place::Own;
    shelf->known = kept;
    shelf->wanted = recipeOf(kept);
    shelves_.insert(document, shelf);
    document->setRecipeFinder({});
    document->beginWith(shelf->wanted);
    if (kept.state == State::OtherPhoto)
        Q_EMIT othersFound(document, kept);
    else if (!kept.sentence.isEmpty())
        Q_EMIT told(document->path(), words(kept.sentence), QString::fromStdString(kept.detail));
}

void RecipeKeeper::saveNow()
{
    delay_.stop();
    for (auto shelf = shelves_.cbegin(); shelf != shelves_.cend(); ++shelf)
        if (shelf.value()->failure)
            changed_.insert(shelf.key());
    const QSet<PhotoDocument*> changed = std::exchange(changed_, {});
    for (PhotoDocument* document : changed)
        save(document);
}

void RecipeKeeper::saveThen(const std::function<void()>& then)
{
    saveNow();
    if (saving_ == 0)
        then();
    else
        runInBackground(
            pool_.get(), this, [] { return true; }, [then](bool) { then(); });
}

void RecipeKeeper::save(PhotoDocument* document)
{
    const SharedShelf shelf = shelves_.value(document);
    if (!shelf || (shelf->wanted == document->recipe() && !shelf->failure))
        return;
    shelf->wanted = document->recipe();
    shelf->failure.reset();
    ++saving_;
    runInBackground(
        pool_.get(), this,
        [shelf, store = store_, recipe = shelf->wanted, losses = losses_,
         photo = document->path()] {
            auto saved = std::make_shared<Result<SavedRecipe>>(
                store.save(shelf->photo, recipe, shelf->known, shelf->place));
            losses->note(photo, *saved);
            if (*saved)
                shelf->known = (*saved)->kept;
            return saved;
        },
        [this, shelf, photo = document->path()](const auto& saved) {
            --saving_;
            onSaved(shelf, photo, *saved);
        });
}

void RecipeKeeper::onSaved(const SharedShelf& shelf, const QString& photo,
                           const Result<SavedRecipe>& saved)
{
    if (!saved) {
        shelf->failure = saved.error();
        Q_EMIT failed(photo, saved.error());
        return;
    }
    for (const Message& notice : saved->notices)
        Q_EMIT told(photo, words(notice), QString::fromStdString(saved->kept.file.string()));
    Q_EMIT kept(photo);
    const QString folder = folderOf(photo);
    if (saved->isBeside || shelf->place == RecipeStore::Place::Own || toldFolders_.contains(folder))
        return;
    toldFolders_.insert(folder);
    Q_EMIT told(photo,
                tr("The folder “%1” cannot be written to. The settings of its photos are kept with "
                   "the program's own data.")
                    .arg(shownName(QDir::toNativeSeparators(folder))),
                QString::fromStdString(saved->kept.file.string()));
}

QStringList RecipeKeeper::finish()
{
    saveNow();
    pool_->waitForDone();
    // The answers wait for the event loop, which may not come back.
    const std::lock_guard lock(losses_->mutex);
    return losses_->sentences.values();
}

void RecipeKeeper::change(const QVector<PhotoDocument*>& documents,
                          const std::function<Recipe(const Recipe&)>& change, const QString& name)
{
    for (PhotoDocument* document : documents) {
        if (shelves_.contains(document))
            document->edit(change(document->recipe()), -1, name);
        else
            changeUnread(document, change, name);
    }
}

// Kept at once, so that nothing is lost if the window is closed before the photo is looked at.
void RecipeKeeper::changeUnread(PhotoDocument* document,
                                const std::function<Recipe(const Recipe&)>& change,
                                const QString& name)
{
    const auto place =
        isSamplePhoto(document->path()) ? RecipeStore::Place::Own : RecipeStore::Place::Beside;
    ++saving_;
    runInBackground(
        pool_.get(), this,
        [store = store_, losses = losses_, photo = document->path(), change, place] {
            auto done = std::make_shared<Change>();
            done->photo.path = pathNamed(photo);
            const Result<std::string> sha256 = sha256OfFile(done->photo.path);
            if (!sha256) {
                done->error = sha256.error();
                return done;
            }
            done->photo.sha256 = *sha256;
            done->before = store.find(done->photo);
            done->after = change(recipeOf(done->before));
            done->saved = store.save(done->photo, done->after, done->before, place);
            losses->note(photo, done->saved);
            return done;
        },
        [this, document = QPointer(document), change, name](const std::shared_ptr<Change>& done) {
            --saving_;
            if (!document || done->error)
                return; // closed, or no photo at all, which is told when it is looked at
            const bool isNew = !shelves_.contains(document);
            take(document, done->photo, done->before);
            const SharedShelf shelf = shelves_.value(document);
            if (isNew && done->saved) { // nothing is on its way yet
                shelf->known = done->saved->kept;
                shelf->wanted = done->after;
            }
            document->edit(change(document->recipe()), -1, name);
            onSaved(shelf, document->path(), done->saved);
        });
}

void RecipeKeeper::lookForOthers()
{
    for (auto entry = shelves_.cbegin(); entry != shelves_.cend(); ++entry)
        runInBackground(
            pool_.get(), this,
            [shelf = entry.value(), store = store_] {
                auto kept = std::make_shared<std::optional<KeptRecipe>>();
                if (store.isChanged(shelf->photo, shelf->known))
                    *kept = store.find(shelf->photo);
                return kept;
            },
            [this, shelf = entry.value(), document = QPointer(entry.key())](
                const std::shared_ptr<std::optional<KeptRecipe>>& kept) {
                if (document && *kept)
                    onOther(document, shelf, **kept);
            });
}

void RecipeKeeper::onOther(PhotoDocument* document, const SharedShelf& shelf,
                           const KeptRecipe& kept)
{
    const std::string content = kept.besideContent + kept.ownContent;
    if (shelf->toldContent == content)
        return;
    shelf->toldContent = content;
    const bool isReset = kept.state == State::None;
    if ((!kept.isUsable() && !isReset) || recipeOf(kept) == document->recipe())
        return; // the next change sets aside what cannot be used, and says so
    Q_EMIT changedElsewhere(document, kept);
}

void RecipeKeeper::watchFolders()
{
    QSet<QString> wanted;
    for (const PhotoDocument* document : session_->documents())
        wanted.insert(folderOf(document->path()));
    const QStringList watched = watcher_->directories();
    for (const QString& folder : watched)
        if (!wanted.remove(folder))
            watcher_->removePath(folder);
    if (!wanted.isEmpty())
        watcher_->addPaths(wanted.values());
}

} // namespace autochrome
