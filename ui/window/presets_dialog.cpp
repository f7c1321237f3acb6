#include "ui/window/presets_dialog.h"

#include "ui/widgets/breaking_label.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

PresetsDialog::PresetsDialog(RecipePresets presets, QWidget* parent)
    : QDialog(parent),
      presets_(std::move(presets)),
      list_(new QListWidget),
      name_(new QLineEdit),
      apply_(new QPushButton(tr("&Apply"))),
      save_(new QPushButton(tr("&Save"))),
      rename_(new QPushButton(tr("&Rename"))),
      delete_(new QPushButton(tr("&Delete"))),
      restore_(new QPushButton(tr("&Bring it back"))),
      message_(new BreakingLabel)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Presets"));
    build();
    connect(list_, &QListWidget::currentItemChanged, this, [this] {
        if (!chosen().isEmpty())
            name_->setText(chosen());
        check();
    });
    connect(list_, &QListWidget::itemActivated, this, &PresetsDialog::apply);
    connect(name_, &QLineEdit::textChanged, this, &PresetsDialog::check);
    connect(apply_, &QPushButton::clicked, this, &PresetsDialog::apply);
    connect(save_, &QPushButton::clicked, this, &PresetsDialog::save);
    connect(rename_, &QPushButton::clicked, this, &PresetsDialog::rename);
    connect(delete_, &QPushButton::clicked, this, &PresetsDialog::remove);
    connect(restore_, &QPushButton::clicked, this, &PresetsDialog::restore);
    fill();
}

void PresetsDialog::build()
{
    list_->setAccessibleName(tr("Presets"));
    name_->setAccessibleName(tr("Name"));
    name_->setPlaceholderText(tr("Name of a new preset"));
    name_->setMinimumWidth(fontMetrics().horizontalAdvance(name_->placeholderText()) +
                           fontMetrics().averageCharWidth() * 6);
    apply_->setToolTip(tr("Give the photo the settings of the chosen preset"));
    save_->setToolTip(tr("Keep the settings of the photo under this name"));
    rename_->setToolTip(tr("Give the chosen preset this name"));
    restore_->hide();
    for (QPushButton* button : {apply_, rename_, delete_, restore_})
        button->setAutoDefault(false);

    auto* beside = new QVBoxLayout;
    beside->addWidget(apply_);
    beside->addWidget(delete_);
    beside->addStretch();
    auto* above = new QHBoxLayout;
    above->addWidget(list_, 1);
    above->addLayout(beside);
    auto* below = new QHBoxLayout;
    below->addWidget(name_, 1);
    below->addWidget(save_);
    below->addWidget(rename_);
    auto* last = new QHBoxLayout;
    last->addWidget(message_, 1);
    last->addWidget(restore_);
    auto* close = new QPushButton(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    last->addWidget(close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(10);
    layout->addLayout(above, 1);
    layout->addLayout(below);
    layout->addLayout(last);
}

void PresetsDialog::setShown(const std::optional<Recipe>& recipe)
{
    shown_ = recipe;
    check();
}

void PresetsDialog::fill(const QString& chosen)
{
    const auto all = presets_.all();
    known_ = all ? *all : std::vector<RecipePreset>();
    if (!all)
        tell(words(all.error().message));
    QStringList names;
    for (const RecipePreset& preset : known_)
        names << QString::fromStdString(preset.name);
    std::sort(names.begin(), names.end(), [](const QString& one, const QString& other) {
        return one.localeAwareCompare(other) < 0;
    });
    list_->clear();
    list_->addItems(names);
    if (const qsizetype row = names.indexOf(chosen); row >= 0)
        list_->setCurrentRow(int(row));
    check();
}

QString PresetsDialog::chosen() const
{
    const QListWidgetItem* item = list_->currentItem();
    return item ? item->text() : QString();
}

QString PresetsDialog::typed() const
{
    return name_->text().trimmed();
}

void PresetsDialog::check()
{
    const QString name = typed();
    const bool isThere =
        !list_->findItems(name, Qt::MatchFixedString | Qt::MatchCaseSensitive).isEmpty();
    apply_->setEnabled(!chosen().isEmpty() && shown_);
    delete_->setEnabled(!chosen().isEmpty());
    save_->setEnabled(!name.isEmpty() && shown_);
    save_->setText(isThere && !name.isEmpty() ? tr("Re&place") : tr("&Save"));
    rename_->setEnabled(!chosen().isEmpty() && !name.isEmpty() && !isThere);
}

void PresetsDialog::tell(const QString& sentence)
{
    message_->setText(sentence);
    restore_->hide();
}

bool PresetsDialog::succeeded(const Result<void>& result)
{
    if (!result)
        tell(words(result.error().message));
    return result.has_value();
}

void PresetsDialog::apply()
{
    const std::string name = chosen().toStdString();
    const auto preset = std::find_if(known_.begin(), known_.end(),
                                     [&](const RecipePreset& one) { return one.name == name; });
    if (preset == known_.end() || !shown_)
        return;
    tell({});
    Q_EMIT applied(chosen(), preset->recipe);
}

void PresetsDialog::save()
{
    const QString name = typed();
    if (!shown_)
        return;
    Recipe recipe = *shown_;
    recipe.repair.mask = {}; // of this photo alone
    if (!succeeded(presets_.save(name.toStdString(), recipe)))
        return;
    fill(name);
    tell(tr("The settings of the photo were kept as “%1”.").arg(name));
    Q_EMIT changed();
}

void PresetsDialog::rename()
{
    const QString name = typed();
    if (!succeeded(presets_.rename(chosen().toStdString(), name.toStdString())))
        return;
    tell({});
    fill(name);
    Q_EMIT changed();
}

void PresetsDialog::remove()
{
    const QString name = chosen();
    const auto preset = std::find_if(known_.begin(), known_.end(), [&](const RecipePreset& one) {
        return one.name == name.toStdString();
    });
    if (preset == known_.end())
        return;
    const RecipePreset gone = *preset;
    if (!succeeded(presets_.remove(gone.name)))
        return;
    deleted_ = gone;
    fill();
    tell(tr("“%1” was deleted.").arg(name));
    restore_->show();
    Q_EMIT changed();
}

void PresetsDialog::restore()
{
    if (!deleted_ || !succeeded(presets_.save(deleted_->name, deleted_->recipe)))
        return;
    const QString name = QString::fromStdString(std::exchange(deleted_, {})->name);
    tell({});
    fill(name);
    Q_EMIT changed();
}

} // namespace autochrome
