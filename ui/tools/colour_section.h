#pragma once

#include "ui/tools/parameter_editor.h"

#include <QVector>
#include <QWidget>

class QButtonGroup;
class QComboBox;

namespace autochrome {

class FoldSection;
class SliderRow;

/// The choices for the colours of one photo that the table of parameters has rows for, in its
/// order; what is advanced is folded away.
class ColourSection : public QWidget
{
    Q_OBJECT

public:
    explicit ColourSection(QWidget* parent = nullptr);

    void setRecipe(const Recipe& recipe); ///< without signals

    SliderRow* strength() const;  ///< "Amount"
    SliderRow* vividness() const; ///< "Boldness", the temperature turned over
    QButtonGroup* tint() const;
    QComboBox* size() const;
    QComboBox* effort() const;
    FoldSection* advanced() const { return advanced_; }

Q_SIGNALS:
    /// The person changed a parameter. @param gesture  see ParameterEditor::Edited
    void edited(const QString& key, const autochrome::ParameterValue& value, int gesture);

private:
    QWidget* makeAdvanced();

    QVector<ParameterEditor> editors_;
    FoldSection* advanced_;
};

} // namespace autochrome
