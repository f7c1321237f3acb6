#pragma once

#include "core/edit/recipe.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;

namespace autochrome {

class FoldSection;
class SliderRow;

/// The colour choices of one photo: amount and boldness of colour, the scan's tint, and, folded
/// away, what the network sees.
class ColourSection : public QWidget
{
    Q_OBJECT

public:
    explicit ColourSection(QWidget* parent = nullptr);

    void setRecipe(const Recipe& recipe); ///< without signals

    SliderRow* strength() const { return strength_; }   ///< "Amount"
    SliderRow* vividness() const { return vividness_; } ///< "Boldness", the temperature turned over
    QButtonGroup* tint() const { return tint_; }
    QComboBox* size() const { return size_; }
    QComboBox* effort() const { return effort_; }
    FoldSection* advanced() const { return advanced_; } ///< size and effort

Q_SIGNALS:
    void strengthEdited(double strength, int gesture);
    void temperatureEdited(double temperature, int gesture);
    void tintEdited(autochrome::TintHandling tint);
    void sizeEdited(int size);
    void effortEdited(autochrome::Effort effort);

private:
    void buildAdvanced();

    SliderRow* strength_;
    SliderRow* vividness_;
    QButtonGroup* tint_;
    QComboBox* size_;
    QComboBox* effort_;
    FoldSection* advanced_;
};

} // namespace autochrome
