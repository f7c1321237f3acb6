#pragma once

#include "ui/training/setup/training_order.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace autochrome {

class SettingsForm;
class StartChoice;

/// Everything that the person decides about a training but the photos: the name of the model, what
/// it starts from, the preset and every value, and what stands on the model's card.
class OrderForm : public QWidget
{
    Q_OBJECT

public:
    /// @param draft  what is chosen here goes there, and is taken from there
    explicit OrderForm(TrainingDraft* draft, QWidget* parent = nullptr);

    TrainingOrder order() const;
    /// What the order's encoder and model cannot say: why there is nothing to start from; empty if
    /// there is, or nothing is wanted.
    QString whyNoStart() const;

    QString modelName() const;
    void setModelName(const QString& name);
    TrainingDraft* draft() const { return draft_; }
    StartChoice* start() const { return start_; }
    SettingsForm* values() const { return values_; }
    QLineEdit* licence() const { return licence_; }
    QLineEdit* remark() const { return remark_; }

Q_SIGNALS:
    void changed(); ///< anything that what the training takes depends on
    void modelNameChanged();
    void noteChanged(); ///< anything else

private:
    void build();
    QWidget* makeNotes();
    void connectParts();
    void choosePreset(const QString& preset);
    void showPreset();
    void showNameProblem();

    TrainingDraft* draft_;
    QLineEdit* name_;
    QLabel* nameProblem_;
    StartChoice* start_;
    QComboBox* preset_;
    QLabel* presetHelp_;
    QPushButton* back_;
    SettingsForm* values_;
    QLineEdit* licence_;
    QLineEdit* remark_;
};

} // namespace autochrome
