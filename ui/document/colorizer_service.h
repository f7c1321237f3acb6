#pragma once

#include "core/base/error.h"
#include "core/work/colorizers.h"

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

class QThreadPool;

namespace autochrome {

/// The one network of the window: opened in the background, shared by all photos.
class ColorizerService : public QObject
{
    Q_OBJECT

public:
    explicit ColorizerService(QThreadPool* pool, QObject* parent = nullptr);

    /// Opens a model on a device, as Colorizer::open() names them. The colorizer at hand stays in
    /// use until the new one is ready.
    void open(const QString& model, const QString& device);
    void reopen() { open(model_, device_); }

    std::shared_ptr<Colorizer> colorizer() const { return colorizer_; }
    /// What chooses, in a worker, the network for a photo: that of its collection, unless a model
    /// was named; else colorizer(), which must be there. What is to be said of the choice is in it.
    std::function<Result<ChosenColorizer>()> colorizerFor(const std::filesystem::path& photo) const;
    /// Folders have other models of their own now.
    void reconsider();
    bool isOpening() const { return opening_; }
    const std::optional<Error>& error() const { return error_; }

Q_SIGNALS:
    void changed(); ///< a colorizer is ready, or opening it failed

private:
    QThreadPool* pool_;
    QString model_;
    QString device_;
    std::shared_ptr<Colorizer> colorizer_;
    std::shared_ptr<Colorizers> colorizers_; ///< where it is from; shared with workers
    std::string openModel_;                  ///< what was named when it was opened
    std::optional<Error> error_;
    bool opening_ = false;
    int request_ = 0; ///< only the latest request counts
};

} // namespace autochrome
