#pragma once

#include "core/edit/recipe_parameters.h"

#include <QObject>
#include <functional>

namespace autochrome {

class Actions;
class AdjustPanel;
class ColorizerService;
class PhotoSession;

/// What changes the photo that is shown: the panel's rows and the actions of the menus, each of
/// them undoable.
class EditActions : public QObject
{
    Q_OBJECT

public:
    EditActions(const Actions& actions, PhotoSession* session, const ColorizerService* service,
                AdjustPanel* panel, QObject* parent);

    /// Changes what a row of the panel is for. @param key, value, gesture  see ParameterEditor
    void changeParameter(const QString& key, const ParameterValue& value, int gesture);

    /// After the photo that is shown, or its settings, changed.
    void refresh();

private:
    void connectActions();
    void connectTurns();
    void refreshUndo();
    void edit(const std::function<void(Recipe&)>& change, int gesture = -1,
              const QString& name = {});
    void changeStrength(double by);

    const Actions& actions_;
    PhotoSession* session_;
    const ColorizerService* service_;
};

} // namespace autochrome
