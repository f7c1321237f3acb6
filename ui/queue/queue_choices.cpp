#include "ui/queue/queue_choices.h"

#include "core/photo/formats/format_names.h"
#include "ui/settings/settings.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/form.h"
#include "ui/widgets/path_names.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <algorithm>

namespace autochrome {

namespace {

void select(QComboBox* box, const QVariant& data)
{
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

QHBoxLayout* row(std::initializer_list<QWidget*> widgets)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(8);
    for (QWidget* widget : widgets)
        layout->addWidget(widget, qobject_cast<QLineEdit*>(widget) ? 1 : 0);
    return layout;
}

} // namespace

QueueChoices::QueueChoices(const std::optional<Recipe>& shown, QWidget* parent)
    : QWidget(parent),
      shown_(shown),
      photos_(new QPushButton(tr("Add p&hotos…"))),
      folders_(new QPushButton(tr("Add fold&er…"))),
      destination_(new QComboBox),
      folder_(new QLineEdit),
      browse_(new QPushButton(tr("Browse…"))),
      template_(new QLineEdit),
      example_(new BreakingLabel),
      collision_(new QComboBox),
      format_(new QComboBox),
      qualityLabel_(new QLabel(tr("&Quality"))),
      quality_(new QSpinBox),
      recipe_(new QComboBox),
      type_(new QComboBox),
      smallest_(new QSpinBox),
      subfolders_(new QCheckBox(tr("Folders &inside folders too"))),
      skipColoured_(new QCheckBox(tr("Skip photos that are already in &colour"))),
      skipOwn_(new QCheckBox(tr("Skip photos &done before"))),
      ownRecipes_(new QCheckBox(tr("Photos that have settings of their own keep &them"))),
      keepTimes_(new QCheckBox(tr("Give results the &file times of their photos"))),
      watch_(new QCheckBox(tr("&Watch the folder: add photos that come later"))),
      found_(new BreakingLabel)
{
    fillLists();
    setUpParts();
    build();
    restore();
    showWhatApplies();
    connectParts();
}

void QueueChoices::fillLists()
{
    destination_->addItem(tr("Beside each photo"), int(Destination::Beside));
    destination_->addItem(tr("All into one folder"), int(Destination::Folder));
    destination_->addItem(tr("Into a folder, keeping their subfolders"), int(Destination::Mirror));
    collision_->addItem(tr("Keep both, under a new name"), int(Overwrite::Rename));
    collision_->addItem(tr("Skip the photo"), int(Overwrite::Skip));
    collision_->addItem(tr("Replace it"), int(Overwrite::Replace));
    format_->addItem(tr("Same as the photo, but lossless"), -1);
    for (const PhotoFormat& format : photoFormats)
        if (format.writer)
            format_->addItem(QString::fromLatin1(format.name), int(format.format));
    type_->addItem(tr("All"), -1);
    for (const PhotoFormat& format : photoFormats)
        type_->addItem(tr("Only %1").arg(QLatin1String(format.name)), int(format.format));
    // First, for it is what the window shows of a photo that nobody has edited.
    recipe_->addItem(tr("Standard"), false);
    if (shown_)
        recipe_->addItem(tr("As for the photo that is open"), true);
}

void QueueChoices::setUpParts()
{
    recipe_->setObjectName(QStringLiteral("recipe"));
    quality_->setRange(1, 100);
    smallest_->setRange(0, 1000000);
    smallest_->setSuffix(tr(" kB"));
    smallest_->setSpecialValueText(tr("of any size"));
    smallest_->setAccessibleName(tr("Size of a photo, at least"));
    for (QPushButton* button : {photos_, folders_, browse_})
        button->setAutoDefault(false);
    template_->setToolTip(tr("{name} {ext} {parent} {date} {model} {batch} {counter} {counter:4}; "
                             "a / makes folders"));
    qualityLabel_->setBuddy(quality_);
    quality_->setAccessibleName(tr("Quality"));
    folder_->setAccessibleName(tr("Folder for the results"));
    template_->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
}

void QueueChoices::build()
{
    auto* form = new Form(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(10);
    addRowsOfPhotos(form);
    addRowsOfResults(form);
}

void QueueChoices::addRowsOfPhotos(Form* form)
{
    QHBoxLayout* from = row({found_, photos_, folders_});
    from->setStretch(0, 1);
    form->addRow(from);
    QHBoxLayout* which = row({type_, smallest_});
    which->addStretch();
    form->addRow(tr("&Photos"), which);
    static_cast<QLabel*>(form->labelForField(which))->setBuddy(type_);
    form->addRow(QString(), subfolders_);
    form->addRow(QString(), skipColoured_);
    form->addRow(QString(), skipOwn_);
    form->addRow(QString(), watch_);
}

void QueueChoices::addRowsOfResults(Form* form)
{
    form->addRow(tr("&Results"), destination_);
    form->addRow(QString(), row({folder_, browse_}));
    form->addRow(tr("&Names"), template_);
    form->addRow(QString(), example_);
    form->addRow(tr("If it exists alread&y"), collision_);
    QHBoxLayout* kind = row({format_, qualityLabel_, quality_});
    kind->addStretch();
    form->addRow(tr("F&ormat"), kind);
    static_cast<QLabel*>(form->labelForField(kind))->setBuddy(format_);
    form->addRow(QString(), keepTimes_);
    form->addRow(tr("Co&lours"), recipe_);
    form->addRow(QString(), ownRecipes_);
}

void QueueChoices::connectParts()
{
    connect(browse_, &QPushButton::clicked, this, &QueueChoices::browse);
    for (QComboBox* box : {destination_, format_})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            showWhatApplies();
            Q_EMIT changed();
        });
    for (QLineEdit* field : {folder_, template_})
        connect(field, &QLineEdit::textChanged, this, &QueueChoices::changed);
    connect(watch_, &QCheckBox::toggled, this, &QueueChoices::changed);
    connect(type_, &QComboBox::currentIndexChanged, this, &QueueChoices::filterChanged);
    connect(smallest_, &QSpinBox::valueChanged, this, &QueueChoices::filterChanged);
    connect(subfolders_, &QCheckBox::toggled, this, &QueueChoices::filterChanged);
}

