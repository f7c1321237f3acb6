#include "ui/widgets/clear_button.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>

namespace autochrome {

void addClearButton(QLineEdit* field)
{
    field->setClearButtonEnabled(true);
    if (auto* button = field->findChild<QToolButton*>())
        button->setAccessibleName(
            QCoreApplication::translate("autochrome::addClearButton", "Clear the field"));
}

} // namespace autochrome
