#pragma once

#include "ui/training/run/run_state.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QString>

namespace autochrome {

/// How a training goes, in words.
class RunWords
{
    Q_DECLARE_TR_FUNCTIONS(RunWords)

public:
    /// What it does, or how it ended: one sentence.
    static QString phase(const RunState& state);

    /// How long it still takes and when that is over; empty unless it runs.
    static QString timeLeft(const RunState& state, const QDateTime& now);

    /// "2 h 5 min", as coarse as is true of a guess.
    static QString duration(double seconds);

    /// "23:40", with the day unless it is today.
    static QString pointInTime(const QDateTime& when, const QDateTime& now);

    /// "1.2 GB".
    static QString bytes(std::uint64_t count);

    /// What can be done about an end that nobody wished for; empty if there is nothing to say.
    static QString remedy(const RunState& state);

    /// Passes over the photos, those of now among them; 0 while that is not known.
    static double epoch(const RunState& state);
};

} // namespace autochrome
