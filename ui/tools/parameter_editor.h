#pragma once

#include "core/edit/recipe_parameters.h"

#include <QString>
#include <functional>

class QWidget;

namespace autochrome {

/// A text of a table in the language of the window.
QString wordsOf(const char* marked);

/// What a person changes one parameter with, as its row of the table says: a slider for a number,
/// buttons or a list for a choice, a list for a whole number, a box for a switch. What is to be
/// found in it (SliderRow, QComboBox, QButtonGroup, QCheckBox) has the parameter's key as its
/// object name.
struct ParameterEditor
{
    /// @param gesture  equal numbers are one step of undo; negative: a step of its own
    using Edited = std::function<void(const ParameterValue& value, int gesture)>;

    const RecipeParameter* parameter = nullptr;
    QWidget* widget = nullptr;
    bool needsLabel = false;                         ///< the row's title is to stand before it
    std::function<void(const ParameterValue&)> show; ///< without calling back

    static ParameterEditor make(const RecipeParameter& parameter, const Edited& edited);
};

} // namespace autochrome
