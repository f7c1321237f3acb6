#include "ui/window/action_finder.h"

#include "ui/widgets/clear_button.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace autochrome {

namespace {

constexpr int actionRole = Qt::UserRole;
constexpr int maximumRows = 12;
constexpr int shortcutRole = Qt::UserRole + 1;

/// 0: no match, higher: better.
int score(const QString& name, const QString& query)
{
    const QStringList words = query.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QStringList nameWords = name.split(QLatin1Char(' '));
    int total = 1;
    for (const QString& word : words) {
        if (!name.contains(word, Qt::CaseInsensitive))
            return 0;
        const bool atStart = std::any_of(nameWords.begin(), nameWords.end(), [&](const QString& w) {
            return w.startsWith(word, Qt::CaseInsensitive);
        });
        total += atStart ? 2 : 1;
    }
    if (!words.isEmpty() && name.startsWith(words.front(), Qt::CaseInsensitive))
        ++total;
    return total;
}

/// Name on the left, shortcut on the right, quieter.
class ActionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width(), size.height() + 8};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const bool selected = option.state & QStyle::State_Selected;
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        painter->setPen(
            option.palette.color(enabled ? QPalette::Active : QPalette::Disabled,
                                 selected ? QPalette::HighlightedText : QPalette::PlaceholderText));
        painter->drawText(option.rect.adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter,
                          index.data(shortcutRole).toString());
    }
};

} // namespace

ActionFinder::ActionFinder(QVector<QAction*> actions, QWidget* window)
    : QFrame(window, Qt::Popup),
      actions_(std::move(actions)),
      field_(new QLineEdit),
      list_(new QListWidget)
{
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Find an action"));
    field_->setPlaceholderText(tr("Type what you want to do"));
    field_->setAccessibleName(tr("Name of an action"));
    addClearButton(field_);
    list_->setAccessibleName(tr("Actions that match"));
    list_->setFrameShape(QFrame::NoFrame);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setItemDelegate(new ActionDelegate(list_));
    list_->setIconSize(QSize(18, 18));

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(field_);
    layout->addWidget(list_);

    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &ActionFinder::refresh);
    connect(field_, &QLineEdit::returnPressed, this, &ActionFinder::trigger);
    connect(list_, &QListWidget::itemClicked, this, &ActionFinder::trigger);
}

QString ActionFinder::nameOf(const QAction* action)
{
    QString name = action->text();
    name.remove(QLatin1Char('&'));
    name.remove(QChar(0x2026));
    return name;
}

QVector<QAction*> ActionFinder::matches(const QVector<QAction*>& actions, const QString& query)
{
    QVector<std::pair<int, QAction*>> scored;
    for (QAction* action : actions) {
        if (const int points = score(nameOf(action), query); points > 0)
            scored.append({points, action});
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    QVector<QAction*> result;
    for (const auto& [points, action] : scored)
        result << action;
    return result;
}

void ActionFinder::open()
{
    field_->clear();
    refresh();
    const QWidget* window = parentWidget();
    const int width = std::min(window->width() - 32, fontMetrics().averageCharWidth() * 70);
    setFixedWidth(width);
    move(window->mapToGlobal(QPoint((window->width() - width) / 2, window->height() / 9)));
    show();
    field_->setFocus(Qt::PopupFocusReason);
}

void ActionFinder::refresh()
{
    list_->clear();
    for (QAction* action : matches(actions_, field_->text())) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(action->icon(), nameOf(action), list_);
        item->setData(actionRole, QVariant::fromValue(action));
        item->setData(shortcutRole, keys);
        item->setData(Qt::AccessibleTextRole, tr("%1, key %2").arg(nameOf(action), keys));
        if (!action->isEnabled())
            item->setFlags(item->flags() & ~(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
    }
    const int rows = std::clamp(list_->count(), 1, maximumRows);
    const int rowHeight =
        list_->count() > 0 ? list_->sizeHintForRow(0) : fontMetrics().height() + 8;
    list_->setFixedHeight(rows * rowHeight + 4);
    adjustSize();
    for (int row = 0; row < list_->count(); ++row) {
        if (list_->item(row)->flags() & Qt::ItemIsEnabled) {
            list_->setCurrentRow(row);
            break;
        }
    }
}

void ActionFinder::trigger()
{
    const QListWidgetItem* item = list_->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    auto* action = item->data(actionRole).value<QAction*>();
    hide();
    action->trigger();
}

bool ActionFinder::eventFilter(QObject* object, QEvent* event)
{
    if (object == field_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up || key == Qt::Key_PageDown ||
            key == Qt::Key_PageUp) {
            QCoreApplication::sendEvent(list_, event);
            return true;
        }
    }
    return QFrame::eventFilter(object, event);
}

} // namespace autochrome
