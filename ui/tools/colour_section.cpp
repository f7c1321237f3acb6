#include "ui/tools/colour_section.h"

#include "ui/settings/settings.h"
#include "ui/tools/fold_section.h"
#include "ui/tools/slider_row.h"
#include "ui/widgets/form.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QVBoxLayout>
#include <string_view>

namespace autochrome {

namespace {

// The stages that come after the photo itself.
bool isOfColours(std::string_view stage)
{
    return stage == "colour" || stage == "vividness" || stage == "finish";
}

} // namespace

ColourSection::ColourSection(QWidget* parent) : QWidget(parent)
{
    for (const RecipeParameter& parameter : recipeParameters())
        if (*parameter.row.title && isOfColours(parameter.stage()))
            editors_ << ParameterEditor::make(
                parameter, [this, &parameter](const ParameterValue& value, int gesture) {
                    Q_EMIT edited(QString::fromLatin1(parameter.key), value, gesture);
                });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (const ParameterEditor& editor : editors_) {
        if (editor.parameter->row.isAdvanced)
            continue;
        if (!editor.needsLabel) {
            layout->addWidget(editor.widget);
            continue;
        }
        auto* form = new Form;
        form->addRow(wordsOf(editor.parameter->row.title), editor.widget);
        layout->addLayout(form);
    }
    advanced_ = new FoldSection(QStringLiteral("advanced"), tr("Advanced"), makeAdvanced());
    advanced_->setFolded(!settingValue(setting::advancedOpen));
    connect(advanced_, &FoldSection::foldedChanged, this,
            [](bool folded) { setSetting(setting::advancedOpen, !folded); });
    layout->addWidget(advanced_);
    setRecipe(Recipe());
}

QWidget* ColourSection::makeAdvanced()
{
    auto* content = new QWidget;
    auto* form = new Form(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    for (const ParameterEditor& editor : editors_) {
        if (!editor.parameter->row.isAdvanced)
            continue;
        if (editor.needsLabel)
            form->addRow(wordsOf(editor.parameter->row.title), editor.widget);
        else
            form->addRow(editor.widget);
    }
    return content;
}

void ColourSection::setRecipe(const Recipe& recipe)
{
    // What is chosen there acts on the photo, so a folded title tells of it.
    bool isChanged = false;
    for (const ParameterEditor& editor : editors_) {
        editor.show(editor.parameter->of(recipe));
        isChanged =
            isChanged || (editor.parameter->row.isAdvanced && !editor.parameter->isUsual(recipe));
    }
    advanced_->setTitle(isChanged ? tr("Advanced (changed)") : tr("Advanced"));
}

SliderRow* ColourSection::strength() const
{
    return findChild<SliderRow*>("finish.strength");
}

SliderRow* ColourSection::vividness() const
{
    return findChild<SliderRow*>("vividness.temperature");
}

QButtonGroup* ColourSection::tint() const
{
    return findChild<QButtonGroup*>("finish.tint");
}

QComboBox* ColourSection::size() const
{
    return findChild<QComboBox*>("colour.size");
}

QComboBox* ColourSection::effort() const
{
    return findChild<QComboBox*>("colour.effort");
}

} // namespace autochrome
