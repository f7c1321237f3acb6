#include "tests/cli/cli_sandbox.h"

#include "tests/support/make_model.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <csignal>

namespace autochrome {

namespace {

constexpr int timeout = 120000; // ms; sanitizers and busy machines are slow

} // namespace

QStringList CliRun::lines() const
{
    return QString::fromUtf8(out).split(u'\n', Qt::SkipEmptyParts);
}

QList<QJsonObject> CliRun::objects() const
{
    QList<QJsonObject> objects;
    for (const QByteArray& line : out.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return {};
        objects.append(document.object());
    }
    return objects;
}

CliSandbox::CliSandbox()
{
    QDir(folder_.path()).mkdir(QStringLiteral("work"));
    QDir(folder_.path()).mkdir(QStringLiteral("home"));
}

CliRun CliSandbox::run(const QStringList& arguments)
{
    QProcess process;
    prepare(process);
    process.start(program(), arguments);
    return finished(process);
}

CliRun CliSandbox::shell(const QString& script)
{
    QProcess process;
    prepare(process);
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), script});
    return finished(process);
}

std::unique_ptr<QProcess> CliSandbox::start(const QStringList& arguments)
{
    auto process = std::make_unique<QProcess>();
    prepare(*process);
    process->start(program(), arguments);
    process->waitForStarted();
    return process;
}

bool CliSandbox::send(const QProcess& process, int signal)
{
    const qint64 number = process.processId();
    return number > 0 && ::kill(pid_t(number), signal) == 0;
}

QString CliSandbox::path(const QString& name) const
{
    const QString work = folder_.filePath(QStringLiteral("work"));
    return name.isEmpty() ? work : work + u'/' + name;
}

void CliSandbox::write(const QString& name, const QByteArray& bytes) const
{
    QDir().mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path(name)));
}

QByteArray CliSandbox::read(const QString& name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList CliSandbox::files() const
{
    QStringList names;
    QDirIterator all(path(), QDir::Files | QDir::Hidden | QDir::System,
                     QDirIterator::Subdirectories);
    while (all.hasNext())
        names.append(QDir(path()).relativeFilePath(all.next()));
    names.sort();
    return names;
}

QString CliSandbox::modelPath()
{
    static const QTemporaryDir models;
    static const QString path =
        QString::fromStdString(makeTestModel(models.path().toStdString()).string());
    return path;
}

QString CliSandbox::program()
{
    return QStringLiteral(AUTOCHROME_CLI);
}

void CliSandbox::prepare(QProcess& process) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CLI"), program());
    environment.insert(QStringLiteral("HOME"), folder_.filePath(QStringLiteral("home")));
    environment.insert(QStringLiteral("AUTOCHROME_MODELS"), QFileInfo(modelPath()).path());
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("TERM"), QStringLiteral("xterm"));
    environment.insert(QStringLiteral("AUTOCHROME_QUEUE"),
                       folder_.filePath(QStringLiteral("home/queue.sqlite")));
    environment.remove(QStringLiteral("XDG_DATA_HOME"));
    environment.remove(QStringLiteral("XDG_DATA_DIRS"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(path());
    process.setStandardInputFile(QProcess::nullDevice());
}

CliRun CliSandbox::finished(QProcess& process)
{
    CliRun run;
    const bool ended = process.waitForFinished(timeout);
    run.out = process.readAllStandardOutput();
    run.err = process.readAllStandardError();
    if (ended && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    else
        run.err += "\n[did not end by itself: " + process.errorString().toUtf8() + "]";
    return run;
}

} // namespace autochrome
