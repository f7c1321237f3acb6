#include "ui/window/message_strip.h"

#include "ui/widgets/breaking_label.h"
#include "ui/widgets/icon_label.h"
#include "ui/widgets/icon_theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPropertyAnimation>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace autochrome {

namespace {

constexpr int usualLifetime = 8000; // ms that a success stays
constexpr int fadeTime = 600;       // ms
constexpr int readableLine = 30;    // characters of the sentence beside the buttons, at least

const char* iconOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Info:
        return "info";
    case Notice::Kind::Done:
        return "done";
    case Notice::Kind::Warning:
        return "warning";
    case Notice::Kind::Error:
        break;
    }
    return "error";
}

QToolButton* iconButton(const char* icon, const QString& name)
{
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent),
      fading_(nullptr),
      icon_(new IconLabel({}, 20)),
      sentence_(new BreakingLabel),
      counter_(new QLabel),
      newer_(iconButton("previous", tr("Newer message"))),
      older_(iconButton("next", tr("Older message"))),
      buttons_(new QWidget),
      details_(new QToolButton),
      action_(new QPushButton),
      dismiss_(iconButton("close", tr("Dismiss the message"))),
      detailText_(new QPlainTextEdit)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    counter_->setForegroundRole(QPalette::PlaceholderText);
    details_->setText(tr("Details"));
    details_->setCheckable(true);
    details_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    detailText_->setReadOnly(true);
    detailText_->setAccessibleName(tr("Details"));
    detailText_->setFixedHeight(fontMetrics().height() * 5);
    detailText_->hide();

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setHorizontalSpacing(10);
    int column = 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{icon_, sentence_, newer_, counter_,
                                                           older_, buttons_, dismiss_})
        layout->addWidget(widget, 0, column++);
    layout->addWidget(detailText_, 2, 1, 1, column - 2);
    layout->setColumnStretch(1, 1);
    auto* buttons = new QHBoxLayout(buttons_);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(layout->horizontalSpacing());
    buttons->addWidget(details_);
    buttons->addWidget(action_);

    lifetime_.setSingleShot(true);
    lifetime_.setInterval(usualLifetime);
    connect(&lifetime_, &QTimer::timeout, this, &MessageStrip::beginToFade);
    connect(newer_, &QToolButton::clicked, this, [this] { leaf(-1); });
    connect(older_, &QToolButton::clicked, this, [this] { leaf(1); });
    connect(details_, &QToolButton::toggled, detailText_, &QWidget::setVisible);
    connect(details_, &QToolButton::toggled, this, &MessageStrip::stopFading);
    connect(dismiss_, &QToolButton::clicked, this, &MessageStrip::dismiss);
    connect(action_, &QPushButton::clicked, this, [this] {
        const Notice* message = shown();
        const auto action = message ? message->action : nullptr;
        dismiss();
        if (action)
            action();
    });
    hide();
}

void MessageStrip::setLifetime(int milliseconds)
{
    lifetime_.setInterval(milliseconds);
}

