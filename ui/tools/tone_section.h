#pragma once

#include "ui/tools/parameter_editor.h"

#include <QVector>
#include <QWidget>

namespace autochrome::inline edit {
struct ToneFigures;
} // namespace autochrome::inline edit

namespace autochrome {

class ToneHistogram;

/// The choices for the tones of one photo that the table of parameters has rows for, below a
/// histogram of what they make of it.
class ToneSection : public QWidget
{
    Q_OBJECT

public:
    explicit ToneSection(QWidget* parent = nullptr);

    void setRecipe(const Recipe& recipe); ///< without signals
    void setFigures(const ToneFigures& figures);
    ToneHistogram* histogram() const { return histogram_; }

Q_SIGNALS:
    /// The person changed a parameter. @param gesture  see ParameterEditor::Edited
    void edited(const QString& key, const autochrome::ParameterValue& value, int gesture);

private:
    ToneHistogram* histogram_;
    QVector<ParameterEditor> editors_;
};

} // namespace autochrome
