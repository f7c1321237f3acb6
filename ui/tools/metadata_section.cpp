#include "ui/tools/metadata_section.h"

#include "ui/tools/metadata_table.h"
#include "ui/widgets/breaking_label.h"

#include <QVBoxLayout>

namespace autochrome {

MetadataSection::MetadataSection(QWidget* parent)
    : QWidget(parent),
      nothing_(new BreakingLabel(tr("The file carries no metadata."))),
      table_(new MetadataTable)
{
    table_->setHeaderHidden(true);
    table_->setAccessibleName(tr("Metadata of the source"));
    table_->setAsHighAsItsRows();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(nothing_);
    layout->addWidget(table_);
    setPhoto(nullptr);
}

void MetadataSection::setPhoto(const std::shared_ptr<const Photo>& photo)
{
    const auto fields = photo ? photo->metadata.fields() : std::vector<MetadataTable::Field>();
    table_->showFields(fields);
    table_->setVisible(!fields.empty());
    nothing_->setVisible(photo && fields.empty());
}

} // namespace autochrome
