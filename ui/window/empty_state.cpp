#include "ui/window/empty_state.h"

#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace autochrome {

namespace {

constexpr int iconSide = 80;
constexpr QMargins airy(48, 44, 48, 44);
constexpr QMargins tight(16, 10, 16, 10);

} // namespace

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent),
      target_(new QWidget),
      inside_(new QVBoxLayout(target_)),
      icon_(new IconLabel(themedIcon("drop"), iconSide)),
      sentence_(new QLabel(tr("Drop old photographs here: they are coloured on this computer, "
                              "and your files stay as they are."))),
      open_(new QPushButton(tr("Open photos…"))),
      sample_(new QPushButton(tr("Try the sample")))
{
    sentence_->setAlignment(Qt::AlignCenter);
    sentence_->setWordWrap(true);
    QFont large = sentence_->font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    sentence_->setFont(large);
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
    inside_->setContentsMargins(airy);
    inside_->setSpacing(24);
    inside_->addWidget(icon_, 0, Qt::AlignHCenter);
    inside_->addWidget(sentence_);
    inside_->addLayout(buttons);
    target_->setMaximumWidth(fontMetrics().averageCharWidth() * 84);

    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto* middle = new QHBoxLayout; // not an alignment, which would forget the wrapped height
    middle->addStretch(1);
    middle->addWidget(target_, 1000);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addStretch(3);

    connect(open_, &QPushButton::clicked, this, &EmptyState::openRequested);
    connect(sample_, &QPushButton::clicked, this, &EmptyState::sampleRequested);
}

// Of the target at the width there is: with its icon and much air, or without.
int EmptyState::heightWanted(bool roomy) const
{
    const QMargins edge = roomy ? airy : tight;
    const int inner = std::min(width(), target_->maximumWidth()) - edge.left() - edge.right();
    const int gap = roomy ? 24 : 8;
    return edge.top() + edge.bottom() + (roomy ? iconSide + gap : 0) +
           sentence_->heightForWidth(std::max(1, inner)) + gap + open_->sizeHint().height();
}

QSize EmptyState::minimumSizeHint() const
{
    return {open_->sizeHint().width() + sample_->sizeHint().width() + 2 * tight.left() + 40,
            sentence_->fontMetrics().lineSpacing() * 3 + open_->sizeHint().height() + 40};
}

void EmptyState::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const bool roomy = height() >= heightWanted(true) + 20;
    icon_->setVisible(roomy);
    inside_->setContentsMargins(roomy ? airy : tight);
    inside_->setSpacing(roomy ? 24 : 8);
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
