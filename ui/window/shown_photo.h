#pragma once

#include <QObject>

class QWidget;

namespace autochrome {

class AdjustPanel;
class ColorizerService;
class FilmStrip;
class PhotoDocument;
class PhotoSession;
class PhotoStage;
class StatusLine;

/// Keeps what is seen of the photo that is shown up to date: the view, the panel, the line at the
/// bottom, the title of the window.
class ShownPhoto : public QObject
{
    Q_OBJECT

public:
    /// Where it is seen.
    struct Places
    {
        PhotoStage* stage;
        AdjustPanel* panel;
        FilmStrip* strip;
        StatusLine* status;
        QWidget* window;
    };

    ShownPhoto(const PhotoSession* session, const ColorizerService* service, const Places& places);

    /// After another photo is to be shown, or none.
    void show();
    /// While it is held, the view is left alone, for a tool that shows something else there.
    void setHeld(bool held);
    /// The line at the bottom.
    void showFacts();

Q_SIGNALS:
    void changed(); ///< what can be done with it, perhaps

private:
    void follow(PhotoDocument* document);
    void showRendering();
    void fillView();

    const PhotoSession* session_;
    const ColorizerService* service_;
    Places places_;
    bool isHeld_ = false;
};

} // namespace autochrome
