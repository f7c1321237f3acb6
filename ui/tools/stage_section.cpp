#include "ui/tools/stage_section.h"

namespace autochrome {

StageSection::StageSection(const char* stage, QWidget* parent)
    : QWidget(parent), rows_(new QVBoxLayout(this))
{
    rows_->setContentsMargins(0, 0, 0, 0);
    rows_->setSpacing(12);
    for (const RecipeParameter& parameter : recipeParameters()) {
        if (!*parameter.row.title || parameter.stage() != stage)
            continue;
        editors_ << ParameterEditor::make(
            parameter, [this, &parameter](const ParameterValue& value, int gesture) {
                Q_EMIT edited(QString::fromLatin1(parameter.key), value, gesture);
            });
        rows_->addWidget(editors_.back().widget);
    }
    setRecipe(Recipe());
}

void StageSection::setRecipe(const Recipe& recipe)
{
    for (const ParameterEditor& editor : editors_)
        editor.show(editor.parameter->of(recipe));
}

} // namespace autochrome
