#include "ui/viewer/split_handle_accessible.h"

#include "ui/viewer/split_handle.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <cmath>

namespace autochrome {

namespace {

class SplitHandleAccessible : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit SplitHandleAccessible(SplitHandle* handle)
        : QAccessibleWidget(handle, QAccessible::Slider), handle_(handle)
    {
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QVariant currentValue() const override { return int(std::lround(100 * handle_->position())); }
    void setCurrentValue(const QVariant& value) override
    {
        Q_EMIT handle_->positionWanted(value.toDouble() / 100);
    }
    QVariant maximumValue() const override { return 100; }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    SplitHandle* handle_;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object)
{
    auto* handle = qobject_cast<SplitHandle*>(object);
    return handle ? new SplitHandleAccessible(handle) : nullptr;
}

} // namespace

void installSplitHandleAccessibility()
{
    static const bool once = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(once);
}

void announceSplitHandleValue(SplitHandle* handle)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleValueChangeEvent event(handle, int(std::lround(100 * handle->position())));
    QAccessible::updateAccessibility(&event);
}

} // namespace autochrome
