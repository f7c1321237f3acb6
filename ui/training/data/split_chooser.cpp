#include "ui/training/data/split_chooser.h"

#include "ui/settings/settings.h"
#include "ui/training/data/survey_words.h"
#include "ui/widgets/breaking_label.h"
#include "ui/widgets/form.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

namespace {

const QString byHash = QStringLiteral("hash"); // these words stand in the settings
const QString byFolder = QStringLiteral("folder");

} // namespace

SplitChooser::SplitChooser(QWidget* parent)
    : QWidget(parent),
      choices_(new QWidget),
      way_(new QComboBox),
      share_(new QSpinBox),
      slider_(new QSlider(Qt::Horizontal)),
      result_(new BreakingLabel)
{
    way_->addItem(tr("Photos that look alike"), byHash);
    way_->addItem(tr("Photos of one folder"), byFolder);
    way_->setCurrentIndex(std::max(0, way_->findData(settingValue(setting::trainingSplit))));
    way_->setToolTip(tr("What stays together is never split between training and validation, so "
                        "the model is validated on photos that are new to it."));
    way_->setAccessibleName(tr("Keep together"));
    way_->setAccessibleDescription(way_->toolTip());
    share_->setRange(leastShare, mostShare);
    share_->setSuffix(tr(" %"));
    share_->setAccessibleName(tr("Share for validation"));
    slider_->setRange(leastShare, mostShare);
    slider_->setPageStep(5);
    slider_->setAccessibleName(tr("Share for validation"));
    const int last = settingValue(setting::trainingShare);
    share_->setValue(last);
    slider_->setValue(last);

    auto* form = new Form(choices_);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->addRow(tr("&Keep together"), way_);
    auto* share = new QHBoxLayout;
    share->setSpacing(8);
    share->addWidget(slider_, 1);
    share->addWidget(share_);
    form->addRow(tr("S&hare for validation"), share);
    static_cast<QLabel*>(form->labelForField(share))->setBuddy(share_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(choices_);
    layout->addWidget(result_);

    connect(way_, &QComboBox::currentIndexChanged, this, &SplitChooser::onChanged);
    connect(slider_, &QSlider::valueChanged, share_, &QSpinBox::setValue);
    connect(share_, &QSpinBox::valueChanged, this, [this](int percent) {
        const QSignalBlocker quiet(slider_);
        slider_->setValue(percent);
        onChanged();
    });
}

SplitSettings SplitChooser::settings() const
{
    return {.by = way_->currentData().toString() == byFolder ? SplitBy::Folder : SplitBy::Hash,
            .share = share_->value() / 100.0};
}

void SplitChooser::setChoosable(bool choosable)
{
    choices_->setVisible(choosable);
}

void SplitChooser::showSplit(const TrainSplit& split)
{
    QString text = tr("For training: %1. For validation: %2.")
                       .arg(photosText(std::int64_t(split.train.size())),
                            photosText(std::int64_t(split.validation.size())));
    if (!split.withheld.empty())
        text += u' ' + tr("Left out because they look like photos on the other side: %1.")
                           .arg(QLocale().toString(qlonglong(split.withheld.size())));
    showSentence(text);
}

void SplitChooser::showSentence(const QString& sentence)
{
    result_->setText(sentence);
    result_->setVisible(!sentence.isEmpty());
}

void SplitChooser::onChanged()
{
    setSetting(setting::trainingSplit, way_->currentData().toString());
    setSetting(setting::trainingShare, share_->value());
    Q_EMIT changed();
}

} // namespace autochrome
