#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <memory>

namespace autochrome {

/// How one run of the program ended.
struct CliRun
{
    int exitCode = -1; ///< -1: it crashed, hung or did not start
    QByteArray out;
    QByteArray err;

    QStringList lines() const; ///< of out
    /// The objects that --json printed; empty if a line is none.
    QList<QJsonObject> objects() const;
};

/// A folder of its own for each test, with a home and a model, where the real program is run.
class CliSandbox
{
public:
    CliSandbox();

    /// Runs autochrome-cli in the working folder.
    CliRun run(const QStringList& arguments);

    /// Runs a shell script in the working folder; "$CLI" is the program.
    CliRun shell(const QString& script);

    /// Starts the program without waiting for it.
    std::unique_ptr<QProcess> start(const QStringList& arguments);

    /// Sends a signal to a started program. False if it has ended: its
    /// number is then 0, and ::kill(0) would take the whole test run along.
    static bool send(const QProcess& process, int signal);

    /// The working folder or a file in it.
    QString path(const QString& name = {}) const;

    /// Writes a file in the working folder, making its folders.
    void write(const QString& name, const QByteArray& bytes) const;
    QByteArray read(const QString& name) const;

    /// Every file in the working folder and below, sorted, hidden ones too.
    QStringList files() const;

    /// The model that the program finds by itself: "test-model".
    static QString modelPath();

    static QString program();

private:
    void prepare(QProcess& process) const;
    static CliRun finished(QProcess& process);

    QTemporaryDir folder_;
};

} // namespace autochrome
