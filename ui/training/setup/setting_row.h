#pragma once

#include <QJsonValue>
#include <QList>
#include <QPair>
#include <QString>
#include <QWidget>
#include <functional>
#include <optional>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace autochrome {

/// One value of a training, to look at and to change: its name, an editor, and, where it is not as
/// usual, a mark and a button that puts it back.
class SettingRow : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        Whole,   ///< a whole number
        Number,  ///< any number
        Rate,    ///< any number, stepped through 1, 2, 5, 10, …
        Percent, ///< a share in [0, 1], shown as 0 to 100 %
        Switch,  ///< yes or no
        Choice,  ///< one of `choices`
        Digits,  ///< a whole number of up to 18 digits
        Slider   ///< in [0, 1], with a slider
    };

    struct Spec
    {
        QString key = {};
        QString name = {}; ///< may have a mnemonic
        QString help = {}; ///< one sentence
        Kind kind = Kind::Whole;
        QString suffix = {};                         ///< with its space
        QString zero = {};                           ///< what stands for 0; may be empty
        double step = 1;                             ///< of keys, wheel and arrows
        QList<QPair<QString, QString>> choices = {}; ///< text, value
        double least = 0;                            ///< where settingRange() knows none, or
        double most = 0;                             ///< a narrower one is wanted
    };

    explicit SettingRow(Spec spec, QWidget* parent = nullptr);

    QString key() const { return spec_.key; }
    const QJsonValue& value() const { return value_; }
    void setValue(const QJsonValue& value); ///< without edited()

    /// The value that is not marked.
    void setUsual(const QJsonValue& usual);
    bool isChanged() const;

    /// The choices of a Choice; the one that is chosen stays.
    void setChoices(const QList<QPair<QString, QString>>& choices);
    /// Takes over what is being typed.
    void commit();

    QWidget* editor() const { return editor_; }
    QToolButton* putBackButton() const { return putBack_; }

Q_SIGNALS:
    void edited(const QString& key, const QJsonValue& value);

private:
    QWidget* makeEditor();
    QWidget* makeWhole();
    QWidget* makeNumber();
    QWidget* makeSwitch();
    QWidget* makeChoice();
    QWidget* makeDigits();
    QWidget* makeSlider();
    QString shown(const QJsonValue& value) const;
    void edit(const QJsonValue& value);
    void mark();

    Spec spec_;
    QJsonValue value_;
    QJsonValue usual_;
    QLabel* name_ = nullptr; ///< null where the editor names itself
    QWidget* editor_ = nullptr;
    QToolButton* putBack_;
    std::function<void(const QJsonValue&)> show_;
};

/// Whether two values are the same; 1 and 1.0 are.
bool isSame(const QJsonValue& one, const QJsonValue& other);

} // namespace autochrome
