// How the page is laid out, and what its parts do.
#include "ui/tools/fold_section.h"
#include "ui/training/setup/estimate_view.h"
#include "ui/training/setup/model_name.h"
#include "ui/training/setup/set_up_page.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"
#include "ui/training/setup/training_measure.h"
#include "ui/widgets/form.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace autochrome {
namespace {

constexpr int widest = 640; // pixels; longer lines are hard to follow

QFrame* line()
{
    auto* line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

void SetUpPage::build()
{
    const auto addPreset = [this](const QString& name, const char* id, const QString& help) {
        preset_->addItem(name, QString::fromLatin1(id));
        preset_->setItemData(preset_->count() - 1, help, Qt::ToolTipRole);
    };
    addPreset(tr("Fine-tune"), "fine-tune",
              tr("A model that is good already learns your archive and forgets little else."));
    addPreset(
        tr("House"), "house",
        tr("A new model from many thousands of photos, the way this program's own was made."));
    addPreset(tr("Paper"), "paper",
              tr("As in the published paper: regression alone, 100 epochs, no aged photos."));
    preset_->setObjectName(QStringLiteral("preset"));
    preset_->setAccessibleDescription(tr("Values to begin with; every one can be changed."));
    name_->setMaxLength(80);
    presetHelp_->setForegroundRole(QPalette::PlaceholderText);
    back_->setAutoDefault(false);
    back_->setToolTip(tr("Puts back every value that differs from the preset."));
    startButton_->setAutoDefault(false);

    auto* top = new Form;
    top->setHorizontalSpacing(12);
    top->setVerticalSpacing(8);
    top->setRowWrapPolicy(QFormLayout::DontWrapRows);
    top->addRow(tr("&Name"), name_);
    top->addRow(QString(), nameProblem_);
    top->addRow(tr("Start &from"), start_);
    top->addRow(tr("&Preset"), preset_);
    top->addRow(QString(), presetHelp_);
    auto* backRow = new QHBoxLayout;
    backRow->addWidget(back_);
    backRow->addStretch();
    top->addRow(QString(), backRow);

    auto* content = new QWidget;
    content->setMaximumWidth(widest);
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(10);
    layout->addLayout(top);
    layout->addWidget(form_);
    layout->addWidget(makeNotes());
    layout->addWidget(line());
    layout->addWidget(estimate_);
    layout->addWidget(line());
    layout->addWidget(startButton_, 0, Qt::AlignLeft);
    layout->addWidget(obstacle_);
    layout->addStretch();
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(content, 1);
    outer->addStretch(0);
    setAccessibleName(tr("Set-up of the training"));
}

QWidget* SetUpPage::makeNotes()
{
    licence_->setPlaceholderText(tr("for example: own photos"));
    licence_->setToolTip(tr("Stands on the model's card, for those whom you give it to."));
    remark_->setToolTip(tr("Stands on the model's card."));
    auto* content = new QWidget;
    auto* form = new Form(content);
    form->setContentsMargins(16, 0, 0, 4);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(6);
    form->addRow(tr("&Licence of the photos"), licence_);
    form->addRow(tr("&Remark"), remark_);
    auto* section = new FoldSection(QStringLiteral("card"), tr("For the model's card"), content);
    section->setFolded(true);
    return section;
}

void SetUpPage::connectParts()
{
    connect(name_, &QLineEdit::textChanged, this, [this] {
        showName();
        check_.problems.clear(); // of the former name
        recheck();
        rememberTimer_->start();
        Q_EMIT modelNameChanged(modelName());
    });
    connect(start_, &StartChoice::changed, this, &SetUpPage::onChange);
    connect(preset_, &QComboBox::activated, this,
            [this] { choosePreset(preset_->currentData().toString()); });
    connect(back_, &QPushButton::clicked, form_, &SettingsForm::backToPreset);
    connect(draft_, &TrainingDraft::changed, this, &SetUpPage::onChange);
    for (FoldSection* section : form_->sections())
        connect(section, &FoldSection::foldedChanged, this, [this] { rememberTimer_->start(); });
    for (QLineEdit* field : {licence_, remark_})
        connect(field, &QLineEdit::textChanged, this, [this] { rememberTimer_->start(); });
    connect(estimate_, &EstimateView::measureWanted, this, &SetUpPage::measure);
    connect(estimate_, &EstimateView::cancelWanted, this, [this] {
        measure_->cancel();
        estimate_->setMeasuring(false);
    });
    connect(estimate_, &EstimateView::remedyWanted, this, &SetUpPage::apply);
    connect(measure_, &TrainingMeasure::measured, this, [this](const TrainingEstimate& estimate) {
        estimate_->setMeasuring(false);
        measured_ = estimate;
        recheck();
    });
    connect(measure_, &TrainingMeasure::failed, this, [this](const Error& error) {
        estimate_->setMeasuring(false);
        Q_EMIT problem(words(error.message), QString::fromStdString(error.detail));
    });
    connect(startButton_, &QPushButton::clicked, this, &SetUpPage::start);
    connect(checkTimer_, &QTimer::timeout, this, &SetUpPage::check);
    connect(rememberTimer_, &QTimer::timeout, this, &SetUpPage::remember);
}

} // namespace autochrome
