#include "ui/settings/language.h"

#include "core/base/text.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace autochrome {

namespace {

std::string translateCore(const char* sourceText)
{
    return QCoreApplication::translate("core", sourceText).toStdString();
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
    if (!code.isEmpty())
        QLocale::setDefault(locale);
    QCoreApplication* application = QCoreApplication::instance();
    auto install = [&](const QString& file, const QString& folder) {
        auto* translator = new QTranslator(application);
        if (translator->load(file, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    // The first language of the person's list that is spoken here. English needs no file, so it
    // must end the search: QTranslator::load(QLocale) would go on to the next language.
    const QStringList spoken = availableLanguages();
    for (const QString& wanted : locale.uiLanguages()) {
        const QString language = wanted.section(QLatin1Char('-'), 0, 0);
        if (!spoken.contains(language))
            continue;
        install(QStringLiteral("qtbase_") + language,
                QLibraryInfo::path(QLibraryInfo::TranslationsPath));
        install(QStringLiteral("autochrome_") + language, QStringLiteral(":/translations"));
        return;
    }
}

} // namespace autochrome
