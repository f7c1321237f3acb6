#include "ui/settings/language.h"

#include "core/base/text.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>
#include <functional>
#include <limits>
#include <memory>

namespace autochrome {

namespace {

/// Empty if there are no words for it in the language; core has English ones of its own.
std::string translateCore(const char* sourceText, std::int64_t count)
{
    const int number = int(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
    const QString found = QCoreApplication::translate("core", sourceText, nullptr, number);
    QString untranslated = QString::fromUtf8(sourceText);
    if (count >= 0)
        untranslated.replace(QStringLiteral("%n"), QString::number(number));
    return found == untranslated ? std::string() : found.toStdString();
}

const QString translatorName = QStringLiteral("autochrome");

void removeTranslators()
{
    for (auto* old : qApp->findChildren<QTranslator*>(translatorName, Qt::FindDirectChildrenOnly))
        delete old; // which takes it out of the application as well
}

/// Adds what `load` reads into an empty translator. Returns whether there was something.
bool install(const std::function<bool(QTranslator&)>& load)
{
    auto translator = std::make_unique<QTranslator>(qApp);
    translator->setObjectName(translatorName);
    return load(*translator) && QCoreApplication::installTranslator(translator.release());
}

} // namespace

QStringList availableLanguages()
{
    initAutochromeTranslations();
    QStringList codes{QStringLiteral("en")};
    const QDir folder(QStringLiteral(":/translations"));
    for (const QString& file : folder.entryList({QStringLiteral("autochrome_*.qm")}))
        codes << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return codes;
}

QString languageName(const QString& code)
{
    const QLocale locale(code);
    QString name = locale.nativeLanguageName();
    // CLDR calls plain "en" American English; the texts are British.
    if (locale.language() == QLocale::English)
        name = QStringLiteral("English");
    return name.isEmpty() ? code : name;
}

void installLanguage(const QString& code)
{
    initAutochromeTranslations();
    setTranslator(&translateCore);
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    removeTranslators();
    // The first language of the person's list that is spoken here. English needs no file, so it
    // must end the search: QTranslator::load(QLocale) would go on to the next language.
    const QStringList spoken = availableLanguages();
    for (const QString& wanted : locale.uiLanguages()) {
        const QString language = wanted.section(QLatin1Char('-'), 0, 0);
        if (!spoken.contains(language))
            continue;
        if (language == QLatin1String("en"))
            return;
        // Qt has some languages by country only (pt_BR).
        const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
        if (!install([&](QTranslator& qt) {
                return qt.load(QLocale(wanted), QStringLiteral("qtbase"), QStringLiteral("_"),
                               folder);
            }))
            qWarning("Buttons, dialogs and keys of Qt stay English: there is no qtbase_%s.qm in %s",
                     qPrintable(language), qPrintable(folder));
        install([&](QTranslator& own) {
            return own.load(QStringLiteral("autochrome_") + language,
                            QStringLiteral(":/translations"));
        });
        return;
    }
}

} // namespace autochrome
