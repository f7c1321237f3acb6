#pragma once

#include <QColor>
#include <QString>
#include <vector>

namespace autochrome {

class ColourStatistics;

/// A logarithmic scale that shades numbers from dark (small) to light (large). Its lightness rises
/// evenly, so it also reads in grey.
class ColourScale
{
public:
    struct Tick
    {
        double position = 0; ///< 0 at the dark end, 1 at the light end
        QString label;
    };

    /// Whole decades that hold all numbers above 0; at most `mostDecades` below the largest.
    static ColourScale ofProbabilities(const ColourStatistics& statistics);

    /// Around 1, at least a decade to each side, so that a flat set of weights also looks flat.
    static ColourScale ofWeights(const ColourStatistics& statistics);

    double position(double value) const; ///< in [0, 1], clamped
    QColor colour(double value) const { return colourAt(position(value)); }

    /// Numbers beside a colour bar; the exponents alone if `exponents`.
    std::vector<Tick> ticks(bool exponents) const;

    /// Colour of the scale at a position in [0, 1].
    static QColor colourAt(double position);

private:
    ColourScale(double smallest, double largest, int low, int high);
    QString label(double value, bool exponents) const;

    int low_ = 0;           ///< decimal exponent at the dark end
    int high_ = 1;          ///< at the light end
    bool cutBelow_ = false; ///< some number is smaller than the scale
    bool cutAbove_ = false;
};

/// A number with the locale's digits and a true minus sign.
QString numberText(double value, int significantDigits);

} // namespace autochrome
