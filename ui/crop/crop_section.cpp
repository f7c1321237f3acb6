#include "ui/crop/crop_section.h"

#include "ui/tools/slider_row.h"
#include "ui/widgets/form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace autochrome {

namespace {

constexpr double mostDegrees = 45;

/// Of prints, plates and screens; the other way up too.
constexpr std::pair<int, int> ratios[] = {{1, 1}, {5, 4}, {4, 3}, {7, 5}, {3, 2}, {16, 9}};

} // namespace

CropSection::CropSection(QWidget* parent)
    : QWidget(parent),
      ratio_(new QComboBox),
      angle_(new SliderRow(tr("Angle"),
                           tr("Degrees by which the photo is turned clockwise, to straighten it."),
                           {.minimum = -mostDegrees, .maximum = mostDegrees, .step = 0.1})),
      line_(new QPushButton(tr("&Level by a line"))),
      freeCorners_(new QCheckBox(tr("Move each corner by itself"))),
      whole_(new QPushButton(tr("&Whole photo"))),
      size_(new QLabel),
      told_(new QLabel)
{
    ratio_->setAccessibleName(tr("Ratio"));
    line_->setCheckable(true);
    line_->setToolTip(tr("Draw a line along what should be level or upright."));
    freeCorners_->setToolTip(tr("Takes out the perspective of a print that was photographed from "
                                "aside."));
    auto* print = new QPushButton(tr("To the print's edge"));
    print->setToolTip(tr("Puts the frame around the one print on a scan, if its edge is seen for "
                         "certain."));
    auto* level = new QPushButton(tr("Straighten automatically"));
    level->setToolTip(tr("By the print's edge, or by the verticals and horizontals in the picture, "
                         "if they are seen for certain."));
    told_->setWordWrap(true);
    told_->hide();
    auto* apply = new QPushButton(tr("Cr&op"));
    auto* cancel = new QPushButton(tr("&Cancel"));
    for (QPushButton* button : {line_, whole_, print, level, apply, cancel})
        button->setAutoDefault(false);
    line_->setObjectName(QStringLiteral("drawLine"));
    whole_->setObjectName(QStringLiteral("wholePhoto"));
    print->setObjectName(QStringLiteral("toPrint"));
    level->setObjectName(QStringLiteral("straightenAutomatically"));
    told_->setObjectName(QStringLiteral("cropNotice"));
    apply->setObjectName(QStringLiteral("applyCrop"));
    cancel->setObjectName(QStringLiteral("cancelCrop"));
    fillRatios(0);

    auto* form = new Form;
    form->addRow(tr("Ratio"), ratio_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(angle_);
    layout->addWidget(line_, 0, Qt::AlignLeft);
    layout->addWidget(level, 0, Qt::AlignLeft);
    layout->addWidget(print, 0, Qt::AlignLeft);
    layout->addWidget(told_);
    layout->addWidget(freeCorners_);
    layout->addWidget(whole_, 0, Qt::AlignLeft);
    layout->addWidget(size_);
    auto* ends = new QHBoxLayout;
    ends->addWidget(apply);
    ends->addWidget(cancel);
    ends->addStretch();
    layout->addLayout(ends);

    connect(ratio_, &QComboBox::activated, this,
            [this] { Q_EMIT ratioWanted(ratio_->currentData().toDouble()); });
    connect(angle_, &SliderRow::edited, this, &CropSection::degreesWanted);
    connect(line_, &QPushButton::toggled, this, &CropSection::lineWanted);
    connect(freeCorners_, &QCheckBox::clicked, this, &CropSection::freeCornersWanted);
    connect(whole_, &QPushButton::clicked, this, &CropSection::wholeWanted);
    connect(print, &QPushButton::clicked, this, &CropSection::printWanted);
    connect(level, &QPushButton::clicked, this, &CropSection::levelWanted);
    connect(apply, &QPushButton::clicked, this, &CropSection::accepted);
    connect(cancel, &QPushButton::clicked, this, &CropSection::cancelled);
}

void CropSection::fillRatios(double ofPhoto)
{
    photoRatio_ = ofPhoto;
    ratio_->clear();
    ratio_->addItem(tr("Free"), 0.0);
    if (ofPhoto > 0)
        ratio_->addItem(tr("As the photo"), ofPhoto);
    for (const auto& [longer, shorter] : ratios) {
        const auto add = [this](int width, int height) {
            ratio_->addItem(QStringLiteral("%1 : %2").arg(width).arg(height),
                            double(width) / height);
        };
        const bool isTall = ofPhoto > 0 && ofPhoto < 1;
        add(isTall ? shorter : longer, isTall ? longer : shorter);
        if (longer != shorter)
            add(isTall ? longer : shorter, isTall ? shorter : longer);
    }
}

void CropSection::show(const FrameDraft& draft)
{
    const cv::Size2d photo = draft.photo();
    if (const double ofPhoto = photo.aspectRatio(); ofPhoto != photoRatio_)
        fillRatios(ofPhoto);
    ratio_->setCurrentIndex(std::max(0, ratio_->findData(draft.ratio())));
    angle_->setValue(draft.degrees());
    freeCorners_->setChecked(draft.hasFreeCorners());
    whole_->setEnabled(!draft.isWhole());
    const cv::Size size = draft.frame().snapped().size();
    const QLocale locale;
    size_->setText(
        tr("%1 × %2 pixels").arg(locale.toString(size.width), locale.toString(size.height)));
}

void CropSection::setDrawsLine(bool on)
{
    line_->setChecked(on);
}

void CropSection::tell(const QString& sentence)
{
    told_->setText(sentence);
    told_->setVisible(!sentence.isEmpty());
}

bool CropSection::event(QEvent* event)
{
    // Escape is the frame's before it is the window's.
    if (event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void CropSection::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else
        QWidget::keyPressEvent(event);
}

} // namespace autochrome
