#include "ui/tools/metadata_table.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QStyledItemDelegate>
#include <map>

namespace autochrome {

namespace {

/// Lets addresses and hashes wrap, which have no spaces.
QString breakable(const QString& text)
{
    QString result;
    int run = 0;
    for (const QChar character : text) {
        result += character;
        run = character.isSpace() ? 0 : run + 1;
        const bool joint = character == QLatin1Char('/') || character == QLatin1Char('.') ||
                           character == QLatin1Char(':') || character == QLatin1Char('-');
        if (run >= 24 || (joint && run > 8)) {
            result += QChar(0x200B);
            run = 0;
        }
    }
    return result;
}

/// "Exif.Image.Software" -> "Software"
QString shortName(const QString& key)
{
    return key.section(QLatin1Char('.'), 2);
}

QString family(const QString& key)
{
    const QString first = key.section(QLatin1Char('.'), 0, 0);
    return first == QLatin1String("Exif") ? first : first.toUpper();
}

/// Rows as high as their wrapped text, with a little air above and below.
class AiryDelegate : public QStyledItemDelegate
{
public:
    explicit AiryDelegate(QTreeView* view) : QStyledItemDelegate(view), view_(view) {}

    /// Only what is painted has places to break: what is read aloud, copied or searched has none.
    QString displayText(const QVariant& value, const QLocale& locale) const override
    {
        return breakable(QStyledItemDelegate::displayText(value, locale));
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        // The view leaves the width open, which would mean one line.
        QStyleOptionViewItem wrapped(option);
        const int indent = index.column() == 0 ? 2 * view_->indentation() : 0;
        constexpr int anyHeight = 10000;
        wrapped.rect = QRect(0, 0, view_->columnWidth(index.column()) - indent, anyHeight);
        const bool isGroup = !index.parent().isValid();
        const QSize size = QStyledItemDelegate::sizeHint(isGroup ? option : wrapped, index);
        return {size.width(), size.height() + 2 * air};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override
    {
        QStyleOptionViewItem inner(option);
        inner.rect.adjust(0, air, 0, -air);
        QStyledItemDelegate::paint(painter, inner, index);
    }

private:
    static constexpr int air = 3;
    const QTreeView* view_;
};

} // namespace

MetadataTable::MetadataTable(QWidget* parent) : QTreeWidget(parent)
{
    setColumnCount(2);
    setHeaderLabels({tr("Field"), tr("Value")});
    setWordWrap(true);
    setAlternatingRowColors(true);
    setIndentation(14);
    setUniformRowHeights(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(0, QHeaderView::Interactive);
    header()->setStretchLastSection(true);
    setItemDelegate(new AiryDelegate(this));
    setAccessibleName(tr("Metadata"));
    // Rows are as high as their wrapped text, which depends on the columns' widths.
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
}

void MetadataTable::showFields(const std::vector<Field>& fields)
{
    clear();
    std::map<QString, QTreeWidgetItem*> groups;
    for (const Field& field : fields) {
        const QString title = family(QString::fromStdString(field.first));
        QTreeWidgetItem*& group = groups[title];
        if (!group)
            group = addGroup(title);
        addField(group, field);
    }
    expandAll();
    fitColumns();
}

void MetadataTable::showGroups(const std::vector<Group>& groups)
{
    clear();
    for (const Group& group : groups) {
        if (group.rows.empty())
            continue;
        QTreeWidgetItem* title = addGroup(group.title);
        for (const auto& [name, value] : group.rows)
            addRow(title, name, value)->setToolTip(0, name);
    }
    expandAll();
    fitColumns();
}

void MetadataTable::showChanges(const std::vector<Field>& result, const std::vector<Field>& source)
{
    clear();
    std::multimap<std::string, std::string> before(source.begin(), source.end());
    QTreeWidgetItem* written = addGroup(tr("Written by Autochrome"));
    QTreeWidgetItem* carried = addGroup(tr("Carried over from the source"));
    for (const Field& field : result) {
        const auto [first, last] = before.equal_range(field.first);
        const bool same =
            std::any_of(first, last, [&](const auto& old) { return old.second == field.second; });
        if (same)
            addField(carried, field);
        else
            addField(written, field, first == last ? tr("new") : tr("changed"));
    }
    for (QTreeWidgetItem* group : {written, carried}) {
        group->setText(0, QStringLiteral("%1 (%2)").arg(group->text(0)).arg(group->childCount()));
        group->setHidden(group->childCount() == 0);
    }
    written->setExpanded(true);
    carried->setExpanded(written->childCount() == 0);
    fitColumns();
}

QTreeWidgetItem* MetadataTable::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(this, {title});
    group->setFirstColumnSpanned(true);
    QFont bold = font();
    bold.setBold(true);
    group->setFont(0, bold);
    return group;
}

void MetadataTable::addField(QTreeWidgetItem* group, const Field& field, const QString& mark)
{
    const QString key = QString::fromStdString(field.first);
    const QString value = QString::fromStdString(field.second).simplified();
    QString name = shortName(key);
    if (!mark.isEmpty())
        name = tr("%1 · %2", "field name, then \"new\" or \"changed\"").arg(name, mark);
    addRow(group, name, value)->setToolTip(0, key);
}

QTreeWidgetItem* MetadataTable::addRow(QTreeWidgetItem* group, const QString& name,
                                       const QString& value)
{
    auto* item = new QTreeWidgetItem(group, {name, value});
    item->setToolTip(1, value);
    item->setTextAlignment(0, Qt::AlignLeft | Qt::AlignTop);
    item->setTextAlignment(1, Qt::AlignLeft | Qt::AlignTop);
    return item;
}

void MetadataTable::setAsHighAsItsRows()
{
    asHighAsItsRows_ = true;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    updateGeometries();
}

int MetadataTable::heightOfRows() const
{
    const QTreeWidgetItem* last = nullptr;
    for (int i = topLevelItemCount() - 1; i >= 0 && !last; --i)
        if (!topLevelItem(i)->isHidden())
            last = topLevelItem(i);
    if (!last)
        return 0;
    if (last->isExpanded() && last->childCount() > 0)
        last = last->child(last->childCount() - 1);
    return visualItemRect(last).bottom() + 1 + verticalOffset();
}

// Called by the view after each layout of its rows.
void MetadataTable::updateGeometries()
{
    if (asHighAsItsRows_) {
        const int height = heightOfRows() + 2 * frameWidth();
        if (height != minimumHeight() || height != maximumHeight())
            setFixedHeight(height);
    }
    QTreeWidget::updateGeometries();
}

void MetadataTable::resizeEvent(QResizeEvent* event)
{
    QTreeWidget::resizeEvent(event);
    fitColumns();
}

void MetadataTable::fitColumns()
{
    // Names get what they need, but never more than their share.
    int wanted = header()->sectionSizeHint(0);
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if ((*it)->parent())
            wanted = std::max(wanted, fontMetrics().horizontalAdvance((*it)->text(0)) +
                                          2 * indentation() + 12);
    }
    setColumnWidth(0, std::min(wanted, viewport()->width() * 9 / 20));
}

void MetadataTable::keyPressEvent(QKeyEvent* event)
{
    const QTreeWidgetItem* item = currentItem();
    if (event->matches(QKeySequence::Copy) && item && item->parent()) {
        QGuiApplication::clipboard()->setText(
            QStringLiteral("%1: %2").arg(item->toolTip(0), item->text(1)));
        return;
    }
    QTreeWidget::keyPressEvent(event);
}

} // namespace autochrome
