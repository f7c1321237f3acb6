#pragma once

#include "core/base/parameter.h"
#include "core/edit/recipe.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QPushButton;
class QRadioButton;

namespace autochrome::inline edit {
struct Repair;
} // namespace autochrome::inline edit

namespace autochrome {

class BreakingLabel;
class SliderRow;
class StageSection;

/// What the panel offers while damage is marked: the brush, the choices of the repair that the
/// table of parameters has rows for, what became of it, and masks in files.
class RepairSection : public QWidget
{
    Q_OBJECT

public:
    explicit RepairSection(QWidget* parent = nullptr);

    void setRecipe(const Recipe& recipe); ///< without signals
    void showRepair(const Repair& repair);
    void setCanFind(bool can);           ///< whether there is something that finds damage
    void setErases(bool on);             ///< without erasesWanted()
    void widen(int steps);               ///< the brush; below 0: narrows it
    double brush() const;                ///< its width on the screen, logical pixels
    void useShowAction(QAction* action); ///< shows what is filled in

Q_SIGNALS:
    /// The person changed a parameter. @param gesture  see ParameterEditor::Edited
    void edited(const QString& key, const autochrome::ParameterValue& value, int gesture);
    void brushChanged(double width);
    void erasesWanted(bool on);
    void loadWanted();
    void saveWanted();
    void clearWanted();
    void resetWanted();
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void offerFinding();
    QWidget* makeBrush();
    QWidget* makeButtons();

    QRadioButton* marks_;
    QRadioButton* erases_;
    SliderRow* brush_;
    StageSection* parameters_;
    bool canFind_ = false;
    bool isFinding_ = false; ///< the recipe asks for it
    QCheckBox* shows_;
    BreakingLabel* state_;
    BreakingLabel* file_; ///< that the mask is of
    QPushButton* save_;
    QPushButton* clear_;
    QPushButton* reset_;
};

} // namespace autochrome
