#include "ui/training/setup/setting_section.h"

#include "ui/tools/parameter_editor.h"
#include "ui/training/setup/setting_group.h"
#include "ui/training/setup/setting_row.h"

#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

SettingSection::SettingSection(const SettingGroup& group, QWidget* parent)
    : SettingSection(group, new QWidget, parent)
{
}

SettingSection::SettingSection(const SettingGroup& group, QWidget* content, QWidget* parent)
    : FoldSection(QLatin1String(group.id), wordsOf(group.title), content, parent),
      title_(group.title)
{
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 0, 0, 4);
    layout->setSpacing(6);
    for (const ParameterFacts& facts : group.rows) {
        auto* row = new SettingRow(facts);
        rows_.push_back(row);
        layout->addWidget(row);
        connect(row, &SettingRow::edited, this, &SettingSection::edited);
    }
    setFolded(false); // with its icon
}

void SettingSection::showMarks()
{
    const auto changed = std::ranges::count_if(
        rows_, [](const SettingRow* row) { return row->isChanged() && !row->isHidden(); });
    const QString title = wordsOf(title_);
    setTitle(changed > 0 ? tr("%1 (%2 changed)").arg(title).arg(changed) : title);
}

} // namespace autochrome
