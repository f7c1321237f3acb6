#pragma once

#include "core/base/error.h"
#include "core/edit/geometry/geometry_map.h"
#include "core/edit/recipe_store.h"
#include "core/edit/restoration.h"
#include "ui/document/recipe_command.h"
#include "ui/document/work.h"

#include <QImage>
#include <QObject>
#include <QUndoStack>
#include <functional>
#include <memory>
#include <optional>

class QThreadPool;

namespace autochrome {

class ColorizerService;

/// One open photo: its file, its recipe with undo, and what became of it so far: what the recipe
/// makes of it now, or a result that lies in a file already. Reads and colours in the background,
/// one job at a time; a change during a job is made after it, only the latest.
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
    /// The photo as it lies by the recipe, uncoloured: what "before" shows. Null until read.
    std::shared_ptr<const Photo> before() const { return before_; }
    const GeometryMap& map() const { return map_; } ///< from photo() to before()
    QString profileName() const { return profileName_; }
    const std::optional<Rendering>& rendering() const { return rendering_; }
    /// Whether the rendering is what the recipe makes now. It is not while a change is on its way
    /// to be seen, nor after that was stopped or failed: then the colours are older than the
    /// settings.
    bool isUpToDate() const { return rendering_ && rendering_->recipe() == recipe_; }
    /// What the person is to be told of how the rendering came to its colours: its folder's model
    /// is gone, the network was smaller than wanted, … Sentences.
    const std::vector<Message>& notices() const { return notices_; }
    /// What is shown as "after" in place of a rendering; null if there is none, or not yet. Stays
    /// until the rendering that replaces it is there.
    std::shared_ptr<const Photo> result() const { return result_; }
    /// The file whose pixels are wanted as "after"; empty: what the recipe makes is.
    QString resultPath() const { return resultPath_; }
    /// Of the rendering, or of the one before until a slider comes to rest and it is measured.
    std::optional<double> luminanceError() const { return luminanceError_; }
    double colourSeconds() const { return colourSeconds_; } ///< of the last run of the network
    QImage thumbnail() const { return thumbnail_; }         ///< coloured once the photo is
    void setThumbnail(const QImage& thumbnail);

    /// Why the photo cannot be read or coloured, as far as that is known.
    const std::optional<Error>& problem() const { return problem_; }
    void setProblem(const std::optional<Error>& problem);
    /// Whether a file has what the recipe makes now, with the model of now.
    bool isExported() const;
    void setExported(const Rendering& rendering);

    const Recipe& recipe() const { return recipe_; }
    /// Changes the recipe, undoably. @param gesture, name  see RecipeCommand
    void edit(const Recipe& recipe, int gesture = -1, const QString& name = {});
    void applyRecipe(const Recipe& recipe); ///< for RecipeCommand
    /// The settings that the photo begins with; nothing if it was edited already.
    void beginWith(const Recipe& recipe);
    /// What is kept for a photo is asked for with this, on a worker's thread, when it is first
    /// read; empty: nothing is.
    using RecipeFinder = std::function<KeptRecipe(const PhotoMark&)>;
    void setRecipeFinder(RecipeFinder finder) { recipeFinder_ = std::move(finder); }
    QUndoStack* undoStack() { return &undoStack_; }

    bool isRead() const { return photo_ != nullptr; }
    const std::optional<Work>& work() const { return work_; } ///< what runs now
    /// Wants a result's own pixels as "after", and no network, until the recipe is edited or
    /// colour() called. Read at once if the photo is, else along with it.
    void showResult(const QString& path);
    void load();   ///< reads the file unless that is done, then its result or colours it
    void colour(); ///< colours again, after an error, a cancelled run or instead of a result too
    void cancel(); ///< stops what runs now
    void unload(); ///< gives the pixels back; recipe, undo and the result's path stay

    /// Memory that the pixels take, bytes.
    qint64 bytes() const;

Q_SIGNALS:
    void photoChanged();
    /// before() lies otherwise. @param last  how it lay until now
    void beforeChanged(const autochrome::GeometryMap& last);
    void renderingChanged(); ///< or the result in its place
    void luminanceMeasured();
    void recipeChanged();
    /// Before the photo is there, so that the answer may still be beginWith().
    void recipeLookedUp(const autochrome::PhotoMark& photo, const autochrome::KeptRecipe& kept);
    void thumbnailChanged();
    void workChanged();
    void stateChanged();                               ///< problem() or isExported()
    void readFailed(const autochrome::Error& error);   ///< Cancelled too
    void colourFailed(const autochrome::Error& error); ///< Cancelled too
    /// The result cannot be shown. The photo is coloured instead, unless Cancelled.
    void resultFailed(const autochrome::Error& error);

private:
    struct Lying;
    struct ReadPhoto;
    struct ReadResult;
    struct Rendered;
    void read();
    void onRead(std::shared_ptr<ReadPhoto> read);
    void lay();
    void onLaid(const Lying& laid);
    void makeAfter();
    void readResult();
    void onResultRead(const ReadResult& read);
    void takeResult(const ReadResult& read);
    void dropResult();
    void render();
    void startRendering();
    void onRendered(std::shared_ptr<Rendered> result);
    void fail(const Error& error);
    void measure();
    void onColorizerChanged();
    void setWork(std::optional<Work> work);

    QString path_;
    ColorizerService* service_;
    QThreadPool* pool_;
    std::shared_ptr<const Photo> photo_;
    std::shared_ptr<Restoration> restoration_;
    std::shared_ptr<const Photo> before_;
    GeometryMap map_;
    QString profileName_;
    cv::Mat small_; ///< before_, shrunk
    QImage thumbnail_;
    std::optional<Rendering> rendering_;
    std::vector<Message> notices_;
    QString resultPath_;
    std::shared_ptr<const Photo> result_;
    std::optional<double> luminanceError_;
    bool isMeasured_ = false;
    int lastMeasurement_ = 0;
    double colourSeconds_ = 0;
    Recipe recipe_;
    RecipeFinder recipeFinder_;
    std::optional<Recipe> exported_; ///< what was saved last
    std::string exportedModel_;      ///< checksum of the one whose colours those are
    std::optional<Error> problem_;
    QUndoStack undoStack_;
    std::optional<Work> work_;
    QString inFlightResult_; ///< the result that the running job reads instead, if not empty
    bool readAgain_ = false; ///< wanted again while a cancelled reading has not ended yet
    bool outdated_ = false;  ///< what the running job makes is no longer what is wanted
    bool stopped_ = false;   ///< the person cancelled colouring
};

} // namespace autochrome
