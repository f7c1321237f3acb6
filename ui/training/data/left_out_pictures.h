#pragma once

#include "ui/training/data/left_out_row.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <utility>
#include <vector>

namespace autochrome {

/// Small pictures of photos that are left out, from folders and archives, made in the background
/// for those that are looked at, the latest wish first. Keeps some megabytes of them.
class LeftOutPictures : public QObject
{
    Q_OBJECT

public:
    static constexpr int edge = 112; ///< longest edge, pixels: 56 at a scale of 2

    explicit LeftOutPictures(QObject* parent = nullptr);
    ~LeftOutPictures() override;

    /// The picture, or null: there is none to be had, or it is made and ready() says when.
    QImage find(const LeftOutRow& row);

    void clear(); ///< lets go of the surveys

Q_SIGNALS:
    void ready(const autochrome::Survey* survey, qint64 photo);

private:
    using Key = std::pair<const Survey*, std::int64_t>;
    struct Wish
    {
        Key key = {};
        std::shared_ptr<const Survey> survey = {};
    };
    void startNext();

    QCache<Key, QImage> pictures_; ///< a null one: there is none to be had
    std::vector<Wish> wishes_;     ///< the latest last
    QSet<Key> wished_;
    bool busy_ = false;
    int generation_ = 0; ///< of what is asked for, up by one with clear()
    QThreadPool pool_;   ///< last: its thread ends before the rest goes
};

} // namespace autochrome
