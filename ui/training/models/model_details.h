#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <filesystem>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace autochrome {

class FolderRows;
class IconLabel;
class MetadataTable;
struct LibraryContents;
struct LibraryItem;

/// All about one model or encoder of the library, and what can be done with it.
class ModelDetails : public QWidget
{
    Q_OBJECT

public:
    enum class Action { UseByDefault, UseForFolder, Teach, Verify, Export, Delete };
    static constexpr int actionCount = 6;

    explicit ModelDetails(QWidget* parent = nullptr);

    /// @param item  null: nothing is chosen, and nothing can be done
    void showItem(const LibraryItem* item, const LibraryContents& library);

    /// What checking has found, in place of what was said before.
    enum class Verdict { None, Checking, Whole, Damaged };
    void setVerdict(Verdict verdict, const QString& reason = {});
    Verdict verdict() const { return verdict_; }

    QAction* action(Action action) const { return actions_[int(action)]; }
    QPushButton* button(Action action) const { return buttons_[int(action)]; }
    QLabel* verdictText() const { return verdictText_; }
    QLineEdit* checksum() const { return checksum_; }
    QToolButton* copyButton() const { return copy_; }
    FolderRows* folders() const { return folders_; }
    MetadataTable* card() const { return card_; }

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void asked(ModelDetails::Action action);
    void folderRemoved(const std::filesystem::path& folder);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addActions();
    void enableActions();

    bool chosen_ = false;
    bool isEncoder_ = false;
    bool isOwn_ = false;
    bool isDefault_ = false;
    Verdict verdict_ = Verdict::None;
    QAction* actions_[actionCount] = {};
    QPushButton* buttons_[actionCount] = {};
    QLabel* name_;
    QLabel* summary_;
    QWidget* verdictLine_;
    IconLabel* verdictIcon_;
    QLabel* verdictText_;
    FolderRows* folders_;
    QLineEdit* checksum_;
    QToolButton* copy_;
    MetadataTable* card_;
};

} // namespace autochrome
