#include "ui/window/unfinished_work.h"

namespace autochrome {

bool UnfinishedWork::isEmpty() const
{
    return !takesTime() && runningTraining.isEmpty();
}

bool UnfinishedWork::takesTime() const
{
    return queue || canBeLost();
}

bool UnfinishedWork::canBeLost() const
{
    return !exports.isEmpty() || report || comparison || trainingStarts;
}

QStringList UnfinishedWork::sentences() const
{
    QStringList sentences;
    for (const QString& name : exports)
        sentences << tr("“%1” is being saved.").arg(name);
    if (report)
        sentences << tr("The report of the queue is being written.");
    if (comparison)
        sentences << tr("Two models are being compared.");
    if (trainingStarts)
        sentences << tr("A training is being started.");
    if (queue)
        sentences << tr("The queue is being worked on; photos that are not done wait for the next "
                        "time.");
    if (!runningTraining.isEmpty())
        sentences
            << tr("“%1” is being trained; that goes on without this window.").arg(runningTraining);
    return sentences;
}

QStringList UnfinishedWork::losses() const
{
    QStringList losses;
    for (const QString& name : exports)
        losses << tr("“%1” was not saved: the session ended first.").arg(name);
    if (report)
        losses << tr("The report of the queue was not written: the session ended first.");
    if (comparison)
        losses << tr("The comparison of two models was stopped: the session ended.");
    if (trainingStarts)
        losses << tr("A training was not started: the session ended first.");
    return losses;
}

} // namespace autochrome
