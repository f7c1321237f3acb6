#pragma once

#include "ui/viewer/image_pyramid.h"
#include "ui/viewer/tile.h"

#include <QThreadPool>
#include <functional>

class QObject;

namespace autochrome {

/// A pyramid under way on another thread. When this goes, the work is stopped and nothing of it is
/// delivered any more.
class PyramidBuild
{
public:
    using Preview = std::function<void(const Tile& preview)>;
    using Done = std::function<void(std::shared_ptr<const ImagePyramid> pyramid)>;

    /// Starts at once on `pool`, whose threads must end before `context` does.
    /// @param preview  if given, called first, with the roughest picture of the photo
    /// @param done     called with the pyramid; null if there was no memory for it
    /// Both are called on the thread of `context`.
    PyramidBuild(std::shared_ptr<const Photo> photo, QThreadPool& pool, QObject* context,
                 Preview preview, Done done);
    ~PyramidBuild();
    Q_DISABLE_COPY_MOVE(PyramidBuild)

private:
    std::shared_ptr<std::atomic<bool>> cancelled_;
};

} // namespace autochrome
