#include "tests/ui/window/accessible_names.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QTextDocument>
#include <QWidget>

namespace autochrome {

namespace {

constexpr int mostRows = 100; // of a list or table

QString typeOf(const QObject* object)
{
    if (!object)
        return QStringLiteral("?");
    const QString name = object->objectName();
    const QString type = QString::fromLatin1(object->metaObject()->className());
    QString text = name.isEmpty() ? type : type + u' ' + name;
    return text.remove(QStringLiteral("autochrome::"));
}

/// "MainWindow > PhotoStage > QLabel"
QString placeOf(const QObject* object)
{
    QStringList names;
    for (; object; object = object->parent()) {
        // Nameless boxes of layouts say nothing.
        if (object->metaObject() != &QWidget::staticMetaObject)
            names.prepend(typeOf(object));
    }
    return names.join(QStringLiteral(" > "));
}

bool isInvisible(QChar c)
{
    const char16_t code = c.unicode();
    return code == 0xAD || (code >= 0x200B && code <= 0x200D) || code == 0x2060 || code == 0xFEFF;
}

/// As it is seen.
QString plain(const QString& text, bool mayBeHtml, bool hasMnemonic)
{
    QString result = text;
    if (mayBeHtml && Qt::mightBeRichText(text)) {
        QTextDocument document;
        document.setHtml(text);
        result = document.toPlainText();
    } else if (hasMnemonic) {
        result.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
        result.remove(u'&');
        result.replace(u'\x01', u'&');
    }
    result.removeIf(isInvisible);
    return result.simplified();
}

/// Roles that do something or hold a value: worthless without a name.
bool isControl(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::Dial:
    case QAccessible::ProgressBar:
    case QAccessible::List:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::PageTab:
    case QAccessible::MenuItem:
    case QAccessible::Chart:
    case QAccessible::ColumnHeader:
        return true;
    default:
        return false;
    }
}

bool isInsideComboBox(const QObject* object)
{
    for (object = object ? object->parent() : nullptr; object; object = object->parent())
        if (qobject_cast<const QComboBox*>(object))
            return true;
    return false;
}

class Walk
{
public:
    void widget(QAccessibleInterface* face)
    {
        if (!face || !face->isValid())
            return;
        QObject* object = face->object();
        if (object && seen_.contains(object))
            return;
        seen_ << object;
        // The list that a box of choices opens is named by the box.
        if (isInsideComboBox(object))
            return;
        ++count_;
        place_ = placeOf(object);
        checkCharacters(*face);
        checkName(*face);
        checkText(*face);
        const auto role = face->role();
        if (face->tableInterface())
            rows(*face->tableInterface());
        else if (role == QAccessible::List)
            items(*face);
        else
            children(*face);
    }

    QStringList faults() const { return faults_; }
    int count() const { return count_; }

private:
    void fault(const QString& what) { faults_ << what + QStringLiteral(": ") + place_; }

    void children(const QAccessibleInterface& face)
    {
        for (int i = 0; i < face.childCount(); ++i) {
            QAccessibleInterface* child = face.child(i);
            if (child && child->object())
                widget(child);
            else if (child)
                checkPart(*child);
        }
    }

    /// A part that is no widget: a menu's entry, a tab.
    void checkPart(const QAccessibleInterface& part)
    {
        ++count_;
        checkCharacters(part);
        if (isControl(part.role()) && part.text(QAccessible::Name).isEmpty())
            fault(QStringLiteral("a part has no name"));
    }

    /// Every row has something to say.
    void rows(const QAccessibleTableInterface& constTable)
    {
        auto& table = const_cast<QAccessibleTableInterface&>(constTable);
        for (int row = 0; row < std::min(mostRows, table.rowCount()); ++row) {
            bool says = false;
            for (int column = 0; column < table.columnCount(); ++column) {
                const QAccessibleInterface* cell = table.cellAt(row, column);
                if (!cell)
                    continue;
                ++count_;
                checkCharacters(*cell);
                says = says || !cell->text(QAccessible::Name).isEmpty();
            }
            if (!says)
                fault(QStringLiteral("row %1 says nothing").arg(row));
        }
        for (int column = 0; column < table.columnCount(); ++column)
            if (table.columnDescription(column).isEmpty() && table.columnCount() > 1)
                fault(QStringLiteral("column %1 has no title").arg(column));
    }

