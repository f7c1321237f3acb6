#pragma once

#include "ui/training/data/left_out_row.h"
#include "ui/training/data/photo_surveyor.h"

#include <QAbstractListModel>
#include <optional>
#include <vector>

namespace autochrome {

class LeftOutPictures;

/// The photos that are left out, all or those of one reason; some hundred of each reason at most.
class LeftOutModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { RowRole = Qt::UserRole }; ///< const LeftOutRow* as const void*

    explicit LeftOutModel(QObject* parent = nullptr);

    void setFound(const SurveyedData& found);    ///< without surveys: empty
    void setReason(std::optional<PhotoUse> why); ///< nothing: all

    /// How many photos were left out for a reason, named or not; for nothing: altogether.
    std::int64_t count(std::optional<PhotoUse> why = {}) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void filter();

    LeftOutPictures* pictures_;
    std::vector<LeftOutRow> rows_;
    std::vector<int> shown_; ///< of rows_
    std::array<std::int64_t, photoUses> counts_ = {};
    std::optional<PhotoUse> why_;
};

} // namespace autochrome
