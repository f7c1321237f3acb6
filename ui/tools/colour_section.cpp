#include "ui/tools/colour_section.h"

#include "ui/settings/settings.h"
#include "ui/tools/fold_section.h"
#include "ui/tools/slider_row.h"
#include "ui/widgets/form.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace autochrome {

namespace {

// Vividness 0 is the mean of all colours that the network thinks possible (T = 1, calm); 1 is close
// to the likeliest one (T = 0.1). The default is 0.38, as in Zhang et al. 2016.
double temperatureOf(double vividness)
{
    return 1.0 - 0.9 * vividness;
}

double vividnessOf(double temperature)
{
    return (1.0 - temperature) / 0.9;
}

} // namespace

ColourSection::ColourSection(QWidget* parent)
    : QWidget(parent),
      strength_(new SliderRow(tr("Amount"),
                              tr("How much colour is laid over the photo. 0 is grey, 50 is what "
                                 "the model proposes, 100 is twice as much."),
                              {.minimum = 0,
                               .maximum = 2,
                               .step = 0.04,
                               .reset = 1,
                               .reading = SliderRow::Reading::Hundred})),
      vividness_(
          new SliderRow(tr("Boldness"),
                        tr("How far the model commits itself. Low: calm colours, the mean of all "
                           "that are possible. High: the likeliest colour, livelier and more "
                           "often wrong."),
                        {.minimum = 0,
                         .maximum = 1,
                         .step = 0.02,
                         .reset = vividnessOf(ColourSettings().temperature),
                         .reading = SliderRow::Reading::Hundred})),
      tint_(new QButtonGroup(this)),
      size_(new QComboBox),
      effort_(new QComboBox)
{
    auto* drop = new QRadioButton(tr("Remove"));
    drop->setToolTip(tr("Only the photo's luminance counts; sepia or yellowed paper disappears."));
    auto* keep = new QRadioButton(tr("Keep"));
    keep->setToolTip(tr("The new colours are added to the scan's own tint."));
    drop->setAccessibleName(tr("Tint of the scan: remove"));
    keep->setAccessibleName(tr("Tint of the scan: keep"));
    tint_->addButton(drop, int(TintHandling::Drop));
    tint_->addButton(keep, int(TintHandling::Keep));

    size_->addItem(tr("Automatic"), 0);
    for (int size : {256, 320, 384, 448, 512, 640})
        size_->addItem(tr("%1 pixels").arg(size), size);
    const QString sizeHelp =
        tr("Short side of the photo as the network sees it. Small: bold, whole "
           "areas. Large: finer areas, slower.");
    size_->setToolTip(sizeHelp);
    size_->setAccessibleName(tr("Network size"));
    size_->setAccessibleDescription(sizeHelp);

    effort_->addItem(tr("Fast"), int(Effort::Fast));
    effort_->addItem(tr("Normal"), int(Effort::Normal));
    effort_->addItem(tr("Best"), int(Effort::Best));
    const QString effortHelp = tr("Best: the network looks four times, mirrored and at two sizes; "
                                  "calmer, and it takes four times as long.");
    effort_->setToolTip(effortHelp);
    effort_->setAccessibleName(tr("Effort"));
    effort_->setAccessibleDescription(effortHelp);

    auto* tintLabel = new QLabel(tr("Tint of the scan"));
    auto* tintRow = new QHBoxLayout;
    tintRow->setSpacing(16);
    tintRow->addWidget(drop);
    tintRow->addWidget(keep);
    tintRow->addStretch();
    buildAdvanced();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(strength_);
    layout->addSpacing(8);
    layout->addWidget(vividness_);
    layout->addSpacing(8);
    layout->addWidget(tintLabel);
    layout->addLayout(tintRow);
    layout->addSpacing(8);
    layout->addWidget(advanced_);
    setRecipe(Recipe());

    connect(strength_, &SliderRow::edited, this, &ColourSection::strengthEdited);
    connect(vividness_, &SliderRow::edited, this, [this](double value, int gesture) {
        Q_EMIT temperatureEdited(temperatureOf(value), gesture);
    });
    connect(tint_, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT tintEdited(TintHandling(id));
    });
    connect(size_, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT sizeEdited(size_->currentData().toInt()); });
    connect(effort_, &QComboBox::currentIndexChanged, this,
            [this] { Q_EMIT effortEdited(Effort(effort_->currentData().toInt())); });
}

void ColourSection::buildAdvanced()
{
    auto* content = new QWidget;
    auto* form = new Form(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->addRow(tr("Network size"), size_);
    form->addRow(tr("Effort"), effort_);
    advanced_ = new FoldSection(QStringLiteral("advanced"), tr("Advanced"), content);
    advanced_->setFolded(!settingValue(setting::advancedOpen));
    connect(advanced_, &FoldSection::foldedChanged, this,
            [](bool folded) { setSetting(setting::advancedOpen, !folded); });
}

void ColourSection::setRecipe(const Recipe& recipe)
{
    const QSignalBlocker quietTint(tint_);
    const QSignalBlocker quietSize(size_);
    const QSignalBlocker quietEffort(effort_);
    effort_->setCurrentIndex(effort_->findData(int(recipe.colour.effort)));
    strength_->setValue(recipe.finish.strength);
    vividness_->setValue(vividnessOf(recipe.vividness.temperature));
    tint_->button(int(recipe.finish.tint))->setChecked(true);
    int index = size_->findData(recipe.colour.size);
    if (index < 0) { // a size that another program chose
        index = size_->count();
        size_->addItem(tr("%1 pixels").arg(recipe.colour.size), recipe.colour.size);
    }
    size_->setCurrentIndex(index);
    // What is chosen there acts on the photo, so a folded title tells of it.
    const Recipe usual;
    const bool changed =
        recipe.colour.size != usual.colour.size || recipe.colour.effort != usual.colour.effort;
    advanced_->setTitle(changed ? tr("Advanced (changed)") : tr("Advanced"));
}

} // namespace autochrome
