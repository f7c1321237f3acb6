#pragma once

#include "core/edit/recipe_store.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <QVector>
#include <functional>
#include <memory>

class QFileSystemWatcher;

namespace autochrome {

class PhotoDocument;
class PhotoSession;

/// Keeps what a person chooses for the open photos, shortly after it was chosen, and gives it to
/// photos that are opened. Nothing is kept of a photo that was never edited. Files are read and
/// written in the background, one after the other.
class RecipeKeeper : public QObject
{
    Q_OBJECT

public:
    explicit RecipeKeeper(PhotoSession* session, QObject* parent = nullptr);
    ~RecipeKeeper() override; ///< everything is saved by then

    /// Milliseconds from the last change until it is saved.
    void setDelay(int milliseconds) { delay_.setInterval(milliseconds); }

    /// Begins to save what was changed.
    void saveNow();
    /// Saves what was changed, then calls: at once if there is nothing to be waited for.
    void saveThen(const std::function<void()>& then);
    /// Saves what was changed and waits for it. Returns a sentence for each photo whose settings
    /// could not be kept.
    QStringList finish();
    /// Looks whether another window has changed what is kept of the open photos.
    void lookForOthers();

    /// Changes the settings of photos, undoably, and of those too that were never looked at and
    /// whose kept settings are not known yet.
    /// @param name  of the change, for "Undo: %1"
    void change(const QVector<PhotoDocument*>& documents,
                const std::function<Recipe(const Recipe&)>& change, const QString& name);

Q_SIGNALS:
    /// Something about kept settings that the person should know.
    void told(const QString& photo, const QString& sentence, const QString& detail);
    /// There are settings for this photo that may not be its own; they are not used.
    void othersFound(autochrome::PhotoDocument* document, const autochrome::KeptRecipe& kept);
    /// Another window has changed the settings of this photo.
    void changedElsewhere(autochrome::PhotoDocument* document, const autochrome::KeptRecipe& kept);
    void kept(const QString& photo); ///< as they are now
    /// Settings could not be kept. They are tried again with the next change, or by saveNow().
    void failed(const QString& photo, const autochrome::Error& error);

private:
    struct Shelf;
    struct Losses;
    struct Change;
    using SharedShelf = std::shared_ptr<Shelf>;

    void follow(PhotoDocument* document);
    void leave(PhotoDocument* document);
    void take(PhotoDocument* document, const PhotoMark& photo, const KeptRecipe& kept);
    void save(PhotoDocument* document);
    void onSaved(const SharedShelf& shelf, const QString& photo, const Result<SavedRecipe>& saved);
    void changeUnread(PhotoDocument* document, const std::function<Recipe(const Recipe&)>& change,
                      const QString& name);
    void onOther(PhotoDocument* document, const SharedShelf& shelf, const KeptRecipe& kept);
    void watchFolders();

    RecipeStore store_;
    PhotoSession* session_;
    std::shared_ptr<QThreadPool> pool_; ///< of one thread; shared with those who wait for it
    std::shared_ptr<Losses> losses_;    ///< shared with the pool
    QHash<PhotoDocument*, SharedShelf> shelves_;
    QSet<PhotoDocument*> changed_;
    int saving_ = 0;            ///< orders that are on their way
    QSet<QString> toldFolders_; ///< that cannot be written to
    QTimer delay_;
    QTimer otherDelay_; ///< after something happened in a folder
    QTimer watchDelay_; ///< many photos come and go at once
    QFileSystemWatcher* watcher_;
};

} // namespace autochrome
