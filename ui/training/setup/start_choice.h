#pragma once

#include <QList>
#include <QPair>
#include <QStringList>
#include <QWidget>
#include <filesystem>

class QComboBox;
class QLabel;

namespace autochrome {

/// What a training starts from: a model of the library, a pretrained encoder, or nothing.
class StartChoice : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Model, Encoder, Nothing };

    explicit StartChoice(QWidget* parent = nullptr);

    Kind kind() const;
    void setKind(Kind kind);               ///< without changed()
    std::filesystem::path model() const;   ///< empty unless it starts from one
    std::filesystem::path encoder() const; ///< empty unless it starts from one

    /// Names and files; the one that is chosen stays, if it is among them.
    void setModels(const QList<QPair<QString, QString>>& models);
    void setEncoders(const QStringList& files);
    /// By name or file; also one that setModels() has yet to bring.
    void setModel(const QString& model);
    void setEncoder(const QString& file); ///< added if it is not among them

    QComboBox* kindBox() const { return kind_; }
    QComboBox* modelBox() const { return models_; }

Q_SIGNALS:
    void changed(); ///< by the person, or because a model that was chosen is there now

private:
    void chooseFile();
    void show();

    QComboBox* kind_;
    QComboBox* models_;
    QComboBox* encoders_;
    QLabel* help_;
    QString wanted_; ///< name or file of the model that is meant
    int lastEncoder_ = -1;
};

} // namespace autochrome
