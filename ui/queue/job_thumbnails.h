#pragma once

#include "core/queue/job.h"
#include "ui/widgets/picture_wishes.h"

#include <QImage>
#include <QObject>

namespace autochrome {

struct JobRow;

/// Small pictures of the photos that are looked at, made in the background, the latest wish first;
/// of the result once there is one. Keeps some megabytes of them.
class JobThumbnails : public QObject
{
    Q_OBJECT

public:
    static constexpr int edge = 112; ///< longest edge, pixels: 56 at a scale of 2

    explicit JobThumbnails(QObject* parent = nullptr);

    /// The picture, or null: then it is made, and ready() says when it is worth asking again.
    QImage find(const JobRow& row);

Q_SIGNALS:
    void ready(autochrome::JobId job);

private:
    struct Key
    {
        JobId job = 0;
        bool ofResult = false;
        bool operator==(const Key&) const = default;
    };
    friend size_t qHash(const Key& key, size_t seed)
    {
        return qHashMulti(seed, key.job, key.ofResult);
    }
    PictureWishes<Key> wishes_;
};

} // namespace autochrome
