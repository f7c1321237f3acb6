#pragma once

#include "core/base/error.h"
#include "core/base/progress.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QThreadPool>
#include <QVector>
#include <deque>
#include <memory>

namespace autochrome {

class PhotoDocument;

/// Looks in the background at photos that are not open yet: first whether they are photos at all,
/// then at a small picture of each, those first that are to be seen. One file at a time.
class Glimpses : public QObject
{
    Q_OBJECT

public:
    explicit Glimpses(QObject* parent = nullptr);
    ~Glimpses() override;

    void add(PhotoDocument* document);
    /// These are wanted before all others, in this order.
    void prefer(const QVector<PhotoDocument*>& documents);

private:
    struct Check;
    using Document = QPointer<PhotoDocument>;

    void startNext();
    void startChecks();
    void startPicture(PhotoDocument* document);
    PhotoDocument* takeNext();

    std::deque<Document> unchecked_;
    std::deque<Document> pending_; ///< for a picture
    QVector<Document> preferred_;
    bool busy_ = false;
    Progress progress_; ///< of the picture that is made
    QThreadPool pool_;
};

} // namespace autochrome
