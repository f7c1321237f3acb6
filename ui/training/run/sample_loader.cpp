#include "ui/training/run/sample_loader.h"

#include "ui/widgets/background.h"

#include <algorithm>

namespace autochrome {
namespace {

constexpr int cacheBytes = 64 << 20;
constexpr std::size_t mostWishes = 64; // what was swiped past is not waited for

} // namespace

SampleLoader::SampleLoader(QObject* parent) : QObject(parent), pictures_(cacheBytes)
{
    pool_.setMaxThreadCount(1);
}

SampleLoader::~SampleLoader() = default;

bool SampleLoader::knows(const QString& path, qint64 stamp) const
{
    return pictures_.contains({path, stamp});
}

QImage SampleLoader::find(const QString& path, qint64 stamp)
{
    const Key key{path, stamp};
    if (const QImage* picture = pictures_.object(key))
        return *picture;
    if (wished_.contains(key)) {
        const auto old = std::find(wishes_.begin(), wishes_.end(), key);
        if (old != wishes_.end())
            std::rotate(old, old + 1, wishes_.end());
        return {};
    }
    wishes_.push_back(key);
    wished_.insert(key);
    if (wishes_.size() > mostWishes) {
        wished_.remove(wishes_.front());
        wishes_.erase(wishes_.begin());
    }
    startNext();
    return {};
}

void SampleLoader::startNext()
{
    if (busy_ || wishes_.empty())
        return;
    busy_ = true;
    const Key key = wishes_.back();
    wishes_.pop_back();
    runInBackground(
        &pool_, this, [path = key.path] { return QImage(path); },
        [this, key](const QImage& picture) {
            busy_ = false;
            wished_.remove(key);
            pictures_.insert(key, new QImage(picture), std::max(1, int(picture.sizeInBytes())));
            startNext();
            Q_EMIT ready();
        });
}

} // namespace autochrome
