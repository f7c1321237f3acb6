#pragma once

#include "core/edit/restoration.h"

#include <QWidget>
#include <functional>
#include <memory>
#include <optional>

namespace autochrome {

/// How before and after share the view.
enum class CompareMode { Split, SideBySide, Alternate };

/// The photo, before and after, at any zoom. Paints from a pyramid of the upright source; "after"
/// is coloured from the same pyramid by the rendering's recombiner, only where it is looked at, so
/// a new strength repaints without the network; or it is a result as its file has it.
class PhotoView : public QWidget
{
    Q_OBJECT

public:
    explicit PhotoView(QWidget* parent = nullptr);
    ~PhotoView() override;

    /// Shows an upright photo, uncoloured, fitted. Null: nothing is shown.
    void setPhoto(std::shared_ptr<const Photo> photo);
    /// Shows the same photo as it lies now, turned or cut otherwise, uncoloured; the zoom stays.
    /// @param moved  where a place of the photo that was shown until now lies in this one (pixels)
    void replacePhoto(std::shared_ptr<const Photo> photo,
                      const std::function<QPointF(QPointF)>& moved);
    /// Shows the same photo with other tones, once it can be seen in full, along with the rendering
    /// that is set right after it; until then what is there stays.
    void retonePhoto(std::shared_ptr<const Photo> photo);
    /// Shows what a recipe makes of the photo; nothing: only "before".
    void setRendering(std::optional<Rendering> rendering);
    /// Shows a result's own pixels (upright, the photo's size) as "after"; null: only "before".
    void setResult(std::shared_ptr<const Photo> result);
    bool hasAfter() const;

    CompareMode mode() const;
    void setMode(CompareMode mode);

    /// Screen pixels (device pixels) per photo pixel; 1 is 1:1.
    double zoom() const;
    bool isFitted() const;
    void zoomToFit();
    void zoomTo(double zoom); ///< around the middle of the view
    void zoomIn();
    void zoomOut();

    /// Position of the handle in Split mode, as a fraction of the photo's visible width, [0, 1].
    double splitPosition() const;
    void setSplitPosition(double position);

    /// While true, only "before" is shown, whatever the mode (key \ held down).
    void setShowingBefore(bool before);
    bool isShowingBefore() const;

    /// Whether keys that write something (+, F, \) do something while the view has the focus.
    void setSingleKeys(bool on);

    /// From a place of the view (logical) to the photo's pixels, and back; beside the photo too.
    QPointF toPhoto(QPointF place) const;
    QPointF fromPhoto(QPointF pixel) const; ///< in the first of two panes

    /// Whether all that is visible is shown in full detail, with the latest "after".
    bool isSettled() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void zoomChanged(double zoom);
    void looked(); ///< at another part, or at another zoom
    void modeChanged(autochrome::CompareMode mode);
    void splitPositionChanged(double position);
    void settled();    ///< see isSettled()
    void afterShown(); ///< another "after" is seen now, though it may be outdated already

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace autochrome
