#pragma once

#include <QAction>
#include <QFrame>
#include <QVector>

class QLineEdit;
class QListWidget;

namespace autochrome {

/// Ctrl+K: find an action by typing part of its name, and do it with Enter.
class ActionFinder : public QFrame
{
    Q_OBJECT

public:
    ActionFinder(QVector<QAction*> actions, QWidget* window);

    void open(); ///< over the upper middle of the window

    /// The actions whose names hold every word of the query at the start of a word of theirs, or
    /// anywhere, the former first. All for an empty query.
    static QVector<QAction*> matches(const QVector<QAction*>& actions, const QString& query);
    static QString nameOf(const QAction* action); ///< without mnemonics and "…"

    QLineEdit* field() const { return field_; }
    QListWidget* list() const { return list_; }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void refresh();
    void trigger();

    QVector<QAction*> actions_;
    QLineEdit* field_;
    QListWidget* list_;
};

} // namespace autochrome
