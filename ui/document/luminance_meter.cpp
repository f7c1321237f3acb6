#include "ui/document/luminance_meter.h"

#include "core/edit/rendering.h"
#include "ui/widgets/background.h"

namespace autochrome {

LuminanceMeter::LuminanceMeter(QThreadPool* pool, QObject* parent) : QObject(parent), pool_(pool) {}

void LuminanceMeter::begin(std::optional<double> error)
{
    ++last_;
    isMeasured_ = error.has_value();
    if (isMeasured_)
        error_ = error;
}

void LuminanceMeter::rest(const Rendering& rendering)
{
    if (isMeasured_)
        return;
    const int number = ++last_;
    runInBackground(
        pool_, this, [rendering] { return rendering.luminanceError(); },
        [this, number](double error) {
            if (number != last_)
                return;
            isMeasured_ = true;
            error_ = error;
            Q_EMIT measured();
        });
}

} // namespace autochrome
