#include "ui/viewer/pyramid_build.h"

#include "ui/viewer/tile_maker.h"

#include <QLoggingCategory>
#include <QObject>
#include <exception>

namespace autochrome {

namespace {

Q_LOGGING_CATEGORY(viewerLog, "autochrome.viewer")

constexpr int previewSide = 768;
constexpr int beforeTiles = 1; // priority; nothing can be seen without a pyramid

} // namespace

PyramidBuild::PyramidBuild(std::shared_ptr<const Photo> photo, QThreadPool& pool, QObject* context,
                           Preview preview, Done done)
    : cancelled_(std::make_shared<std::atomic<bool>>(false))
{
    const auto deliver = [context, cancelled = cancelled_](auto result) {
        QMetaObject::invokeMethod(
            context, [cancelled, result = std::move(result)] { *cancelled ? void() : result(); },
            Qt::QueuedConnection);
    };
    pool.start(
        [deliver, photo = std::move(photo), preview = std::move(preview), done = std::move(done),
         cancelled = cancelled_] {
            std::shared_ptr<const ImagePyramid> pyramid;
            try {
                if (preview)
                    deliver([preview, tile = makePreview(*photo, ColourSpace::of(*photo),
                                                         previewSide)] { preview(tile); });
                pyramid = ImagePyramid::build(photo, *cancelled);
            } catch (const std::exception& problem) {
                qCWarning(viewerLog, "pyramid: %s", problem.what());
            }
            deliver([done, pyramid] { done(pyramid); });
        },
        beforeTiles);
}

PyramidBuild::~PyramidBuild()
{
    *cancelled_ = true;
}

} // namespace autochrome
