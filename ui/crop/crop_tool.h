#pragma once

#include "core/photo/photo.h"
#include "core/prints/automatic_frame.h"
#include "ui/crop/frame_draft.h"
#include "ui/viewer/photo_view.h"

#include <QObject>
#include <functional>
#include <memory>

class QThreadPool;

namespace autochrome {

class CropSection;
class FrameOverlay;
class PhotoDocument;

/// Draws a frame on a photo: shows all of it in the view, with the frame over it, until the person
/// crops or leaves it. Only then the recipe changes, by one step that can be undone.
class CropTool : public QObject
{
    Q_OBJECT

public:
    CropTool(PhotoView* view, QThreadPool* pool, QObject* parent);
    ~CropTool() override;

    CropSection* section() const { return section_; } ///< for the panel
    bool isActive() const { return document_ != nullptr; }

    void start(PhotoDocument* document);
    void apply();
    void cancel();

Q_SIGNALS:
    /// While it is active, the view is the tool's; afterwards it is to be filled again.
    void activeChanged(bool active);

private:
    /// @param drawn  the recipe's geometry, with the frame that is drawn now
    void begin(const GeometrySettings& drawn);
    void showPhoto(const std::shared_ptr<const Photo>& photo, const GeometrySettings& drawn);
    void end();
    void edit(const std::function<void(FrameDraft&)>& change);
    /// Puts the frame where a look at the photo says, or tells why it stays.
    void look(AutomaticFrame (*finder)(const std::string& name, const cv::Mat& pixels));

    PhotoView* view_;
    QThreadPool* pool_;
    CropSection* section_;
    FrameOverlay* overlay_ = nullptr; ///< while the photo is seen
    PhotoDocument* document_ = nullptr;
    GeometrySettings geometry_; ///< the recipe's, as far as it is known here
    CompareMode mode_{};        ///< of the view, before
    int round_ = 0;             ///< counts what was begun
};

} // namespace autochrome
