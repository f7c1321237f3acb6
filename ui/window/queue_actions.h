#pragma once

#include <QObject>

namespace autochrome {

class Actions;
class BatchPanel;
class BatchService;

/// What can be done to the queue and to its selected photos: in the menu and in the panel. What
/// cannot be done now says why.
class QueueActions : public QObject
{
    Q_OBJECT

public:
    QueueActions(Actions& actions, BatchService* service, BatchPanel* panel, QObject* parent);

    /// After the panel is shown or hidden.
    void refresh();

private:
    void offerInPanel();

    Actions& actions_;
    BatchService* service_;
    BatchPanel* panel_;
};

} // namespace autochrome
