#pragma once

#include "ui/document/edited_recipe.h"
#include "ui/document/photo_development.h"

#include <QImage>
#include <QObject>
#include <memory>
#include <optional>

class QThreadPool;

namespace autochrome {

class ColorizerService;

/// One open photo: its file, its recipe with undo, and what became of it so far: what the recipe
/// makes of it now, or a result that lies in a file already. How it comes to that, in the
/// background, is its development's.
class PhotoDocument : public QObject
{
    Q_OBJECT

public:
    PhotoDocument(const QString& path, ColorizerService* service, QThreadPool* pool,
                  QObject* parent = nullptr);

    QString path() const { return path_; }
    QString name() const; ///< file name without its folder

    /// Upright and uncoloured; null until read.
    std::shared_ptr<const Photo> photo() const { return development_.photo(); }
    /// The photo as it lies by the recipe, uncoloured: what "before" shows. Null until read.
    std::shared_ptr<const Photo> before() const { return development_.laid().photo; }
    /// How the lightness of before() is spread, and was before its tones were changed.
    const ToneFigures& toneFigures() const { return development_.laid().figures; }
    /// What was done to the damage of before(), and by which settings.
    Repair repair() const;
    const RepairSettings& repairedBy() const { return development_.laid().repair; }
    /// From photo() to before().
    const GeometryMap& map() const { return development_.laid().map; }
    QString profileName() const { return development_.profileName(); }
    const std::optional<Rendering>& rendering() const { return development_.rendering(); }
    /// Whether the rendering is what the recipe makes now. It is not while a change is on its way
    /// to be seen, nor after that was stopped or failed: then the colours are older than the
    /// settings.
    bool isUpToDate() const { return development_.isUpToDate(); }
    /// What the person is to be told of how the rendering came to its colours: its folder's model
    /// is gone, the network was smaller than wanted, … Sentences.
    const std::vector<Message>& notices() const { return development_.notices(); }
    /// What is shown as "after" in place of a rendering; null if there is none, or not yet. Stays
    /// until the rendering that replaces it is there.
    std::shared_ptr<const Photo> result() const { return development_.result(); }
    /// The file whose pixels are wanted as "after"; empty: what the recipe makes is.
    QString resultPath() const { return development_.resultPath(); }
    /// Of the rendering, or of the one before until a slider comes to rest and it is measured.
    std::optional<double> luminanceError() const { return development_.luminanceError(); }
    /// Of the last run of the network.
    double colourSeconds() const { return development_.colourSeconds(); }
    QImage thumbnail() const { return thumbnail_; } ///< coloured once the photo is
    void setThumbnail(const QImage& thumbnail);

    /// Why the photo cannot be read or coloured, as far as that is known.
    const std::optional<Error>& problem() const { return problem_; }
    void setProblem(const std::optional<Error>& problem);
    /// Whether a file has what the recipe makes now, with the model of now.
    bool isExported() const;
    void setExported(const Rendering& rendering);

    const Recipe& recipe() const { return recipe_.now(); }
    QUndoStack* undoStack() { return recipe_.undoStack(); }
    /// Changes the recipe, undoably. @param gesture, name  see RecipeCommand
    void edit(const Recipe& recipe, int gesture = -1, const QString& name = {})
    {
        recipe_.edit(recipe, gesture, name);
    }
    /// The settings that the photo begins with; nothing if it was edited already.
    void beginWith(const Recipe& recipe) { recipe_.beginWith(recipe); }
    /// What is kept for the photo is asked for with this when it is first read, or glimpsed before.
    const RecipeFinder& recipeFinder() const { return development_.recipeFinder(); }
    void setRecipeFinder(RecipeFinder finder) { development_.setRecipeFinder(std::move(finder)); }

    bool isRead() const { return development_.isRead(); }
    const std::optional<Work>& work() const { return development_.work(); } ///< what runs now
    /// Wants a result's own pixels as "after", and no network, until the recipe is edited or
    /// colour() called. Read at once if the photo is, else along with it.
    void showResult(const QString& path) { development_.showResult(path); }
    /// Reads the file unless that is done, then its result or colours it.
    void load() { development_.load(); }
    /// Colours again, after an error, a cancelled run or instead of a result too.
    void colour() { development_.colour(); }
    void cancel() { development_.cancel(); } ///< stops what runs now
    /// Gives the pixels back; recipe, undo and the result's path stay.
    void unload() { development_.unload(); }

    /// Memory that the pixels take, bytes.
    qint64 bytes() const { return development_.bytes(); }

Q_SIGNALS:
    void photoChanged();
    /// before() lies otherwise. @param last  how it lay until now
    void beforeChanged(const autochrome::GeometryMap& last);
    void tonesChanged();     ///< before() lies as it did, with others
    void repairChanged();    ///< repair()
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
    void takeThumbnail(const QImage& thumbnail);
    void onEdited();
    void onColourFailed(const Error& error);

    QString path_;
    EditedRecipe recipe_;
    PhotoDevelopment development_;
    QImage thumbnail_;
    std::optional<Recipe> exported_; ///< what was saved last
    std::string exportedModel_;      ///< checksum of the one whose colours those are
    std::optional<Error> problem_;
};

} // namespace autochrome
