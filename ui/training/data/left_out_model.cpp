#include "ui/training/data/left_out_model.h"

#include "ui/training/data/left_out_pictures.h"

#include <algorithm>
#include <numeric>

namespace autochrome {

LeftOutModel::LeftOutModel(QObject* parent)
    : QAbstractListModel(parent), pictures_(new LeftOutPictures(this))
{
    connect(pictures_, &LeftOutPictures::ready, this, [this](const Survey* survey, qint64 photo) {
        for (int row = 0; row < int(shown_.size()); ++row) {
            const LeftOutRow& shown = rows_[std::size_t(shown_[std::size_t(row)])];
            if (shown.survey.get() == survey && shown.number == photo) {
                Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
                return;
            }
        }
    });
}

void LeftOutModel::setFound(const SurveyedData& found)
{
    beginResetModel();
    pictures_->clear();
    rows_.clear();
    counts_ = {};
    for (const auto& survey : {found.survey, found.validation}) {
        if (!survey)
            continue;
        for (const LeftOutPhoto& photo : survey->leftOut)
            rows_.push_back(LeftOutRow::of(photo, survey));
        for (int use = 1; use < photoUses; ++use)
            counts_[std::size_t(use)] += survey->counts[std::size_t(use)];
    }
    // Those of one reason together, also from two surveys.
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const LeftOutRow& a, const LeftOutRow& b) { return a.why < b.why; });
    filter();
    endResetModel();
}

void LeftOutModel::setReason(std::optional<PhotoUse> why)
{
    beginResetModel();
    why_ = why;
    filter();
    endResetModel();
}

std::int64_t LeftOutModel::count(std::optional<PhotoUse> why) const
{
    return why ? counts_[std::size_t(*why)]
               : std::accumulate(counts_.begin(), counts_.end(), std::int64_t(0));
}

void LeftOutModel::filter()
{
    shown_.clear();
    for (std::size_t i = 0; i < rows_.size(); ++i)
        if (!why_ || rows_[i].why == *why_)
            shown_.push_back(int(i));
}

int LeftOutModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(shown_.size());
}

QVariant LeftOutModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const LeftOutRow& row = rows_[std::size_t(shown_[std::size_t(index.row())])];
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::ToolTipRole:
        return row.address + u'\n' + row.reason();
    case Qt::AccessibleTextRole:
        return row.name + QStringLiteral(", ") + row.reason();
    case Qt::DecorationRole: {
        const QImage picture = pictures_->find(row);
        return picture.isNull() ? QVariant() : picture;
    }
    case RowRole:
        return QVariant::fromValue(static_cast<const void*>(&row));
    default:
        return {};
    }
}

} // namespace autochrome
