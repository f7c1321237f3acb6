#pragma once

#include "ui/training/compare/compared_run.h"

#include <QThreadPool>
#include <QWidget>

class QLabel;
class QPushButton;

namespace autochrome {

/// What becomes of a new model: it is used from now on, only kept in the library, or left; and the
/// way back.
class AdoptionBox : public QWidget
{
    Q_OBJECT

public:
    explicit AdoptionBox(QWidget* parent = nullptr);

    /// @param model  file of the new model; empty for none, then nothing can be done
    void setModel(const std::filesystem::path& model, const std::string& name,
                  const std::string& sha256);
    void setLibrary(const LibraryState& library);

    QPushButton* useButton() const { return use_; }
    QPushButton* addButton() const { return add_; }
    QPushButton* keepButton() const { return keep_; }
    QPushButton* backButton() const { return back_; }

Q_SIGNALS:
    void adopted(const QString& name);    ///< it is the model that is used by itself now
    void kept();                          ///< the old model stays
    void added(const QString& name);      ///< it is in the library, and the old model stays
    void rolledBack(const QString& name); ///< this one is the model that is used by itself again
    void problem(const QString& sentence, const QString& detail);

private:
    /// What was done to the library, and what it is now.
    struct Outcome
    {
        Result<std::string> name; ///< of the model that it was done to
        LibraryState library;
    };

    void use();
    void add();
    void keep();
    void goBack();
    template <class Work, class Done>
    void run(Work work, Done done);
    void showState();
    QString nameInUse() const;
    bool isUsed() const;

    QThreadPool pool_;
    std::filesystem::path model_;
    std::string name_;
    std::string sha256_;
    LibraryState library_;
    bool isBusy_ = false;
    QString done_; ///< what was decided
    QLabel* state_;
    QPushButton* use_;
    QPushButton* add_;
    QPushButton* keep_;
    QPushButton* back_;
};

} // namespace autochrome
