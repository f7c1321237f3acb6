#pragma once

#include <QFrame>
#include <QString>
#include <QVector>
#include <functional>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace autochrome {

class IconLabel;

/// A message for the person: one sentence, perhaps details, perhaps something to do about it.
struct Message
{
    enum class Kind { Info, Done, Warning, Error };
    Kind kind = Kind::Info;
    QString sentence = {};
    QString detail = {};     ///< shown on demand; empty: no "Details"
    QString actionText = {}; ///< empty: no button
    std::function<void()> action = {};
    /// Messages of the same topic (a file's path) replace each other and can be withdrawn.
    QString topic = {};
};

/// The strip above the photo where messages appear without getting in the way. Several wait for one
/// another, the newest first.
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);

    void post(const Message& message);
    void withdraw(const QString& topic);
    void dismiss(); ///< the one that is shown
    int count() const { return int(messages_.size()); }

    QString sentence() const; ///< of the one that is shown; empty without one
    QPushButton* actionButton() const { return action_; }
    QToolButton* detailsButton() const { return details_; }
    QToolButton* dismissButton() const { return dismiss_; }

private:
    void refresh();

    QVector<Message> messages_; ///< the newest last
    IconLabel* icon_;
    QLabel* sentence_;
    QLabel* counter_;
    QToolButton* details_;
    QPushButton* action_;
    QToolButton* dismiss_;
    QPlainTextEdit* detailText_;
};

} // namespace autochrome
