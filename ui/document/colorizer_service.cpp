#include "ui/document/colorizer_service.h"

#include "ui/widgets/background.h"

namespace autochrome {

namespace {

// The one of all photos, and the latest that a folder has for itself.
constexpr std::size_t mostOpen = 2;

} // namespace

ColorizerService::ColorizerService(QThreadPool* pool, QObject* parent)
    : QObject(parent), pool_(pool)
{
}

void ColorizerService::open(const QString& model, const QString& device)
{
    model_ = model;
    device_ = device;
    opening_ = true;
    const int request = ++request_;
    const auto colorizers = std::make_shared<Colorizers>(device.toStdString(), mostOpen);
    runInBackground(
        pool_, this,
        [colorizers, model = model.toStdString()] { return colorizers->ordinary(model); },
        [this, request, colorizers,
         model = model.toStdString()](Result<std::shared_ptr<Colorizer>> result) {
            if (request != request_)
                return;
            opening_ = false;
            if (result) {
                colorizer_ = std::move(*result);
                colorizers_ = colorizers;
                openModel_ = model;
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
    return [colorizers = colorizers_, photo, model = openModel_] {
        return colorizers->forPhoto(photo, model);
    };
}

void ColorizerService::reconsider()
{
    if (colorizer_)
        Q_EMIT changed();
}

} // namespace autochrome
