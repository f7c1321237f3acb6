#pragma once

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace autochrome {

/// A titled part of the panel that folds away under its title.
class FoldSection : public QWidget
{
    Q_OBJECT

public:
    /// @param id  under which the settings remember whether it is folded
    FoldSection(const QString& id, const QString& title, QWidget* content,
                QWidget* parent = nullptr);

    QString id() const { return id_; }
    bool isFolded() const;
    void setFolded(bool folded);
    QToolButton* header() const { return header_; }
    void setTitle(const QString& title);
    void setCorner(QWidget* widget); ///< beside the title, seen while folded too

Q_SIGNALS:
    void foldedChanged(bool folded);

private:
    QString id_;
    QHBoxLayout* top_;
    QToolButton* header_;
    QWidget* content_;
};

} // namespace autochrome
