#pragma once

#include "ui/tools/parameter_editor.h"

#include <QVBoxLayout>
#include <QVector>
#include <QWidget>

namespace autochrome {

/// The choices of one stage that the table of parameters has rows for, below each other.
class StageSection : public QWidget
{
    Q_OBJECT

public:
    explicit StageSection(const char* stage, QWidget* parent = nullptr);

    void setRecipe(const Recipe& recipe); ///< without signals

Q_SIGNALS:
    /// The person changed a parameter. @param gesture  see ParameterEditor::Edited
    void edited(const QString& key, const autochrome::ParameterValue& value, int gesture);

protected:
    QVBoxLayout* rows() const { return rows_; }

private:
    QVBoxLayout* rows_;
    QVector<ParameterEditor> editors_;
};

} // namespace autochrome
