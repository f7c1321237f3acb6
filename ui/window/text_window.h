#pragma once

#include <QDialog>

class QHBoxLayout;
class QTextBrowser;

namespace autochrome {

/// A window of text to read beside the others, never larger than the screen.
class TextWindow : public QDialog
{
    Q_OBJECT

public:
    /// @param name  of the text, for screen readers
    TextWindow(const QString& title, const QString& name, QWidget* parent = nullptr);

    QTextBrowser* text() const { return text_; }

protected:
    QHBoxLayout* buttons() const { return buttons_; } ///< left of "Close"

private:
    QTextBrowser* text_;
    QHBoxLayout* buttons_;
};

} // namespace autochrome
