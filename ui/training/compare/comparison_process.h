#pragma once

#include "core/base/error.h"

#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QThreadPool>
#include <memory>

namespace autochrome {

/// What is compared, and on which photos.
struct ComparisonOrder
{
    QString before; ///< model files
    QString after;
    QStringList photos;
    QStringList others; ///< of other kinds; may be empty
    QString faces;      ///< photos whose path contains this are faces; may be empty
    int limit = 0;      ///< at most so many photos of each; 0: all
    QString device = QStringLiteral("auto");

    /// For autochrome-cli.
    QStringList arguments(const QString& folder) const;
};

/// `autochrome-cli evaluate` in a process of its own, at low priority, whose report lies in a
/// folder when it is done and not before: what was there stays until then. Stopped with this
/// object.
class ComparisonProcess : public QObject
{
    Q_OBJECT

public:
    explicit ComparisonProcess(QObject* parent = nullptr);
    ~ComparisonProcess() override;

    bool isRunning() const { return process_ != nullptr || isTidying_; }

    /// @param folder  for the report; "….part" beside it is used for the work
    void start(const ComparisonOrder& order, const QString& folder);
    void cancel();

Q_SIGNALS:
    void progressed(double fraction); ///< [0, 1]
    void finished();
    void cancelled();
    void failed(const QString& sentence, const QString& detail);

private:
    void launch(const ComparisonOrder& order);
    void read();
    void onEnded(int exitCode, QProcess::ExitStatus status);
    static QString sentenceOf(ErrorCode code);

    QThreadPool pool_; ///< for files
    std::unique_ptr<QProcess, void (*)(QProcess*)> process_;
    QString folder_;
    QByteArray line_;   ///< of stderr, not whole yet
    QString errorName_; ///< of the error that the process told
    QString said_;      ///< what else it told
    bool isTidying_ = false;
    bool wasCancelled_ = false;
};

} // namespace autochrome
