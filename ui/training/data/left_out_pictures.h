#pragma once

#include "ui/training/data/left_out_row.h"
#include "ui/widgets/picture_wishes.h"

#include <QImage>
#include <QObject>
#include <utility>

namespace autochrome {

/// Small pictures of photos that are left out, from folders and archives, made in the background
/// for those that are looked at, the latest wish first. Keeps some megabytes of them.
class LeftOutPictures : public QObject
{
    Q_OBJECT

public:
    static constexpr int edge = 112; ///< longest edge, pixels: 56 at a scale of 2

    explicit LeftOutPictures(QObject* parent = nullptr);

    /// The picture, or null: there is none to be had, or it is made and ready() says when.
    QImage find(const LeftOutRow& row);

    void clear(); ///< lets go of the surveys

Q_SIGNALS:
    void ready(const autochrome::Survey* survey, qint64 photo);

private:
    using Key = std::pair<const Survey*, std::int64_t>;
    PictureWishes<Key> wishes_;
};

} // namespace autochrome
