#pragma once

#include "core/batch/job.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <memory>
#include <vector>

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
    ~JobThumbnails() override;

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
    struct Wish
    {
        Key key;
        std::string path;
    };
    void startNext();

    QCache<Key, QImage> pictures_; ///< a null one: there is none to be had
    std::vector<Wish> wishes_;     ///< the latest last
    QSet<Key> wished_;
    bool busy_ = false;
    QThreadPool pool_; ///< last: its thread ends before the rest goes
};

} // namespace autochrome