void QueueChoices::showWhatApplies()
{
    const bool elsewhere = destination_->currentData().toInt() != int(Destination::Beside);
    folder_->setEnabled(elsewhere);
    browse_->setEnabled(elsewhere);
    const int format = format_->currentData().toInt();
    const bool quality = format >= 0 && !factsOf(FileFormat(format)).lossless;
    qualityLabel_->setVisible(quality);
    quality_->setVisible(quality);
}

// The choices of last time, but for the folder to be watched: that is said anew each time.
void QueueChoices::restore()
{
    BatchSettings last;
    if (const QString json = settingValue(setting::batchSettings); !json.isEmpty())
        if (auto read = BatchSettings::fromJson(json.toStdString())) {
            last = std::move(*read);
            // Before it went without saying, it had to be asked for: nobody chose against it.
            if (!QJsonDocument::fromJson(json.toUtf8()).object().contains(QLatin1String("named")))
                last.ownRecipes = true;
        }
    select(destination_, int(last.destination));
    folder_->setText(settingValue(setting::batchFolder));
    template_->setText(QString::fromStdString(last.nameTemplate));
    select(collision_, int(last.collision));
    select(format_, last.format ? int(*last.format) : -1);
    quality_->setValue(last.quality);
    skipColoured_->setChecked(last.skipColoured);
    skipOwn_->setChecked(last.skipOwn);
    ownRecipes_->setChecked(last.ownRecipes);
    keepTimes_->setChecked(last.keepTimes);
    subfolders_->setChecked(true);
}

void QueueChoices::remember(const BatchSettings& settings) const
{
    setSetting(setting::batchSettings, QString::fromStdString(settings.toJson()));
    setSetting(setting::batchFolder, folder_->text());
}

void QueueChoices::browse()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the results"), folder_->text());
    if (!folder.isEmpty())
        folder_->setText(folder);
}

BatchSettings QueueChoices::settings() const
{
    BatchSettings settings;
    settings.destination = Destination(destination_->currentData().toInt());
    if (settings.destination != Destination::Beside)
        settings.folder = cleanPathNamed(QFileInfo(folder_->text().trimmed()).absoluteFilePath());
    settings.nameTemplate = template_->text().trimmed().toStdString();
    settings.collision = Overwrite(collision_->currentData().toInt());
    if (const int format = format_->currentData().toInt(); format >= 0)
        settings.format = FileFormat(format);
    settings.quality = quality_->value();
    if (shown_ && recipe_->currentData().toBool()) {
        settings.recipe = *shown_;
        settings.recipe.geometry = {};    // how a photo lies is its own, …
        settings.recipe.repair.mask = {}; // … and so is its damage
    }
    settings.ownRecipes = ownRecipes_->isChecked();
    settings.keepTimes = keepTimes_->isChecked();
    settings.model = settingValue(setting::model).toStdString();
    settings.skipColoured = skipColoured_->isChecked();
    settings.skipOwn = skipOwn_->isChecked();
    return settings;
}

WalkFilter QueueChoices::filter() const
{
    WalkFilter filter;
    filter.recursive = subfolders_->isChecked();
    if (const int type = type_->currentData().toInt(); type >= 0)
        filter.formats.insert(FileFormat(type));
    filter.smallest = std::int64_t(smallest_->value()) * 1000;
    return filter;
}

void QueueChoices::preferFolder(const QString& folder)
{
    select(destination_, int(Destination::Folder));
    if (folder_->text().isEmpty())
        folder_->setText(folder);
}

void QueueChoices::setExample(const QString& name)
{
    example_->setText(name.isEmpty() ? QString() : tr("for example “%1”").arg(name));
}

} // namespace autochrome
