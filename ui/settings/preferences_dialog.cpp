#include "ui/settings/preferences_dialog.h"

#include "core/edit/colour/colorizer.h"
#include "core/models/model_library.h"
#include "core/network/colour_model.h"
#include "ui/settings/language.h"
#include "ui/settings/settings.h"
#include "ui/widgets/background.h"
#include "ui/widgets/form.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace autochrome {

namespace {

constexpr int usualCharacters = 28; // of a model's or a device's name

/// Selects the entry with this data; an entry that is not there (an unplugged device) is added, so
/// that looking at the preferences changes nothing.
void selectData(QComboBox* box, const QString& data)
{
    int index = box->findData(data);
    if (index < 0) {
        box->addItem(data, data);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
}

struct Choices
{
    std::vector<ModelEntry> models;
    std::vector<ComputeDevice> devices;
};

} // namespace

PreferencesDialog::PreferencesDialog(QWidget* parent)
    : QDialog(parent),
      model_(new QComboBox),
      device_(new QComboBox),
      language_(new QComboBox),
      theme_(new QComboBox),
      singleKeys_(new QCheckBox(tr("&Single-key shortcuts")))
{
    setWindowTitle(tr("Preferences"));
    setAttribute(Qt::WA_DeleteOnClose);
    model_->addItem(tr("The best one found"), QString());
    device_->addItem(tr("Automatic"), QStringLiteral("auto"));
    fillLanguages();
    fillThemes();
    for (QComboBox* box : {model_, device_}) { // a long name does not widen the dialog
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(usualCharacters);
    }

    singleKeys_->setChecked(settingValue(setting::singleKeys));
    singleKeys_->setToolTip(tr(
        "Keys such as S, D or + work on their own. Without this, only combinations with Ctrl do."));
    singleKeys_->setAccessibleDescription(singleKeys_->toolTip());

    auto* languageNote = new QLabel(tr("A change of language takes effect at the next start."));
    languageNote->setWordWrap(true);
    languageNote->setForegroundRole(QPalette::PlaceholderText);
    auto* form = new Form;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->addRow(tr("&Model"), model_);
    form->addRow(tr("Runs &on"), device_);
    form->addRow(tr("&Colours of the window"), theme_);
    form->addRow(tr("&Language"), language_);
    form->addRow(QString(), languageNote);
    form->addRow(tr("Keyboard"), singleKeys_);
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addLayout(form);
    layout->addStretch();
    layout->addLayout(buttons);
    resize(std::max(sizeHint().width(), fontMetrics().averageCharWidth() * 64),
           sizeHint().height());

    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(theme_, &QComboBox::activated, this, [this] {
        const QString id = theme_->currentData().toString();
        setSetting(setting::theme, id);
        applyTheme(themeFromId(id));
    });
    connect(singleKeys_, &QCheckBox::toggled, this, [this](bool on) {
        setSetting(setting::singleKeys, on);
        Q_EMIT singleKeysChanged(on);
    });
    connect(language_, &QComboBox::activated, this,
            [this] { setSetting(setting::language, language_->currentData().toString()); });
    connect(model_, &QComboBox::activated, this, [this] {
        setSetting(setting::model, model_->currentData().toString());
        Q_EMIT computeChanged();
    });
    connect(device_, &QComboBox::activated, this, [this] {
        setSetting(setting::device, device_->currentData().toString());
        Q_EMIT computeChanged();
    });
    lookForModelsAndDevices();
}

PreferencesDialog::~PreferencesDialog() = default;

void PreferencesDialog::lookForModelsAndDevices()
{
    model_->setEnabled(false);
    device_->setEnabled(false);
    runInBackground(
        &pool_, this,
        [] {
            return Choices{availableModels(), computeDevices()};
        },
        [this](const Choices& choices) {
            for (const ModelEntry& entry : choices.models) {
                const QString name = QString::fromStdString(entry.name);
                model_->addItem(name, name);
                model_->setItemData(model_->count() - 1, words(entry.summary), Qt::ToolTipRole);
            }
            for (const ComputeDevice& device : choices.devices)
                device_->addItem(QString::fromStdString(device.name),
                                 QString::fromStdString(device.id));
            selectData(model_, settingValue(setting::model));
            selectData(device_, settingValue(setting::device));
            model_->setEnabled(true);
            device_->setEnabled(true);
        });
}

void PreferencesDialog::fillLanguages()
{
    language_->addItem(tr("As the system"), QString());
    for (const QString& code : availableLanguages())
        language_->addItem(languageName(code), code);
    selectData(language_, settingValue(setting::language));
}

void PreferencesDialog::fillThemes()
{
    theme_->addItem(tr("As the system"), themeId(Theme::System));
    theme_->addItem(tr("Light"), themeId(Theme::Light));
    theme_->addItem(tr("Dark"), themeId(Theme::Dark));
    selectData(theme_, themeId(themeFromId(settingValue(setting::theme))));
}

} // namespace autochrome
