#include "ui/window/message_strip.h"

#include "ui/settings/icon_label.h"
#include "ui/settings/icon_theme.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace autochrome {

namespace {

const char* iconOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return "info";
    case Message::Kind::Done:
        return "done";
    case Message::Kind::Warning:
        return "warning";
    case Message::Kind::Error:
        break;
    }
    return "error";
}

} // namespace

MessageStrip::MessageStrip(QWidget* parent)
    : QFrame(parent),
      icon_(new IconLabel({}, 20)),
      sentence_(new QLabel),
      counter_(new QLabel),
      details_(new QToolButton),
      action_(new QPushButton),
      dismiss_(new QToolButton),
      detailText_(new QPlainTextEdit)
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    sentence_->setWordWrap(true);
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    counter_->setForegroundRole(QPalette::PlaceholderText);
    details_->setText(tr("Details"));
    details_->setCheckable(true);
    details_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    dismiss_->setIcon(themedIcon("close"));
    dismiss_->setAutoRaise(true);
    dismiss_->setAccessibleName(tr("Dismiss the message"));
    dismiss_->setToolTip(dismiss_->accessibleName());
    detailText_->setReadOnly(true);
    detailText_->setAccessibleName(tr("Details"));
    detailText_->setFixedHeight(fontMetrics().height() * 5);
    detailText_->hide();

    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->setHorizontalSpacing(10);
    layout->addWidget(icon_, 0, 0);
    layout->addWidget(sentence_, 0, 1);
    layout->addWidget(counter_, 0, 2);
    layout->addWidget(details_, 0, 3);
    layout->addWidget(action_, 0, 4);
    layout->addWidget(dismiss_, 0, 5);
    layout->addWidget(detailText_, 1, 1, 1, 4);
    layout->setColumnStretch(1, 1);

    connect(details_, &QToolButton::toggled, detailText_, &QWidget::setVisible);
    connect(dismiss_, &QToolButton::clicked, this, &MessageStrip::dismiss);
    connect(action_, &QPushButton::clicked, this, [this] {
        const auto action = messages_.isEmpty() ? nullptr : messages_.back().action;
        dismiss();
        if (action)
            action();
    });
    hide();
}

void MessageStrip::post(const Message& message)
{
    if (!message.topic.isEmpty())
        messages_.removeIf([&](const Message& old) { return old.topic == message.topic; });
    messages_ << message;
    refresh();
    // Screen readers hear it without the focus moving.
    QAccessibleEvent event(sentence_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageStrip::withdraw(const QString& topic)
{
    if (messages_.removeIf([&](const Message& old) { return old.topic == topic; }) > 0)
        refresh();
}

void MessageStrip::dismiss()
{
    if (!messages_.isEmpty())
        messages_.removeLast();
    refresh();
}

QString MessageStrip::sentence() const
{
    return messages_.isEmpty() ? QString() : messages_.back().sentence;
}

void MessageStrip::refresh()
{
    setVisible(!messages_.isEmpty());
    if (messages_.isEmpty())
        return;
    const Message& message = messages_.back();
    icon_->setIcon(themedIcon(iconOf(message.kind)));
    sentence_->setText(message.sentence);
    counter_->setText(tr("1 of %1").arg(messages_.size()));
    counter_->setVisible(messages_.size() > 1);
    details_->setChecked(false);
    details_->setVisible(!message.detail.isEmpty());
    detailText_->setPlainText(message.detail);
    action_->setText(message.actionText);
    action_->setVisible(!message.actionText.isEmpty());
}

} // namespace autochrome
