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

/// "zh-Hans-CN" as the codes of translations are written: "zh_CN", and after it "zh".
QStringList codesOf(const QString& wanted)
{
    const QStringList parts = wanted.split(QLatin1Char('-'));
    const QString region = parts.size() > 1 && parts.last().size() <= 3 ? parts.last() : QString();
    QStringList codes;
    if (!region.isEmpty())
        codes << parts.first() + QLatin1Char('_') + region;
    return codes << parts.first();
}

/// Makes the window speak these, the first of them foremost.
void speak(const QStringList& codes)
{
    const QString& foremost = codes.first();
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    // Qt has some languages by country only, and falls back by itself.
    if (!foremost.startsWith(QLatin1String("en")) && !install([&](QTranslator& qt) {
            return qt.load(QLocale(foremost), QStringLiteral("qtbase"), QStringLiteral("_"),
                           folder);
        }))
        qWarning("Buttons, dialogs and keys of Qt stay English: there is no qtbase_%s.qm in %s",
                 qPrintable(foremost), qPrintable(folder));
    // What was installed last is asked first: a region's words before its language's.
    for (auto code = codes.rbegin(); code != codes.rend(); ++code)
        install([&](QTranslator& own) {
            return own.load(QStringLiteral("autochrome_") + *code,
                            QStringLiteral(":/translations"));
        });
}

} // namespace

QStringList availableLanguages()
{
    initAutochromeTranslations();
    QStringList codes{QStringLiteral("en")};
    const QDir folder(QStringLiteral(":/translations"));
    for (const QString& file : folder.entryList({QStringLiteral("autochrome_*.qm")}))
        codes << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    codes.removeDuplicates(); // English has a file for its plurals
    return codes;
}

QString languageName(const QString& code)
{
    const QLocale locale(code);
    // CLDR calls plain "en" American English; the texts are British.
    QString name = locale.language() == QLocale::English ? QStringLiteral("English")
                                                         : locale.nativeLanguageName();
    if (name.isEmpty())
        return code;
    return code.contains(QLatin1Char('_'))
               ? QStringLiteral("%1 (%2)").arg(name, locale.nativeTerritoryName())
               : name;
}

void installLanguage(const QString& code)
{
    initAutochromeTranslations();
    setTranslator(&translateCore);
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    removeTranslators();
    // The first language of the person's list that is spoken here, in their region's words where
    // there are some. QTranslator::load(QLocale) would pass over English, which needs no file.
    const QStringList spoken = availableLanguages();
    QStringList wishes = locale.uiLanguages();
    if (!code.isEmpty()) // Qt takes "pt" for Brazil's
        wishes.prepend(QString(code).replace(QLatin1Char('_'), QLatin1Char('-')));
    for (const QString& wanted : wishes) {
        QStringList codes = codesOf(wanted);
        codes.removeIf([&](const QString& one) { return !spoken.contains(one); });
        if (!codes.isEmpty())
            return speak(codes);
    }
    speak({QStringLiteral("en")});
}

} // namespace autochrome
