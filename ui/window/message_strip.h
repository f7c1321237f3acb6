#pragma once

#include <QFrame>
#include <QString>
#include <QTimer>
#include <QVector>
#include <functional>

class QLabel;
class QPlainTextEdit;
class QPropertyAnimation;
class QPushButton;
class QToolButton;

namespace autochrome {

class IconLabel;

/// A message for the person: one sentence, perhaps details, perhaps something to do about it.
struct Notice
{
    enum class Kind { Info, Done, Warning, Error };
    Kind kind = Kind::Info; ///< Done fades by itself
    QString sentence = {};
    QString detail = {};     ///< shown on demand; empty: no "Details"
    QString actionText = {}; ///< empty: no button
    std::function<void()> action = {};
    /// Messages of the same topic (a file's path) replace each other and can be withdrawn.
    QString topic = {};
    /// Path of the photo that it is about: only seen while that one is. Empty: always seen.
    QString photo = {};
};

/// The strip over the photo where messages appear without getting in the way. Several wait for one
/// another, the newest first; one can leaf through them.
class MessageStrip : public QFrame
{
    Q_OBJECT

public:
    explicit MessageStrip(QWidget* parent = nullptr);

    void post(const Notice& message);
    void withdraw(const QString& topic);
    void withdrawPhoto(const QString& photo);       ///< it was closed
    void dismiss();                                 ///< the one that is shown
    void setPhoto(const QString& photo);            ///< which one is seen; empty: none
    int count() const { return int(seen_.size()); } ///< of those that can be leafed through

    /// How long a success stays, milliseconds; not counted while the pointer or the focus is on it.
    void setLifetime(int milliseconds);

    QString sentence() const; ///< of the one that is shown; empty without one
    QPushButton* actionButton() const { return action_; }
    QToolButton* detailsButton() const { return details_; }
    QToolButton* dismissButton() const { return dismiss_; }
    QToolButton* newerButton() const { return newer_; }
    QToolButton* olderButton() const { return older_; }

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    const Notice* shown() const;
    void arrange();                ///< the buttons, for the strip's width
    int roomBesideButtons() const; ///< width from which on the buttons lie beside the sentence
    void leaf(int step);
    void refresh();
    void beginToFade();
    void stopFading();
    bool isInUse() const;

    struct Entry
    {
        int id = 0;
        Notice message;
    };
    QVector<Entry> messages_; ///< the newest last
    QVector<int> seen_;       ///< ids of those to be seen with this photo, the newest first
    int shown_ = 0;           ///< an id
    int lastId_ = 0;
    QString photo_;
    QTimer lifetime_;
    QPropertyAnimation* fading_;
    IconLabel* icon_;
    QLabel* sentence_;
    QLabel* counter_;
    QToolButton* newer_;
    QToolButton* older_;
    QWidget* buttons_; ///< details and action: below the sentence where there is little room
    QToolButton* details_;
    QPushButton* action_;
    QToolButton* dismiss_;
    QPlainTextEdit* detailText_;
    bool areButtonsBelow_ = false;
};

} // namespace autochrome
