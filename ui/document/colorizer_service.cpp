#include "ui/document/colorizer_service.h"

#include "ui/widgets/background.h"

namespace autochrome {

ColorizerService::ColorizerService(QThreadPool* pool, QObject* parent)
    : QObject(parent), pool_(pool), collections_(std::make_shared<CollectionColorizers>())
{
}

void ColorizerService::open(const QString& model, const QString& device)
{
    model_ = model;
    device_ = device;
    opening_ = true;
    const int request = ++request_;
    runInBackground(
        pool_, this,
        [model = model.toStdString(), device = device.toStdString()] {
            return Colorizer::open(model, device);
        },
        [this, request](Result<std::shared_ptr<Colorizer>> result) {
            if (request != request_)
                return;
            opening_ = false;
            if (result) {
                colorizer_ = std::move(*result);
                error_.reset();
            } else {
                error_ = std::move(result.error());
            }
            Q_EMIT changed();
        });
}

std::function<Result<ChosenColorizer>()>
ColorizerService::colorizerFor(const std::filesystem::path& photo) const
{
    if (!model_.isEmpty())
        return [ordinary = colorizer_]() -> Result<ChosenColorizer> {
            return ChosenColorizer{ordinary};
        };
    return [collections = collections_, photo, device = device_.toStdString(),
            ordinary = colorizer_] { return collections->forPhoto(photo, device, ordinary); };
}

void ColorizerService::reconsider()
{
    if (colorizer_)
        Q_EMIT changed();
}

} // namespace autochrome
