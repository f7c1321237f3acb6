#pragma once

#include "core/base/error.h"
#include "core/queue/intake/photo_walk.h"

#include <QObject>
#include <QThreadPool>
#include <filesystem>
#include <memory>
#include <vector>

namespace autochrome {

/// Walks in the background through the folders of an order and finds its photos. Once more from the
/// start whenever what is looked for changes; the walk before is given up.
class PhotoIntake : public QObject
{
    Q_OBJECT

public:
    explicit PhotoIntake(QObject* parent = nullptr);
    ~PhotoIntake() override;

    void look(const std::vector<std::filesystem::path>& inputs, const WalkFilter& filter);

    bool hasFinished() const;
    const std::vector<FoundPhoto>& photos() const; ///< none until it has finished
    const std::vector<Error>& problems() const;    ///< likewise

Q_SIGNALS:
    void changed(); ///< it has begun anew, or finished

private:
    struct Walk;
    void onWalked(const std::shared_ptr<Walk>& walk);

    std::shared_ptr<Walk> walk_;     ///< shared with its thread
    std::shared_ptr<Walk> finished_; ///< the same, when nobody writes into it any more
    QThreadPool pool_;               ///< last: its thread ends before the rest goes
};

} // namespace autochrome
