#pragma once

#include <QObject>
#include <optional>

class QThreadPool;

namespace autochrome::inline edit {
class Rendering;
} // namespace autochrome::inline edit

namespace autochrome {

/// How well the luminance was kept in what is shown. That is measured once a slider has come to
/// rest; until then the last figure stands, so that nothing flickers in a drag.
class LuminanceMeter : public QObject
{
    Q_OBJECT

public:
    explicit LuminanceMeter(QThreadPool* pool, QObject* parent = nullptr);

    /// The last figure that is known; none: nothing was measured yet.
    std::optional<double> error() const { return error_; }

    /// Another rendering is shown: what is being measured is no longer of interest.
    /// @param error  of the new one, if it is known already
    void begin(std::optional<double> error);
    /// The rendering that is shown will stay for a while: measures it, unless that is done.
    void rest(const Rendering& rendering);

Q_SIGNALS:
    void measured(); ///< by rest()

private:
    QThreadPool* pool_;
    std::optional<double> error_;
    bool isMeasured_ = false; ///< error_ is that of what is shown
    int last_ = 0;            ///< number of the latest measurement
};

} // namespace autochrome
