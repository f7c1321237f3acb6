#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <vector>

namespace autochrome {

/// Decodes sample pictures in the background, the latest wish first, and keeps some megabytes of
/// them, so that going to and fro between validations is instant.
class SampleLoader : public QObject
{
    Q_OBJECT

public:
    explicit SampleLoader(QObject* parent = nullptr);
    ~SampleLoader() override;

    /// The picture, or null: then it is loaded, and ready() says when it is worth asking again. One
    /// that cannot be read stays null, and is tried no more.
    /// @param stamp  of the file's version
    QImage find(const QString& path, qint64 stamp);

    /// Whether it was looked for already, found or not.
    bool knows(const QString& path, qint64 stamp) const;

Q_SIGNALS:
    void ready();

private:
    struct Key
    {
        QString path;
        qint64 stamp = 0;
        bool operator==(const Key&) const = default;
    };
    friend size_t qHash(const Key& key, size_t seed)
    {
        return qHashMulti(seed, key.path, key.stamp);
    }
    void startNext();

    QCache<Key, QImage> pictures_; ///< a null one: there is none to be had
    std::vector<Key> wishes_;      ///< the latest last
    QSet<Key> wished_;
    bool busy_ = false;
    QThreadPool pool_; ///< last: its thread ends before the rest goes
};

} // namespace autochrome
