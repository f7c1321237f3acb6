#pragma once

#include "core/base/error.h"
#include "core/edit/recipe_store.h"
#include "core/edit/restoration.h"
#include "ui/document/laid_photo.h"
#include "ui/document/recipe_finder.h"
#include "ui/document/work.h"

#include <QImage>
#include <QObject>
#include <QString>
#include <chrono>
#include <memory>
#include <optional>
#include <vector>

class QThreadPool;

namespace autochrome {

class ColorizerService;
class CurrentWork;
class EditedRecipe;
class LuminanceMeter;
struct OpenedPhoto;
struct RenderedPhoto;
struct ResultPicture;

/// What becomes of a photo file: read, laid as its recipe says, then in colour, or covered by the
/// result that lies in a file already. Decides what is to be done next for that, in the background,
/// one job at a time; a change during a job is made after it, only the latest.
class PhotoDevelopment : public QObject
{
    Q_OBJECT

public:
    /// @param recipe  what is followed; must outlive it
    PhotoDevelopment(const QString& path, const EditedRecipe* recipe, ColorizerService* service,
                     QThreadPool* pool, QObject* parent = nullptr);
    ~PhotoDevelopment() override; ///< nobody waits for what runs

    // What became of it so far, see PhotoDocument.
    std::shared_ptr<const Photo> photo() const { return photo_; }
    bool isRead() const { return photo_ != nullptr; }
    const LaidPhoto& laid() const { return laid_; }
    QString profileName() const { return profileName_; }
    const std::optional<Rendering>& rendering() const { return rendering_; }
    bool isUpToDate() const;
    const std::vector<Message>& notices() const { return notices_; }
    std::shared_ptr<const Photo> result() const { return result_; }
    QString resultPath() const { return resultPath_; }
    std::optional<double> luminanceError() const;
    double colourSeconds() const { return colourSeconds_; }
    const std::optional<Work>& work() const;
    qint64 bytes() const;

    const RecipeFinder& recipeFinder() const { return recipeFinder_; }
    void setRecipeFinder(RecipeFinder finder) { recipeFinder_ = std::move(finder); }

    void wantRecipe(); ///< what the recipe makes is wanted, and no result any more
    void follow();     ///< the recipe, which has changed
    void showResult(const QString& path);
    void load();
    void colour();
    void cancel();
    void unload();

Q_SIGNALS:
    void photoChanged();
    void beforeChanged(const autochrome::GeometryMap& last);
    void tonesChanged();
    void repairChanged();
    void renderingChanged();
    void luminanceMeasured();
    void recipeLookedUp(const autochrome::PhotoMark& photo, const autochrome::KeptRecipe& kept);
    void thumbnailMade(const QImage& thumbnail);
    void workChanged();
    void succeeded(); ///< the photo could be read, or coloured: no earlier problem is left
    void readFailed(const autochrome::Error& error);
    void colourFailed(const autochrome::Error& error);
    void resultFailed(const autochrome::Error& error);

private:
    void read();
    void onOpened(const Result<OpenedPhoto>& opened, const QString& resultPath);
    void lay();
    void onLaid(const Result<LaidPhoto>& laid);
    void takeLaid(const LaidPhoto& laid);
    void makeAfter();
    void readResult();
    void onResultRead(const QString& path, const Result<ResultPicture>& picture);
    void takeResult(const Result<ResultPicture>& picture);
    void render();
    void startRendering(std::chrono::milliseconds rest = {});
    void onRendered(Result<RenderedPhoto> rendered);
    void takeRendering(RenderedPhoto rendered);
    void fail(const Error& error);
    void onColorizerChanged();

    QString path_;
    const EditedRecipe* recipe_;
    RecipeFinder recipeFinder_;
    ColorizerService* service_;
    CurrentWork* current_;
    LuminanceMeter* luminance_;
    std::shared_ptr<const Photo> photo_;
    std::shared_ptr<Restoration> restoration_;
    LaidPhoto laid_;
    QString profileName_;
    std::optional<Rendering> rendering_;
    std::vector<Message> notices_;
    QString resultPath_;
    std::shared_ptr<const Photo> result_;
    double colourSeconds_ = 0;
    bool readAgain_ = false;        ///< wanted again while a cancelled reading has not ended yet
    bool isBorrowed_ = false;       ///< the rendering has colours that were made for other tones
    bool isLaying_ = false;         ///< the running job lays the photo
    std::size_t strokesInHand_ = 0; ///< of the mask that it is laid by
    bool outdated_ = false;         ///< what the running job makes is no longer what is wanted
    bool stopped_ = false;          ///< the person cancelled colouring
};

} // namespace autochrome
