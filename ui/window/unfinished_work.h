#pragma once

#include <QCoreApplication>
#include <QStringList>

namespace autochrome {

/// What was ordered in the window and is not done yet.
struct UnfinishedWork
{
    Q_DECLARE_TR_FUNCTIONS(autochrome::UnfinishedWork)

public:
    QStringList exports = {};     ///< names of the files that are being saved
    bool queue = false;           ///< photos of the queue are being worked on
    bool report = false;          ///< of the queue
    bool comparison = false;      ///< of two models
    bool trainingStarts = false;  ///< and has no process of its own yet
    QString runningTraining = {}; ///< its name; it goes on without the window

    bool isEmpty() const;
    bool takesTime() const; ///< something has to be waited for
    bool canBeLost() const; ///< something is gone when it is not waited for

    /// One sentence for each of them.
    QStringList sentences() const;
    /// Those of what is lost at once if it is not waited for.
    QStringList losses() const;
};

} // namespace autochrome
