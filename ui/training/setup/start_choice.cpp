#include "ui/training/setup/start_choice.h"

#include "ui/widgets/breaking_label.h"
#include "ui/widgets/path_names.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace autochrome {

StartChoice::StartChoice(QWidget* parent)
    : QWidget(parent),
      kind_(new QComboBox),
      models_(new QComboBox),
      encoders_(new QComboBox),
      help_(new BreakingLabel)
{
    kind_->addItem(tr("A model of the library"), int(Kind::Model));
    kind_->addItem(tr("A pretrained encoder"), int(Kind::Encoder));
    kind_->addItem(tr("Nothing"), int(Kind::Nothing));
    kind_->setAccessibleName(tr("Start from"));
    models_->setAccessibleName(tr("Model to start from"));
    encoders_->setAccessibleName(tr("Encoder to start from"));
    for (QComboBox* box : {kind_, models_, encoders_})
        box->setAccessibleDescription(box->accessibleName()); // a box's name is what is chosen
    help_->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QComboBox* box : {kind_, models_, encoders_}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        layout->addWidget(box);
    }
    layout->addWidget(help_);
    setFocusProxy(kind_);
    setEncoders({});

    connect(kind_, &QComboBox::activated, this, [this] {
        show();
        if (kind() == Kind::Encoder && encoder().empty())
            chooseFile();
        Q_EMIT changed();
    });
    connect(models_, &QComboBox::activated, this, [this] {
        wanted_ = models_->currentData().toString();
        Q_EMIT changed();
    });
    connect(encoders_, &QComboBox::activated, this, [this](int index) {
        if (encoders_->itemData(index).toString().isEmpty()) {
            encoders_->setCurrentIndex(lastEncoder_);
            chooseFile();
        }
        lastEncoder_ = encoders_->currentIndex();
        Q_EMIT changed();
    });
    show();
}

StartChoice::Kind StartChoice::kind() const
{
    return Kind(kind_->currentData().toInt());
}

void StartChoice::setKind(Kind kind)
{
    kind_->setCurrentIndex(kind_->findData(int(kind)));
    show();
}

std::filesystem::path StartChoice::model() const
{
    return kind() == Kind::Model ? pathNamed(models_->currentData().toString())
                                 : std::filesystem::path();
}

std::filesystem::path StartChoice::encoder() const
{
    return kind() == Kind::Encoder ? pathNamed(encoders_->currentData().toString())
                                   : std::filesystem::path();
}

void StartChoice::setModels(const QList<QPair<QString, QString>>& models)
{
    const std::filesystem::path before = model();
    models_->clear();
    for (const auto& [name, file] : models) {
        models_->addItem(name, file);
        models_->setItemData(models_->count() - 1, file, Qt::ToolTipRole);
    }
    if (!wanted_.isEmpty())
        setModel(wanted_);
    show();
    if (model() != before)
        Q_EMIT changed();
}

void StartChoice::setEncoders(const QStringList& files)
{
    const QString chosen = encoders_->currentData().toString();
    encoders_->clear();
    for (const QString& file : files) {
        encoders_->addItem(QFileInfo(file).fileName(), file);
        encoders_->setItemData(encoders_->count() - 1, file, Qt::ToolTipRole);
    }
    encoders_->addItem(tr("Other file…"), QString());
    encoders_->setCurrentIndex(files.isEmpty() ? -1 : 0);
    if (!chosen.isEmpty())
        setEncoder(chosen);
    lastEncoder_ = encoders_->currentIndex();
}

void StartChoice::setModel(const QString& model)
{
    wanted_ = model;
    int index = models_->findData(model);
    if (index < 0)
        index = models_->findText(model);
    if (index >= 0)
        models_->setCurrentIndex(index);
}

void StartChoice::setEncoder(const QString& file)
{
    if (encoders_->findData(file) < 0) {
        encoders_->insertItem(0, QFileInfo(file).fileName(), file);
        encoders_->setItemData(0, file, Qt::ToolTipRole);
    }
    encoders_->setCurrentIndex(encoders_->findData(file));
    lastEncoder_ = encoders_->currentIndex();
}

void StartChoice::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("EfficientNet-B0 encoder"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Weights (*.safetensors)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        setEncoder(file);
        Q_EMIT changed();
    });
    dialog->open();
}

void StartChoice::show()
{
    models_->setVisible(kind() == Kind::Model);
    models_->setEnabled(models_->count() > 0);
    encoders_->setVisible(kind() == Kind::Encoder);
    switch (kind()) {
    case Kind::Model:
        help_->setText(tr("The training goes on from what this model knows."));
        break;
    case Kind::Encoder:
        help_->setText(
            tr("An EfficientNet-B0 that already recognises things, as torchvision provides it, in "
               "a safetensors file; the colours are learnt from scratch."));
        break;
    case Kind::Nothing:
        help_->setText(
            tr("Everything is learnt from your photos; this needs many of them, and days."));
        break;
    }
}

} // namespace autochrome
