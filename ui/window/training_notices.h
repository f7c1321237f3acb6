#pragma once

#include <QObject>

namespace autochrome {

class MessageStrip;
class TrainingDock;

/// Tells above the photo what the person should know of training.
class TrainingNotices : public QObject
{
    Q_OBJECT

public:
    TrainingNotices(TrainingDock* training, MessageStrip* messages, QObject* parent);

Q_SIGNALS:
    void failed(const QString& sentence);
};

} // namespace autochrome
