#pragma once

#include "core/measure/comparison.h"

#include <QCoreApplication>
#include <QString>

namespace autochrome {

/// A comparison of models in the person's language.
class ComparisonWords
{
    Q_DECLARE_TR_FUNCTIONS(autochrome::ComparisonWords)

public:
    /// Which model is better on which photos, in whole sentences.
    static QString verdict(const Comparison& comparison);

    static QString group(const PhotoGroup& group);
    static QString figure(Metric figure); ///< with its unit
    static QString explanation(Metric figure);
    static QString value(Metric figure, double value);

    /// "+0.83 ± 0.21", the standard error where it is known.
    static QString difference(Metric figure, const Change& change);

    /// "Better", "Worse", "Within the noise".
    static QString judgement(Metric figure, const Change& change);

private:
    static QString onThese(const Comparison& comparison, const GroupChange& change);
    static QString onOthers(const GroupChange& change);
    /// Of the difference that an eye sees, where it does not go with PSNR; else empty.
    static QString onTheEye(const GroupChange& change);
    static QString onColours(const GroupChange& change);
};

} // namespace autochrome
