#include "ui/training/setup/model_name.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace autochrome {
namespace {

constexpr int longest = 80; // bytes; a file's name may have 255, with number and ending

/// Its context for translations.
struct ModelName
{
    Q_DECLARE_TR_FUNCTIONS(autochrome::ModelName)
};

} // namespace

QString modelNameProblem(const QString& name)
{
    if (name.trimmed().isEmpty())
        return ModelName::tr("Give the model a name.");
    if (name.startsWith(u'.') || name.startsWith(u'-'))
        return ModelName::tr("The name cannot begin with “%1”.").arg(name.front());
    if (name.toUtf8().size() > longest)
        return ModelName::tr("The name is too long.");
    static const QRegularExpression forbidden(QStringLiteral("[/\\\\:*?\"<>|\\p{C}]"));
    if (const auto found = forbidden.match(name); found.hasMatch()) {
        const QChar letter = found.captured().front();
        return letter.isPrint() ? ModelName::tr("The name cannot contain “%1”.").arg(letter)
                                : ModelName::tr("The name contains an invisible character.");
    }
    return {};
}

QString freeModelName(const QString& name, const QStringList& taken,
                      const std::filesystem::path& place)
{
    const auto isTaken = [&](const QString& wanted) {
        std::error_code error;
        return taken.contains(wanted) ||
               (!place.empty() && std::filesystem::exists(place / wanted.toStdString(), error));
    };
    QString free = name;
    for (int number = 2; isTaken(free); ++number)
        free = QStringLiteral("%1-%2").arg(name).arg(number);
    return free;
}

} // namespace autochrome
