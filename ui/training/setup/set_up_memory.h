#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace autochrome {

class OrderForm;

/// Keeps what was chosen for a training in the settings file, from one time to the next.
class SetUpMemory : public QObject
{
    Q_OBJECT

public:
    /// Gives the form what was chosen last.
    SetUpMemory(OrderForm* form, QObject* parent);

    void rememberSoon(); ///< when nothing has changed for a moment
    void remember();
    /// Keeps what was not yet; the form is about to go.
    void finish();

private:
    void restore();
    QJsonObject toJson() const;

    OrderForm* form_;
    QTimer timer_;
};

} // namespace autochrome
