#pragma once

#include <QObject>

namespace autochrome {

/// While it lives, SIGTERM, SIGINT (Ctrl+C) and SIGHUP no longer end the program but are told here,
/// on the thread of this object. The third one ends the program as ever, so that one that hangs can
/// be ended. One at a time.
class EndSignals : public QObject
{
    Q_OBJECT

public:
    explicit EndSignals(QObject* parent = nullptr);
    ~EndSignals() override;

Q_SIGNALS:
    void arrived();

private:
    void read();
};

} // namespace autochrome
