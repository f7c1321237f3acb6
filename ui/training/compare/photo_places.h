#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QPushButton;

namespace autochrome {

/// Folders, archives and lists of photos, that buttons, the keyboard and dropping add and remove.
class PhotoPlaces : public QWidget
{
    Q_OBJECT

public:
    /// @param name  of the list, for those who hear it
    explicit PhotoPlaces(const QString& name, QWidget* parent = nullptr);

    void setPaths(const QStringList& paths);
    QStringList paths() const;
    QListWidget* list() const { return list_; }

    /// What is added is there once.
    void add(const QStringList& paths);

Q_SIGNALS:
    void changed();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void removeSelected();
    void showState();

    QListWidget* list_;
    QPushButton* remove_;
};

} // namespace autochrome
