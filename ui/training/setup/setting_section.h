#pragma once

#include "core/base/parameter.h"
#include "ui/tools/fold_section.h"

#include <string_view>
#include <vector>

namespace autochrome {

class SettingRow;
struct SettingGroup;

/// A section of the form of settings, which tells of its marked rows while it is folded, too.
class SettingSection : public FoldSection
{
    Q_OBJECT

public:
    explicit SettingSection(const SettingGroup& group, QWidget* parent = nullptr);

    const std::vector<SettingRow*>& rows() const { return rows_; }
    void showMarks(); ///< once the rows have other values

Q_SIGNALS:
    void edited(std::string_view key, const autochrome::ParameterValue& value);

private:
    SettingSection(const SettingGroup& group, QWidget* content, QWidget* parent);

    const char* title_;
    std::vector<SettingRow*> rows_;
};

} // namespace autochrome