void MessageStrip::post(const Notice& message)
{
    if (!message.topic.isEmpty())
        messages_.removeIf([&](const Entry& old) { return old.message.topic == message.topic; });
    messages_.push_back({++lastId_, message});
    if (message.photo.isEmpty() || message.photo == photo_)
        shown_ = lastId_;
    refresh();
    if (shown_ != lastId_)
        return;
    // Screen readers hear it without the focus moving.
    QAccessibleEvent event(sentence_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageStrip::withdraw(const QString& topic)
{
    if (messages_.removeIf([&](const Entry& old) { return old.message.topic == topic; }) > 0)
        refresh();
}

void MessageStrip::withdrawPhoto(const QString& photo)
{
    if (messages_.removeIf([&](const Entry& old) { return old.message.photo == photo; }) > 0)
        refresh();
}

void MessageStrip::dismiss()
{
    messages_.removeIf([this](const Entry& entry) { return entry.id == shown_; });
    refresh();
}

void MessageStrip::setPhoto(const QString& photo)
{
    if (photo == photo_)
        return;
    photo_ = photo;
    shown_ = 0; // the newest of those that are seen now
    refresh();
}

const Notice* MessageStrip::shown() const
{
    for (const Entry& entry : messages_) {
        if (entry.id == shown_)
            return &entry.message;
    }
    return nullptr;
}

QString MessageStrip::sentence() const
{
    const Notice* message = shown();
    return message ? message->sentence : QString();
}

void MessageStrip::leaf(int step)
{
    const qsizetype at = seen_.indexOf(shown_) + step;
    if (at < 0 || at >= seen_.size())
        return;
    shown_ = seen_[at];
    refresh();
}

void MessageStrip::refresh()
{
    const qsizetype place = std::max<qsizetype>(0, seen_.indexOf(shown_));
    seen_.clear();
    for (auto entry = messages_.crbegin(); entry != messages_.crend(); ++entry) {
        if (entry->message.photo.isEmpty() || entry->message.photo == photo_)
            seen_ << entry->id;
    }
    stopFading();
    if (seen_.isEmpty()) {
        shown_ = 0;
        hide();
        return;
    }
    if (!seen_.contains(shown_)) // gone: the one that was behind it
        shown_ = seen_[shown_ == 0 ? 0 : std::min(place, seen_.size() - 1)];
    const Notice& message = *shown();
    const qsizetype at = seen_.indexOf(shown_);
    icon_->setIcon(themedIcon(iconOf(message.kind)));
    sentence_->setText(message.sentence);
    counter_->setText(tr("%1 of %2").arg(at + 1).arg(seen_.size()));
    for (QWidget* widget : std::initializer_list<QWidget*>{counter_, newer_, older_})
        widget->setVisible(seen_.size() > 1);
    newer_->setEnabled(at > 0);
    older_->setEnabled(at + 1 < seen_.size());
    details_->setChecked(false);
    details_->setVisible(!message.detail.isEmpty());
    detailText_->setPlainText(message.detail);
    action_->setText(message.actionText);
    action_->setVisible(!message.actionText.isEmpty());
    buttons_->setVisible(!message.detail.isEmpty() || !message.actionText.isEmpty());
    arrange();
    show();
    raise();
    stopFading();
}

void MessageStrip::arrange()
{
    const bool below = buttons_->isVisibleTo(this) && width() < roomBesideButtons();
    auto* grid = static_cast<QGridLayout*>(layout());
    auto* buttons = static_cast<QBoxLayout*>(buttons_->layout());
    if (below != areButtonsBelow_) {
        areButtonsBelow_ = below;
        grid->removeWidget(buttons_);
        if (below)
            grid->addWidget(buttons_, 1, 0, 1, grid->columnCount(), Qt::AlignRight);
        else
            grid->addWidget(buttons_, 0, grid->columnCount() - 2);
    }
    // Two that do not fit beside one another lie one above the other.
    const int row = details_->sizeHint().width() + buttons->spacing() + action_->sizeHint().width();
    const QMargins margins = grid->contentsMargins();
    const bool stacked = below && details_->isVisibleTo(this) && action_->isVisibleTo(this) &&
                         row > width() - margins.left() - margins.right();
    buttons->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

int MessageStrip::roomBesideButtons() const
{
    int room = fontMetrics().averageCharWidth() * readableLine;
    for (const QWidget* widget :
         std::initializer_list<const QWidget*>{icon_, newer_, counter_, older_, buttons_, dismiss_})
        if (widget->isVisibleTo(this))
            room += widget->sizeHint().width() + 10;
    return room;
}

void MessageStrip::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    arrange();
}

bool MessageStrip::isInUse() const
{
    const QWidget* focus = QApplication::focusWidget();
    return underMouse() || details_->isChecked() || (focus && isAncestorOf(focus));
}

void MessageStrip::stopFading()
{
    if (fading_) {
        fading_->stop();
        fading_->deleteLater();
        fading_ = nullptr;
        setGraphicsEffect(nullptr);
    }
    const Notice* message = shown();
    if (message && message->kind == Notice::Kind::Done)
        lifetime_.start();
    else
        lifetime_.stop();
}

void MessageStrip::beginToFade()
{
    const Notice* message = shown();
    if (!message || message->kind != Notice::Kind::Done)
        return;
    if (isInUse()) {
        lifetime_.start();
        return;
    }
    // Whoever asked their desktop for no motion gets none.
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0) {
        dismiss();
        return;
    }
    auto* effect = new QGraphicsOpacityEffect(this);
    setGraphicsEffect(effect);
    fading_ = new QPropertyAnimation(effect, "opacity", this);
    fading_->setDuration(fadeTime);
    fading_->setStartValue(1.0);
    fading_->setEndValue(0.0);
    connect(fading_, &QPropertyAnimation::finished, this, &MessageStrip::dismiss);
    fading_->start();
}

bool MessageStrip::event(QEvent* event)
{
    // Whoever reaches for a message that fades wants it.
    if (event->type() == QEvent::Enter)
        stopFading();
    return QFrame::event(event);
}

} // namespace autochrome
