#pragma once

#include <QObject>

class QMainWindow;

namespace autochrome {

class ActionFinder;
class Actions;
class ColorizerService;

/// What is done with the program rather than with photos: preferences, help, and finding what can
/// be done.
class ProgramActions : public QObject
{
    Q_OBJECT

public:
    /// @param window  parent of the dialogs
    ProgramActions(const Actions& actions, const ColorizerService* service, QMainWindow* window);

Q_SIGNALS:
    void computeChanged(); ///< another model or device was chosen
    void singleKeysChanged(bool on);

private:
    void showPreferences();
    void showHelp();

    const Actions& actions_;
    QMainWindow* window_;
    ActionFinder* finder_;
};

} // namespace autochrome
