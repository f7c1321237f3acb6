#pragma once

#include "core/photo/photo.h"

#include <QWidget>
#include <memory>

class QLabel;

namespace autochrome {

class MetadataTable;

/// The metadata that the source carries, as high as all of it: the panel scrolls, not the table.
class MetadataSection : public QWidget
{
    Q_OBJECT

public:
    explicit MetadataSection(QWidget* parent = nullptr);

    void setPhoto(const std::shared_ptr<const Photo>& photo); ///< null: nothing is shown

    MetadataTable* table() const { return table_; }

private:
    QLabel* nothing_;
    MetadataTable* table_;
};

} // namespace autochrome
