#include "ui/training/setup/order_form.h"

#include "ui/tools/fold_section.h"
#include "ui/training/setup/model_name.h"
#include "ui/training/setup/setting_section.h"
#include "ui/training/setup/settings_form.h"
#include "ui/training/setup/start_choice.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/form.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

OrderForm::OrderForm(TrainingDraft* draft, QWidget* parent)
    : QWidget(parent),
      draft_(draft),
      name_(new QLineEdit),
      nameProblem_(new BreakingLabel),
      start_(new StartChoice),
      preset_(new QComboBox),
      presetHelp_(new BreakingLabel),
      back_(new QPushButton(tr("&Back to the preset"))),
      values_(new SettingsForm(draft)),
      licence_(new QLineEdit),
      remark_(new QLineEdit)
{
    build();
    connectParts();
    showNameProblem();
    showPreset();
}

void OrderForm::build()
{
    const auto addPreset = [this](const QString& name, const char* id, const QString& help) {
        preset_->addItem(name, QString::fromLatin1(id));
        preset_->setItemData(preset_->count() - 1, help, Qt::ToolTipRole);
    };
    addPreset(tr("Fine-tune"), "fine-tune",
              tr("A model that is already good learns your archive and forgets little else."));
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

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(top);
    layout->addWidget(values_);
    layout->addWidget(makeNotes());
}

QWidget* OrderForm::makeNotes()
{
    licence_->setPlaceholderText(tr("for example: own photos"));
    licence_->setToolTip(tr("Appears on the model's card, for those you give it to."));
    remark_->setToolTip(tr("Appears on the model's card."));
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

void OrderForm::connectParts()
{
    connect(name_, &QLineEdit::textChanged, this, [this] {
        showNameProblem();
        Q_EMIT modelNameChanged();
    });
    connect(start_, &StartChoice::changed, this, &OrderForm::changed);
    connect(preset_, &QComboBox::activated, this,
            [this] { choosePreset(preset_->currentData().toString()); });
    connect(back_, &QPushButton::clicked, values_, &SettingsForm::backToPreset);
    connect(draft_, &TrainingDraft::changed, this, [this] {
        showPreset();
        Q_EMIT changed();
    });
    for (const SettingSection* section : values_->sections())
        connect(section, &FoldSection::foldedChanged, this, &OrderForm::noteChanged);
    for (QLineEdit* field : {licence_, remark_})
        connect(field, &QLineEdit::textChanged, this, &OrderForm::noteChanged);
}

QString OrderForm::modelName() const
{
    return name_->text().trimmed();
}

void OrderForm::setModelName(const QString& name)
{
    name_->setText(name);
}

TrainingOrder OrderForm::order() const
{
    TrainingOrder order;
    order.settings = draft_->settings();
    order.machine = draft_->machine();
    order.name = modelName().toStdString();
    order.start = start_->model();
    order.encoder = start_->encoder();
    if (const QString licence = licence_->text().trimmed(); !licence.isEmpty())
        order.notes["licence"] = licence.toStdString();
    if (const QString remark = remark_->text().trimmed(); !remark.isEmpty())
        order.notes["remark"] = remark.toStdString();
    return order;
}

QString OrderForm::whyNoStart() const
{
    if (start_->kind() == StartChoice::Kind::Model && start_->model().empty())
        return tr("Choose a model to start from.");
    if (start_->kind() == StartChoice::Kind::Encoder && start_->encoder().empty())
        return tr("Choose an encoder to start from.");
    return {};
}

void OrderForm::choosePreset(const QString& preset)
{
    if (const auto settings = TrainingSettings::ofPreset(preset.toStdString()))
        draft_->setSettings(*settings);
    // To tune finely what knows nothing yet makes no sense.
    if (preset == "fine-tune" && start_->kind() != StartChoice::Kind::Model)
        start_->setKind(StartChoice::Kind::Model);
    showPreset();
    Q_EMIT changed();
}

void OrderForm::showPreset()
{
    const QString preset = QString::fromStdString(draft_->settings().preset);
    preset_->setCurrentIndex(std::max(0, preset_->findData(preset)));
    presetHelp_->setText(preset_->currentData(Qt::ToolTipRole).toString());
    back_->setEnabled(values_->differsFromPreset());
}

void OrderForm::showNameProblem()
{
    const QString problem = modelNameProblem(modelName());
    nameProblem_->setText(problem);
    nameProblem_->setVisible(!problem.isEmpty());
}

} // namespace autochrome
