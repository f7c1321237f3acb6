#include "ui/tools/parameter_editor.h"

#include "core/base/text.h"
#include "ui/tools/slider_row.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace autochrome {

namespace {

using Edited = ParameterEditor::Edited;

QString nameOf(const RecipeParameter& parameter)
{
    return QString::fromLatin1(parameter.key);
}

double numberOf(const ParameterValue& value)
{
    const auto* whole = std::get_if<std::int64_t>(&value);
    return whole ? double(*whole) : std::get<double>(value);
}

ParameterEditor makeSlider(const RecipeParameter& parameter, const Edited& edited)
{
    const ParameterRow& row = parameter.row;
    auto* slider = new SliderRow(wordsOf(row.title), wordsOf(row.tip),
                                 {.minimum = row.low,
                                  .maximum = row.high,
                                  .step = row.low < row.high ? row.step : -row.step,
                                  .reset = numberOf(parameter.usual()),
                                  .reading = SliderRow::Reading::Hundred});
    QObject::connect(slider, &SliderRow::edited, slider,
                     [edited](double value, int gesture) { edited(value, gesture); });
    slider->setObjectName(nameOf(parameter));
    return {.parameter = &parameter,
            .widget = slider,
            .show = [slider](const ParameterValue& value) { slider->setValue(numberOf(value)); }};
}

// Two or three names, all to be seen.
ParameterEditor makeButtons(const RecipeParameter& parameter, const Edited& edited)
{
    auto* widget = new QWidget;
    auto* group = new QButtonGroup(widget);
    group->setObjectName(nameOf(parameter));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(16);
    for (int i = 0; i < int(parameter.choices.size()); ++i) {
        const ParameterChoice& choice = parameter.choices[std::size_t(i)];
        auto* button = new QRadioButton(wordsOf(choice.title));
        button->setToolTip(wordsOf(choice.tip));
        if (*choice.spoken)
            button->setAccessibleName(wordsOf(choice.spoken));
        group->addButton(button, i);
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new QLabel(wordsOf(parameter.row.title)));
    layout->addLayout(buttons);
    QObject::connect(group, &QButtonGroup::idToggled, widget,
                     [edited, &parameter](int id, bool isOn) {
                         if (isOn)
                             edited(std::string(parameter.choices[std::size_t(id)].name), -1);
                     });
    return {.parameter = &parameter,
            .widget = widget,
            .show = [group, &parameter](const ParameterValue& value) {
                const QSignalBlocker quiet(group);
                for (int i = 0; i < int(parameter.choices.size()); ++i)
                    if (std::get<std::string>(value) == parameter.choices[std::size_t(i)].name)
                        group->button(i)->setChecked(true);
            }};
}

QString offeredWords(const RecipeParameter& parameter, int offered)
{
    const ParameterRow& row = parameter.row;
    return offered == 0 && *row.zero ? wordsOf(row.zero) : wordsOf(row.unit).arg(offered);
}

ParameterEditor makeList(const RecipeParameter& parameter, const Edited& edited)
{
    const ParameterRow& row = parameter.row;
    const bool isWhole = parameter.kind == ParameterKind::Whole;
    auto* list = new QComboBox;
    list->setObjectName(nameOf(parameter));
    list->setToolTip(wordsOf(row.tip));
    list->setAccessibleName(wordsOf(row.title));
    list->setAccessibleDescription(wordsOf(row.tip));
    for (const ParameterChoice& choice : parameter.choices)
        list->addItem(wordsOf(choice.title), QString::fromLatin1(choice.name));
    if (isWhole && *row.zero)
        list->addItem(offeredWords(parameter, 0), 0);
    for (const int offered : row.offered)
        list->addItem(offeredWords(parameter, offered), offered);
    QObject::connect(list, &QComboBox::currentIndexChanged, list, [=] {
        const QVariant chosen = list->currentData();
        edited(isWhole ? ParameterValue(std::int64_t(chosen.toInt()))
                       : ParameterValue(chosen.toString().toStdString()),
               -1);
    });
    const auto show = [list, isWhole, &parameter](const ParameterValue& value) {
        const QSignalBlocker quiet(list);
        const QVariant wanted =
            isWhole ? QVariant(int(std::get<std::int64_t>(value)))
                    : QVariant(QString::fromStdString(std::get<std::string>(value)));
        if (list->findData(wanted) < 0) // a number that another program chose
            list->addItem(offeredWords(parameter, wanted.toInt()), wanted);
        list->setCurrentIndex(list->findData(wanted));
    };
    return {.parameter = &parameter, .widget = list, .needsLabel = true, .show = show};
}

ParameterEditor makeBox(const RecipeParameter& parameter, const Edited& edited)
{
    auto* box = new QCheckBox(wordsOf(parameter.row.title));
    box->setObjectName(nameOf(parameter));
    box->setToolTip(wordsOf(parameter.row.tip));
    QObject::connect(box, &QCheckBox::toggled, box, [edited](bool isOn) { edited(isOn, -1); });
    return {.parameter = &parameter, .widget = box, .show = [box](const ParameterValue& value) {
                const QSignalBlocker quiet(box);
                box->setChecked(std::get<bool>(value));
            }};
}

} // namespace

QString wordsOf(const char* marked)
{
    return *marked ? QString::fromStdString(inWords(text(marked))) : QString();
}

ParameterEditor ParameterEditor::make(const RecipeParameter& parameter, const Edited& edited)
{
    switch (parameter.kind) {
    case ParameterKind::Number:
        return makeSlider(parameter, edited);
    case ParameterKind::Switch:
        return makeBox(parameter, edited);
    case ParameterKind::Choice:
        if (!parameter.row.isAdvanced && parameter.choices.size() < 4)
            return makeButtons(parameter, edited);
        break;
    case ParameterKind::Whole:
    case ParameterKind::Text:
    case ParameterKind::Numbers: // has a tool on the picture, and no row
        break;
    }
    return makeList(parameter, edited);
}

} // namespace autochrome
