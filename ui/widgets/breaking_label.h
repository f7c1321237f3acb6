#pragma once

#include <QLabel>

class QTextLayout;

namespace autochrome {

/// Plain text that breaks anywhere where a word (a file name, an address) is wider than the label:
/// nothing is cut, and no name widens what it stands in. Its context menu copies the text.
class BreakingLabel : public QLabel
{
    Q_OBJECT

public:
    explicit BreakingLabel(const QString& text = {}, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QMargins around() const;
    QSize layOut(QTextLayout& layout, int width) const; ///< the room that the lines take
};

} // namespace autochrome
