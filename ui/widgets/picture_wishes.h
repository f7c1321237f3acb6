#pragma once

#include "ui/widgets/background.h"

#include <QCache>
#include <QImage>
#include <QSet>
#include <algorithm>
#include <functional>
#include <vector>

namespace autochrome {

/// Small pictures for a list, made in the background for what is looked at, the latest wish first;
/// old wishes are of rows that have scrolled by. A cache keeps some.
/// @tparam Key  what a picture is of; goes into QHash
template <class Key>
class PictureWishes
{
public:
    using Make = std::function<QImage()>; ///< runs on another thread; null: there is none
    using Ready = std::function<void(const Key&)>;

    /// @param context  on whose thread everything else happens; outlives this
    /// @param kilobytes  of pictures that are kept
    /// @param most  wishes that are remembered: more than are seen at once
    /// @param ready  tells that the picture is there, or that there is none
    PictureWishes(QObject* context, qsizetype kilobytes, std::size_t most, Ready ready)
        : context_(context), most_(most), ready_(std::move(ready)), pictures_(kilobytes)
    {
        pool_.setMaxThreadCount(1);
    }
    ~PictureWishes() { pool_.clear(); }
    PictureWishes(const PictureWishes&) = delete;
    PictureWishes& operator=(const PictureWishes&) = delete;

    /// The picture that is at hand, which may be a null one; else null.
    const QImage* find(const Key& key) const { return pictures_.object(key); }

    /// Has it made, unless it is on its way.
    void wish(const Key& key, Make make)
    {
        if (wished_.contains(key))
            return;
        wished_.insert(key);
        wishes_.push_back({key, std::move(make)});
        if (wishes_.size() > most_) {
            wished_.remove(wishes_.front().key);
            wishes_.erase(wishes_.begin());
        }
        startNext();
    }

    /// Forgets everything; what is on its way is not told of.
    void clear()
    {
        pictures_.clear();
        wishes_.clear();
        wished_.clear();
        ++generation_;
    }

private:
    struct Wish
    {
        Key key;
        Make make;
    };

    void startNext()
    {
        if (busy_ || wishes_.empty())
            return;
        busy_ = true;
        Wish wish = std::move(wishes_.back());
        wishes_.pop_back();
        runInBackground(&pool_, context_, std::move(wish.make),
                        [this, key = wish.key, generation = generation_](const QImage& picture) {
                            busy_ = false;
                            if (generation == generation_) {
                                wished_.remove(key);
                                pictures_.insert(
                                    key, new QImage(picture),
                                    std::max<qsizetype>(1, picture.sizeInBytes() / 1024));
                                ready_(key);
                            }
                            startNext();
                        });
    }

    QObject* context_;
    const std::size_t most_;
    const Ready ready_;
    QCache<Key, QImage> pictures_; ///< a null one: there is none to be had
    std::vector<Wish> wishes_;     ///< the latest last
    QSet<Key> wished_;
    bool busy_ = false;
    int generation_ = 0; ///< up by one with clear()
    QThreadPool pool_;   ///< last: its thread ends before the rest goes
};

} // namespace autochrome
