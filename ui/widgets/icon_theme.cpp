#include "ui/widgets/icon_theme.h"

#include "resources/resources.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace autochrome {

namespace {

QColor lineColour(QIcon::Mode mode)
{
    const QPalette palette = QApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::Active, QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::Active, QPalette::WindowText);
}

class LineIconEngine : public QIconEngine
{
public:
    explicit LineIconEngine(QString name) : name_(std::move(name)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QSvgRenderer renderer(drawing(lineColour(mode)));
        const int side = std::min(rect.width(), rect.height());
        QRect square(0, 0, side, side);
        square.moveCenter(rect.center());
        renderer.render(painter, square);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        if (size.isEmpty())
            return {};
        const QString key = QStringLiteral("autochrome/%1/%2x%3/%4")
                                .arg(name_)
                                .arg(size.width())
                                .arg(size.height())
                                .arg(lineColour(mode).rgba(), 0, 16);
        QPixmap result;
        if (QPixmapCache::find(key, &result))
            return result;
        result = QPixmap(size);
        result.fill(Qt::transparent);
        {
            QPainter painter(&result);
            paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        }
        QPixmapCache::insert(key, result);
        return result;
    }

    QIconEngine* clone() const override { return new LineIconEngine(name_); }
    QString key() const override { return QStringLiteral("autochrome"); }
    QString iconName() override { return name_; }
    bool isNull() override { return !QFile::exists(path()); }

private:
    QString path() const { return QStringLiteral(":/icons/%1.svg").arg(name_); }

    QByteArray drawing(const QColor& colour) const
    {
        QFile file(path());
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll().replace("currentColor", colour.name().toLatin1());
    }

    QString name_;
};

} // namespace

QIcon themedIcon(const char* name)
{
    initAutochromeResources();
    return QIcon(new LineIconEngine(QLatin1String(name)));
}

QIcon applicationIcon()
{
    initAutochromeResources();
    return QIcon(QStringLiteral(":/icons/autochrome.svg"));
}

} // namespace autochrome