    void items(const QAccessibleInterface& list)
    {
        for (int i = 0; i < std::min(mostRows, list.childCount()); ++i) {
            const QAccessibleInterface* item = list.child(i);
            if (!item || item->role() != QAccessible::ListItem)
                continue;
            ++count_;
            checkCharacters(*item);
            if (item->text(QAccessible::Name).isEmpty())
                fault(QStringLiteral("item %1 says nothing").arg(i));
        }
    }

    void checkCharacters(const QAccessibleInterface& constFace)
    {
        auto& face = const_cast<QAccessibleInterface&>(constFace);
        QStringList texts;
        for (auto kind :
             {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            texts << face.text(kind);
        if (QAccessibleTextInterface* text = face.textInterface())
            texts << text->text(0, text->characterCount());
        for (const QString& text : texts)
            if (std::any_of(text.begin(), text.end(), isInvisible))
                fault(QStringLiteral("invisible characters in “%1”").arg(text));
    }

    void checkName(const QAccessibleInterface& face)
    {
        const auto* widget = qobject_cast<const QWidget*>(face.object());
        // Qt gives what is chosen for the name of a box, on Linux: what it is for must be said by a
        // label that is tied to it, or by its description.
        if (face.role() == QAccessible::ComboBox && face.relations(QAccessible::Label).isEmpty() &&
            face.text(QAccessible::Description).isEmpty())
            fault(QStringLiteral("nothing says what it is for"));
        if (!widget || !face.text(QAccessible::Name).isEmpty())
            return;
        if (widget->isWindow()) {
            if (qobject_cast<const QAbstractButton*>(widget) == nullptr &&
                face.role() != QAccessible::PopupMenu)
                fault(QStringLiteral("a window has no name"));
            return;
        }
        // A button that waits for its text is not there yet.
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool isBlank = button && !button->isVisible() && button->icon().isNull();
        const bool stops = widget->focusPolicy() != Qt::NoFocus && !widget->focusProxy();
        const bool isText = qobject_cast<const QLabel*>(widget);
        if (!isBlank && !isText && (isControl(face.role()) || (stops && isReached(widget))))
            fault(QStringLiteral("no name"));
    }

    /// A page that scrolls takes the focus of a click, but is no control.
    static bool isReached(const QWidget* widget) { return widget->focusPolicy() & Qt::TabFocus; }

    /// What is written on it is what is read.
    void checkText(const QAccessibleInterface& face)
    {
        QString text;
        if (const auto* label = qobject_cast<const QLabel*>(face.object()))
            text = plain(label->text(), label->textFormat() != Qt::PlainText, label->buddy());
        else if (const auto* button = qobject_cast<const QAbstractButton*>(face.object()))
            text = plain(button->text(), false, true);
        const QString name = face.text(QAccessible::Name).simplified();
        // A name may say more, as in "Tint of the scan: keep" for "Keep"; and no dots are spoken.
        if (text.endsWith(QChar(0x2026)))
            text.chop(1);
        if (!text.isEmpty() && !name.contains(text.trimmed(), Qt::CaseInsensitive))
            fault(QStringLiteral("the name “%1” hides the text “%2”").arg(name, text));
    }

    QSet<const QObject*> seen_;
    QStringList faults_;
    QString place_;
    int count_ = 0;
};

Walk walked(QWidget* window)
{
    Walk walk;
    walk.widget(QAccessible::queryAccessibleInterface(window));
    return walk;
}

} // namespace

QStringList faultsOfNames(QWidget* window)
{
    return walked(window).faults();
}

int countOfNames(QWidget* window)
{
    return walked(window).count();
}

} // namespace autochrome
