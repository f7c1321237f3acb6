#pragma once

#include "ui/training/compare/compared_run.h"

#include <QThreadPool>
#include <QWidget>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace autochrome {

class AdoptionBox;
class ComparisonProcess;
class ComparisonSheet;
class ComparisonTable;
class PhotoPlaces;

/// After a training: its model against an older one on photos that both have not learnt from, in
/// figures and side by side, and what becomes of it. Belongs into a QScrollArea whose widget
/// resizes.
class ComparePage : public QWidget
{
    Q_OBJECT

public:
    explicit ComparePage(QWidget* parent = nullptr);
    ~ComparePage() override;

    bool isComparing() const;
    /// The training whose comparison runs, or ran last; another one may be shown meanwhile.
    QString comparedFolder() const { return compared_; }
    /// What the page shows; null without a comparison.
    const Comparison* comparison() const;

    QComboBox* beforeBox() const { return before_; }
    PhotoPlaces* photos() const { return photos_; }
    PhotoPlaces* otherPhotos() const { return others_; }
    QPushButton* compareButton() const { return compare_; }
    QPushButton* cancelButton() const { return cancel_; }
    QLabel* stateLabel() const { return state_; }
    QLabel* verdictLabel() const { return verdict_; }
    QLabel* noteLabel() const { return note_; }
    ComparisonTable* table() const { return table_; }
    ComparisonSheet* sheet() const { return sheet_; }
    AdoptionBox* adoption() const { return adoption_; }

    /// Stops a comparison; what is written stays as it was.
    void cancel();

public Q_SLOTS:
    /// Shows a training, or none for an empty folder. The same one again reads its files anew.
    void setRun(const QString& folder);

Q_SIGNALS:
    void adopted(const QString& name);    ///< the new model is the one in use
    void kept();                          ///< the old model stays
    void added(const QString& name);      ///< the new model is in the library; kept() follows
    void rolledBack(const QString& name); ///< this model is in use again
    void problem(const QString& sentence, const QString& detail);

private:
    QWidget* makeChoices();
    void build();
    void connectParts();
    void read();
    void take(ComparedRun run, bool isSameRun);
    void fillModels();
    void compare();
    void showComparison();
    void showState();
    QString noteText() const;
    void openReport();

    QThreadPool pool_;
    QString folder_;
    QString compared_;
    std::optional<ComparedRun> run_;
    int generation_ = 0; ///< of the reading of a run
    ComparisonProcess* process_;

    QLabel* state_;
    QWidget* content_;
    QLabel* new_;
    QComboBox* before_;
    PhotoPlaces* photos_;
    QLabel* note_;
    PhotoPlaces* others_;
    QLineEdit* faces_;
    QSpinBox* limit_;
    QPushButton* compare_;
    QPushButton* cancel_;
    QProgressBar* bar_;
    QWidget* result_;
    QLabel* verdict_;
    QLabel* stale_;
    ComparisonTable* table_;
    QPushButton* report_;
    AdoptionBox* adoption_;
    ComparisonSheet* sheet_;
};

} // namespace autochrome
