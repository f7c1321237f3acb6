#include "ui/tools/tone_section.h"

#include "ui/tools/tone_histogram.h"

#include <QVBoxLayout>

namespace autochrome {

ToneSection::ToneSection(QWidget* parent) : QWidget(parent), histogram_(new ToneHistogram)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(histogram_);
    for (const RecipeParameter& parameter : recipeParameters()) {
        if (!*parameter.row.title || parameter.stage() != "tone")
            continue;
        editors_ << ParameterEditor::make(
            parameter, [this, &parameter](const ParameterValue& value, int gesture) {
                Q_EMIT edited(QString::fromLatin1(parameter.key), value, gesture);
            });
        layout->addWidget(editors_.back().widget);
    }
    setRecipe(Recipe());
}

void ToneSection::setRecipe(const Recipe& recipe)
{
    for (const ParameterEditor& editor : editors_)
        editor.show(editor.parameter->of(recipe));
}

void ToneSection::setFigures(const ToneFigures& figures)
{
    histogram_->setFigures(figures);
}

} // namespace autochrome
