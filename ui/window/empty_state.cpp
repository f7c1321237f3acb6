#include "ui/window/empty_state.h"

#include "ui/settings/icon_label.h"
#include "ui/settings/icon_theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace autochrome {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      target_(new QWidget),
      open_(new QPushButton(tr("Open photos…"))),
      sample_(new QPushButton(tr("Try the sample")))
{
    auto* sentence = new QLabel(tr("Drop old photographs here: they are coloured on this computer, "
                                   "and your files stay as they are."));
    sentence->setAlignment(Qt::AlignCenter);
    sentence->setWordWrap(true);
    QFont large = sentence->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    sentence->setFont(large);
    open_->setIcon(themedIcon("open"));
    open_->setDefault(true);
    open_->setAutoDefault(true);
    sample_->setIcon(themedIcon("sample"));

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    buttons->addStretch();
    buttons->addWidget(open_);
    buttons->addWidget(sample_);
    buttons->addStretch();
    auto* inside = new QVBoxLayout(target_);
    inside->setContentsMargins(48, 44, 48, 44);
    inside->setSpacing(24);
    inside->addWidget(new IconLabel(themedIcon("drop"), 80), 0, Qt::AlignHCenter);
    inside->addWidget(sentence);
    inside->addLayout(buttons);

    target_->setFixedWidth(
        std::max(inside->minimumSize().width(), fontMetrics().averageCharWidth() * 84));

    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto* middle = new QHBoxLayout; // not an alignment, which would forget the wrapped height
    middle->addStretch(1);
    middle->addWidget(target_);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(3);

    connect(open_, &QPushButton::clicked, this, &EmptyState::openRequested);
    connect(sample_, &QPushButton::clicked, this, &EmptyState::sampleRequested);
}

void EmptyState::setSampleAvailable(bool available)
{
    sample_->setVisible(available);
}

void EmptyState::setDropHighlighted(bool highlighted)
{
    highlighted_ = highlighted;
    update();
}

void EmptyState::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = highlighted_;
    QPen pen(palette().color(on ? QPalette::Highlight : QPalette::PlaceholderText), on ? 3 : 1.5);
    pen.setStyle(on ? Qt::SolidLine : Qt::CustomDashLine);
    if (!on)
        pen.setDashPattern({5, 4});
    painter.setPen(pen);
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(QRectF(target_->geometry()).adjusted(1, 1, -1, -1), 14, 14);
}

} // namespace autochrome
