#pragma once

#include "core/base/error.h"
#include "core/edit/geometry/geometry_map.h"
#include "core/edit/repair/repair_settings.h"
#include "core/photo/photo_writer.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

class QThreadPool;

namespace autochrome::inline edit {
struct Recipe;
} // namespace autochrome::inline edit

namespace autochrome {

class BrushOverlay;
class MaskLayer;
class PhotoDocument;
class PhotoView;
class RepairSection;

/// Marks damage on a photo: each stroke of the brush is a step of the recipe that can be undone,
/// seen at once, and filled in by the photo's development in the background.
class RepairTool : public QObject
{
    Q_OBJECT

public:
    RepairTool(PhotoView* view, QThreadPool* pool, QObject* parent);
    ~RepairTool() override;

    RepairSection* section() const { return section_; } ///< for the panel
    bool isActive() const { return document_ != nullptr; }
    PhotoDocument* document() const { return document_; } ///< while it is active

    void start(PhotoDocument* document);
    void end();

    void setShowsFilled(bool on);
    /// Takes what is damaged from a file, once it is known to fit.
    void loadMask(const QString& file);
    /// Saves what is filled in now. @param options  of photos' results
    void saveMask(const QString& file, const WriteOptions& options);

Q_SIGNALS:
    void activeChanged(bool active);
    void saved(const autochrome::WrittenPhoto& written);
    void failed(const autochrome::Error& error); ///< a mask could not be loaded or saved

private:
    void edit(const QString& name, const std::function<void(RepairSettings&)>& change);
    void placePhoto();
    void takeRepair();
    void showMarks();
    void adopt();
    void setErases(bool on);

    /// What is filled in, and what for.
    struct Filled
    {
        std::shared_ptr<const MaskLayer> layer;
        DamageMask mask;
    };

    PhotoView* view_;
    QThreadPool* pool_;
    RepairSection* section_;
    BrushOverlay* overlay_ = nullptr; ///< while it is active
    PhotoDocument* document_ = nullptr;
    Filled filled_;
    std::optional<Filled> coming_; ///< once the view shows the photo that it is of
    bool showsFilled_ = false;
    bool wasSideBySide_ = false; ///< the view, before
    int round_ = 0;              ///< counts what was begun
};

} // namespace autochrome
