#pragma once

#include "core/base/error.h"
#include "core/edit/restoration.h"
#include "ui/window/recipe_command.h"
#include "ui/window/work.h"

#include <QImage>
#include <QObject>
#include <QUndoStack>
#include <memory>
#include <optional>

class QThreadPool;

namespace autochrome {

class ColorizerService;

/// One open photo: its file, its recipe with undo, and what became of it so far. Reads and colours
/// in the background, one job at a time; a change during a job is made after it, only the latest.
class PhotoDocument : public QObject
{
    Q_OBJECT

public:
    PhotoDocument(const QString& path, ColorizerService* service, QThreadPool* pool,
                  QObject* parent = nullptr);
    ~PhotoDocument() override;

    QString path() const { return path_; }
    QString name() const; ///< file name without its folder

    /// Upright and uncoloured; null until read.
    std::shared_ptr<const Photo> photo() const { return photo_; }
    QString profileName() const { return profileName_; }
    const std::optional<Rendering>& rendering() const { return rendering_; }
    double colourSeconds() const { return colourSeconds_; } ///< of the last run of the network
    QImage thumbnail() const { return thumbnail_; }         ///< coloured once the photo is
    void setThumbnail(const QImage& thumbnail);

    const Recipe& recipe() const { return recipe_; }
    /// Changes the recipe, undoably. @param gesture see RecipeCommand
    void edit(RecipeCommand::Kind kind, const Recipe& recipe, int gesture = -1);
    void applyRecipe(const Recipe& recipe); ///< for RecipeCommand
    QUndoStack* undoStack() { return &undoStack_; }

    bool isRead() const { return photo_ != nullptr; }
    const std::optional<Work>& work() const { return work_; } ///< what runs now
    void load();   ///< reads the file unless that is done, then colours it
    void colour(); ///< colours again, after an error or a cancelled run too
    void cancel(); ///< stops what runs now
    void unload(); ///< gives the pixels back; recipe and undo stay

    /// Memory that the pixels take, bytes.
    qint64 bytes() const;

Q_SIGNALS:
    void photoChanged();
    void renderingChanged();
    void recipeChanged();
    void thumbnailChanged();
    void workChanged();
    void readFailed(const autochrome::Error& error);   ///< Cancelled too
    void colourFailed(const autochrome::Error& error); ///< Cancelled too

private:
    struct ReadPhoto;
    struct Rendered;
    void read();
    void onRead(std::shared_ptr<ReadPhoto> result);
    void render();
    void onRendered(std::shared_ptr<Rendered> result);
    void onColorizerChanged();
    void setWork(std::optional<Work> work);

    QString path_;
    ColorizerService* service_;
    QThreadPool* pool_;
    std::shared_ptr<const Photo> photo_;
    std::shared_ptr<Restoration> restoration_;
    QString profileName_;
    QImage plainThumbnail_;
    QImage thumbnail_;
    std::optional<Rendering> rendering_;
    double colourSeconds_ = 0;
    Recipe recipe_;
    QUndoStack undoStack_;
    std::optional<Work> work_;
    Recipe inFlight_;        ///< what the running job makes
    bool readAgain_ = false; ///< wanted again while a cancelled reading has not ended yet
    bool outdated_ = false;  ///< the running job's result is no longer what is wanted
    bool stopped_ = false;   ///< the person cancelled colouring
};

} // namespace autochrome
